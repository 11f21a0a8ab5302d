/**
 * Single keys that move through the site. Material listens to some of them too, but only for
 * `<link rel=prev>` and `<link rel=next>`, of which our pages have none: all of them can be turned
 * off here (WCAG 2.1.4).
 */

import { all, maybe, one } from "./dom.js";
import { preferences, savePreferences } from "./preferences.js";
import { covered } from "./reading-position.js";
import { showNextView } from "./views.js";

const SLACK = 8; // px by which a passage may lie below what covers the top of the screen
const FIELDS = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]";

/**
 * The element that each key acts on, where the page has it, and the action.
 *
 * @type {Record<string, [selector: string, act: (target: HTMLElement) => void]>}
 */
const SHORTCUTS = {
  j: [".fp-passage", () => step(1)],
  k: [".fp-passage", () => step(-1)],
  p: ["article a[rel=prev]", (link) => link.click()],
  n: ["article a[rel=next]", (link) => link.click()],
  v: [".fp-views", changeView],
  // The search marks its field, or the control that opens it.
  "/": ["[data-shortcut=search]", beginSearch],
  "?": [".fp-shortcuts", openList],
};

export function initShortcuts() {
  const toggle = one(".fp-shortcuts [role=switch]", HTMLInputElement);
  toggle.checked = areOn();
  toggle.addEventListener("change", () => savePreferences({ shortcuts: toggle.checked }));
  one(".fp-shortcuts-opener button", HTMLElement).addEventListener("click", openList);
  document.addEventListener("keydown", follow);
}

function areOn() {
  return preferences().shortcuts !== false;
}

/** @param {KeyboardEvent} event */
function follow(event) {
  const shortcut = Object.hasOwn(SHORTCUTS, event.key) ? SHORTCUTS[event.key] : undefined;
  if (!shortcut) return;
  const [selector, act] = shortcut;
  const target = maybe(selector, HTMLElement);
  if (!target || !areOn() || isForAnother(event)) return;
  event.preventDefault();
  act(target);
}

/** Whether a key belongs to something else: text, a command, an input method, a dialog. @param {KeyboardEvent} event */
function isForAnother(event) {
  const { target, ctrlKey, metaKey, altKey, isComposing, keyCode, repeat, defaultPrevented } =
    event;
  const isField = target instanceof Element && target.closest(FIELDS) !== null;
  const isTyped = isComposing || keyCode === 229 || isField;
  const isCommand = ctrlKey || metaKey || altKey;
  const isOther = isTyped || isCommand || repeat || defaultPrevented;
  return isOther || maybe("dialog[open]", HTMLElement) !== undefined;
}

/** Go to the next passage, or back; its number gets the focus, and is announced. @param {number} by */
function step(by) {
  const passages = all(".fp-passage", HTMLElement);
  const top = covered() + SLACK;
  const begun = passages.filter((passage) => passage.getBoundingClientRect().top <= top).length;
  const focused = passages.findIndex((passage) => passage.contains(document.activeElement));
  const isSeen = focused >= 0 && Math.abs(begun - 1 - focused) <= 1;
  const to = passages[(isSeen ? focused : begun - 1) + by];
  if (!to) return;
  to.scrollIntoView({ block: "start", behavior: "instant" });
  maybe(".fp-number", HTMLElement, to)?.focus({ preventScroll: true });
}

/** Change the view, and announce it. @param {HTMLElement} views */
function changeView(views) {
  showNextView();
  const label = one(":checked + span", HTMLElement, views).cloneNode(true);
  const legend = one("legend", HTMLElement, views).textContent;
  one(".fp-told-view", HTMLElement).replaceChildren(legend, " ", label);
}

/** @param {HTMLElement} search */
function beginSearch(search) {
  search.focus();
  if (search instanceof HTMLInputElement) search.select();
  else search.click();
}

/** Open the list of the shortcuts that work on this page. */
function openList() {
  const dialog = one(".fp-shortcuts", HTMLDialogElement);
  for (const row of all("[data-key]", HTMLElement, dialog)) {
    const [selector] = SHORTCUTS[row.dataset.key ?? ""];
    row.hidden = !document.querySelector(selector);
  }
  dialog.showModal();
}
