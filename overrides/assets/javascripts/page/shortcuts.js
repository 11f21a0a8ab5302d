/**
 * Single keys that move through the site. Material listens to some of them too, but only for
 * `<link rel=prev>` and `<link rel=next>`, of which our pages have none: all of them can be turned
 * off here (WCAG 2.1.4).
 */

import { choices, choose } from "./preferences.js";
import { nextView } from "./views.js";

const FIELDS = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]";
const dialog = document.querySelector(".fp-shortcuts");

/** What each key acts on, where the page has it, and what it does with that. */
const SHORTCUTS = {
  p: ["article a[rel=prev]", (link) => link.click()],
  n: ["article a[rel=next]", (link) => link.click()],
  v: [".fp-views", changeView],
  // The site's search says of itself where it begins: a field, or a control that opens one.
  "/": ["[data-shortcut=search]", begin],
  "?": [".fp-shortcuts", openList],
};

export function offerShortcuts() {
  const turned = dialog.querySelector("[role=switch]");
  turned.checked = areOn();
  turned.addEventListener("change", () => choose({ shortcuts: turned.checked }));
  document.querySelector(".fp-shortcuts-opener button").addEventListener("click", openList);
  document.addEventListener("keydown", follow);
}

function areOn() {
  return choices().shortcuts !== false;
}

function follow(event) {
  const [selector, act] = SHORTCUTS[event.key] ?? [];
  const target = selector && document.querySelector(selector);
  if (!target || !areOn() || isForAnother(event)) return;
  event.preventDefault();
  act(target);
}

/** Whether a key is pressed for something else: text, a command, an input method, a dialog. */
function isForAnother(event) {
  const { target, ctrlKey, metaKey, altKey, isComposing, keyCode, repeat, defaultPrevented } =
    event;
  const isTyped = isComposing || keyCode === 229 || target.closest?.(FIELDS);
  const isCommand = ctrlKey || metaKey || altKey;
  return (
    isTyped || isCommand || repeat || defaultPrevented || document.querySelector("dialog[open]")
  );
}

/** Change the view, and tell those who listen which one it is. */
function changeView(views) {
  nextView();
  const label = views.querySelector(":checked + span").cloneNode(true);
  document
    .querySelector(".fp-told-view")
    .replaceChildren(views.querySelector("legend").textContent, " ", label);
}

function begin(search) {
  search.focus();
  if (search.matches("input")) search.select();
  else search.click();
}

/** The shortcuts that work on this page. */
function openList() {
  for (const row of dialog.querySelectorAll("[data-key]")) {
    row.hidden = !document.querySelector(SHORTCUTS[row.dataset.key][0]);
  }
  dialog.showModal();
}
