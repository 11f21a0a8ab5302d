/**
 * Words explained: a card at a link to a term, name or claim, as the pointer rests on it, the
 * keyboard reaches it or a finger taps it.
 *
 * The cards lie unseen in a template at the page's end. Without scripts, and in browsers that know
 * no popovers, the links are links. A card can be pointed at, stays until the reader turns
 * elsewhere, and goes with Escape (WCAG 2.2, 1.4.13).
 */

import { lineAt, putBeside } from "./card-placement.js";

const LINKS = "a:is(.fp-term, .fp-name, .fp-claim)";
const REST = 250; // ms that the pointer rests on a link before its card comes
const GRACE = 300; // ms to reach the card from its link

const cards = new Map(); // by the address that their links lead to, as it is written
let shown; // {link, card, line: which of the link's lines, at: px from the screen's left}
let timer;
let tapped; // {link, wasShown} while a finger is on a link

export function explainWords() {
  const template = document.getElementById("explained");
  if (!template || !HTMLElement.prototype.showPopover) return;
  for (const card of template.content.children) {
    cards.set(card.querySelector("a").getAttribute("href"), card);
  }
  const listeners = {
    pointerover: followPointer,
    pointerdown: press,
    pointerup: release,
    pointercancel: () => (tapped = undefined),
    click: follow,
    focusin: ({ target }) => linkAt(target)?.matches(":focus-visible") && show(linkAt(target)),
    focusout: loseFocus,
    keydown: ({ key }) => key === "Escape" && hide(),
  };
  for (const [event, listener] of Object.entries(listeners)) {
    document.addEventListener(event, listener);
  }
  document.documentElement.addEventListener("pointerleave", leave);
  for (const event of ["scroll", "resize"]) {
    addEventListener(event, keepBeside);
    visualViewport.addEventListener(event, keepBeside);
  }
  addEventListener("pagehide", hide);
}

/** The link that has a card, if an element is one or lies in one. */
function linkAt(element) {
  const link = element.closest?.(LINKS);
  return cards.has(link?.getAttribute("href")) ? link : undefined;
}

/** Show a link's card in place of any other; by a point of the screen if the link was pointed at. */
function show(link, x, y) {
  wait();
  if (shown?.link === link) return;
  hide();
  const card = cards.get(link.getAttribute("href"));
  shown = { link, card, ...lineAt(link, x, y) };
  document.querySelector(".fp-page").append(card);
  card.firstElementChild.id = "explanation";
  link.setAttribute("aria-describedby", "explanation");
  card.showPopover();
  putBeside(card, link.getClientRects()[shown.line], shown.at);
}

function hide() {
  wait();
  if (!shown) return;
  shown.link.removeAttribute("aria-describedby");
  shown.card.remove();
  shown = undefined;
}

/** Do something a little later, in place of what was to be done; with nothing to do, do nothing. */
function wait(action, delay) {
  clearTimeout(timer);
  if (action) timer = setTimeout(action, delay);
}

/** When the page moves: the card goes along with its line, and goes away with it. */
function keepBeside() {
  if (!shown) return;
  const line = shown.link.getClientRects()[shown.line];
  if (!line || !putBeside(shown.card, line, shown.at)) hide();
}

/** Whether an element is what is shown or what it is shown at. */
function isShown(element) {
  return shown && (shown.card.contains(element) || linkAt(element) === shown.link);
}

function followPointer({ target, relatedTarget, pointerType, buttons, clientX, clientY }) {
  if (pointerType === "touch" || buttons) return; // whoever drags is selecting text
  const link = linkAt(target);
  if (link?.contains(relatedTarget)) return;
  if (isShown(target)) wait();
  else if (link) wait(() => show(link, clientX, clientY), REST);
  else leave({ pointerType });
}

/** What the keyboard shows stays when the pointer goes. */
function leave({ pointerType }) {
  if (pointerType === "touch") return;
  const isFocused =
    shown?.link.matches(":focus-visible") || shown?.card.contains(document.activeElement);
  wait(isFocused ? undefined : hide, GRACE);
}

function press({ target, pointerType }) {
  wait();
  const link = linkAt(target);
  tapped = pointerType === "touch" ? { link, wasShown: isShown(target) } : undefined;
  if (!tapped && !isShown(target)) hide();
}

/** A finger that scrolls ends otherwise, and leaves the card where it is. */
function release({ target, pointerType }) {
  if (pointerType === "touch" && !isShown(target)) hide();
}

/** The first tap on a link shows its card, the second follows it. */
function follow(event) {
  const link = linkAt(event.target);
  if (link && tapped?.link === link && !tapped.wasShown) {
    event.preventDefault();
    show(link, event.clientX, event.clientY);
  }
  tapped = undefined;
}

function loseFocus({ relatedTarget }) {
  if (shown && !shown.card.contains(relatedTarget) && !shown.card.matches(":hover")) hide();
}
