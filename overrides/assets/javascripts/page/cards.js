/**
 * Cards that explain a term, name or claim at its link, when the pointer rests on it, the keyboard
 * reaches it or a finger taps it.
 *
 * A card lies beside the page that the link leads to, and is fetched when it is asked for. Without
 * scripts, and in browsers without popovers, the links are plain links. A card can be pointed at,
 * stays until the reader turns elsewhere, and goes with Escape (WCAG 2.2, 1.4.13).
 */

import { lineAt, putBeside, uncover } from "./card-placement.js";
import { fetched } from "./clipboard.js";
import { all, elementOf, maybe, one } from "./dom.js";
import { initSpeech, offerSpeech } from "./speech.js";
import { offerStar } from "./starred-words.js";

const LINKS = "a:is(.fp-term, .fp-name, .fp-claim):not([href^='#'], [aria-current])";
const REST = 250; // ms that the pointer rests on a link before its card comes
const GRACE = 800; // ms to reach the card from its link, as far as the margin

/** @typedef {{link: Element, card: HTMLElement, line: number, at: number}} Shown a card at a line of its link, `at` px from the screen's left */

/** @type {Map<string, Promise<HTMLElement>>} */
const cards = new Map(); // by the address of the page that they are of
/** @type {Shown | undefined} */
let shown;
/** @type {Element | undefined} */
let wanted; // the link whose card is shown, or on its way
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
/** @type {{link?: Element, wasShown: boolean} | undefined} */
let tapped; // while a finger is on a link

export function initCards() {
  if (!HTMLElement.prototype.showPopover || !maybe(LINKS, HTMLAnchorElement)) return;
  initSpeech();
  listen();
}

function listen() {
  document.addEventListener("pointerover", followPointer);
  document.addEventListener("pointerdown", press);
  document.addEventListener("pointerup", release);
  document.addEventListener("pointercancel", forgetTap);
  document.addEventListener("click", follow);
  document.addEventListener("focusin", followFocus);
  document.addEventListener("focusout", loseFocus);
  document.addEventListener("keydown", ({ key }) => key === "Escape" && hide());
  document.documentElement.addEventListener("pointerleave", leave);
  for (const event of ["scroll", "resize"]) {
    addEventListener(event, keepBeside);
    visualViewport?.addEventListener(event, keepBeside);
  }
  addEventListener("pagehide", hide);
}

/** The link with a card that an element is or lies in. @param {EventTarget | null} target */
function linkAt(target) {
  return elementOf(target)?.closest(LINKS) ?? undefined;
}

/** The card of a link, with its buttons at work. @param {Element} link */
function cardOf(link) {
  const { href } = /** @type {HTMLAnchorElement} */ (link);
  const card = cards.get(href) ?? fetchedCard(href);
  cards.set(href, card);
  return card;
}

/** @param {string} href */
async function fetchedCard(href) {
  try {
    const text = await (await fetched(new URL("card.html", href).href)).text();
    const card = new DOMParser().parseFromString(text, "text/html").body.firstElementChild;
    if (!(card instanceof HTMLElement)) throw new TypeError(`no card at ${href}`);
    one(".fp-more a", HTMLAnchorElement, card).href = href;
    offerStar(card);
    return card;
  } catch (error) {
    cards.delete(href); // to be fetched again
    throw error;
  }
}

/**
 * Show a link's card in place of any other; at a point of the screen if the link was pointed at.
 *
 * @param {Element} link
 * @param {number} [x]
 * @param {number} [y]
 * @returns {Promise<boolean>} whether the card could be fetched
 */
async function show(link, x, y) {
  wait();
  if (wanted === link) return true;
  hide();
  wanted = link;
  const card = await cardOf(link).catch(() => undefined);
  if (wanted !== link || !card) return wanted !== link;
  shown = { link, card, ...lineAt(link, x, y) };
  (link.closest(".md-typeset") ?? document.body).append(card);
  one("*", HTMLElement, card).id = "explanation";
  link.setAttribute("aria-describedby", "explanation");
  offerSpeech(card);
  card.showPopover();
  uncover(card, link.getBoundingClientRect());
  putBeside(card, link.getClientRects()[shown.line], shown.at);
  return true;
}

function hide() {
  wait();
  wanted = undefined;
  if (!shown) return;
  shown.link.removeAttribute("aria-describedby");
  shown.card.remove();
  shown = undefined;
}

/**
 * Do something later, instead of what was planned; without an action, do nothing.
 *
 * @param {() => void} [action]
 * @param {number} [delay]
 */
function wait(action, delay) {
  clearTimeout(timer);
  if (action) timer = setTimeout(action, delay);
}

/** Keep the card beside its line when the page moves, and hide it when the line is off the screen. */
function keepBeside() {
  if (!shown) return;
  const line = shown.link.getClientRects()[shown.line];
  if (!line || !putBeside(shown.card, line, shown.at)) hide();
}

/** Whether an element belongs to the card that is shown or to its link. @param {EventTarget | null} target */
function isShown(target) {
  return Boolean(
    shown && (shown.card.contains(elementOf(target)) || linkAt(target) === shown.link),
  );
}

/** @param {PointerEvent} event */
function followPointer({ target, relatedTarget, pointerType, buttons, clientX, clientY }) {
  if (pointerType === "touch" || buttons) return; // whoever drags is selecting text
  const link = linkAt(target);
  if (link?.contains(elementOf(relatedTarget))) return;
  if (isShown(target)) wait();
  else if (link) wait(() => show(link, clientX, clientY), REST);
  else leave({ pointerType });
}

/** A card that the keyboard shows stays when the pointer goes. @param {{pointerType: string}} event */
function leave({ pointerType }) {
  if (pointerType === "touch") return;
  const isFocused =
    shown?.link.matches(":focus-visible") || shown?.card.contains(document.activeElement);
  wait(isFocused ? undefined : hide, GRACE);
}

/** @param {PointerEvent} event */
function press({ target, pointerType }) {
  wait();
  const link = linkAt(target);
  tapped = pointerType === "touch" ? { link, wasShown: isShown(target) } : undefined;
  if (!tapped && !isShown(target)) hide();
}

/** A finger that scrolls ends otherwise, and leaves the card where it is. @param {PointerEvent} event */
function release({ target, pointerType }) {
  if (pointerType === "touch" && !isShown(target)) hide();
}

function forgetTap() {
  tapped = undefined;
}

/** The first tap on a link shows its card, the second follows it. @param {MouseEvent} event */
async function follow(event) {
  const link = linkAt(event.target);
  if (link && tapped?.link === link && !tapped.wasShown) {
    event.preventDefault();
    forgetTap();
    const isFetched = await show(link, event.clientX, event.clientY);
    if (!isFetched) location.assign(/** @type {HTMLAnchorElement} */ (link).href);
  }
  forgetTap();
}

/** @param {FocusEvent} event */
function followFocus({ target }) {
  const link = linkAt(target);
  if (!link?.matches(":focus-visible")) return;
  show(link);
  const links = all(LINKS, HTMLAnchorElement);
  const next = links[links.indexOf(/** @type {HTMLAnchorElement} */ (link)) + 1];
  if (next) cardOf(next).catch(() => undefined); // it is described at once when it is reached
}

/** @param {FocusEvent} event */
function loseFocus({ relatedTarget }) {
  const isInCard = shown?.card.contains(elementOf(relatedTarget)) || shown?.card.matches(":hover");
  if (wanted && !isInCard) hide();
}
