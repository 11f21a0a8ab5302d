/**
 * Single keys that move through the site. Material listens to some of them too, but only for
 * `<link rel=prev>` and `<link rel=next>`, of which our pages have none: all of them can be turned
 * off here (WCAG 2.1.4).
 */

import { all, maybe, one } from "./dom.js";
import { preferences, savePreferences } from "./preferences.js";
import { showNextView } from "./views.js";

const FIELDS = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]";

/**
 * The element that each key acts on, where the page has it, and the action.
 *
 * @type {Record<string, [selector: string, act: (target: HTMLElement) => void]>}
 */
const SHORTCUTS = {
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
