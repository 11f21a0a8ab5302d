/**
 * The search dialog on every page, and the page of results, which has its form.
 *
 * The search itself (`search-ui/`) is fetched only when the reader turns to it.
 */

import { maybe, one } from "./dom.js";
import { showState } from "./search-status.js";

/** @typedef {{dialog: HTMLDialogElement, form: HTMLFormElement, place?: HTMLElement}} Parts */

/** @type {Promise<{answer: () => Promise<void>}> | undefined} */
let fetched;

export function initSearchDialog() {
  const dialog = maybe(".fp-search", HTMLDialogElement);
  const control = maybe("[data-shortcut=search]", HTMLElement);
  if (!dialog || !control) return;
  const form = one("form", HTMLFormElement, dialog);
  const place = maybe(".fp-seek-here", HTMLElement); // on the page of results only
  const parts = { dialog, form, place };
  form.dataset.state = "empty";
  one(".fp-retry", HTMLElement, form).addEventListener("click", () => beginSearch(parts));
  control.addEventListener("click", (event) => isPlain(event) && open(event, parts));
  document.addEventListener("keydown", (event) => isCommand(event) && open(event, parts));
  if (place) {
    place.append(form);
    beginSearch(parts);
  } else {
    for (const event of ["pointerenter", "focus"]) {
      control.addEventListener(event, () => fetchSearch(parts));
    }
    control.setAttribute("aria-haspopup", "dialog");
    initClosing(dialog);
  }
}

/** Whether a click is to open a link here, and not in a new tab. @param {MouseEvent} event */
function isPlain({ ctrlKey, metaKey, shiftKey, altKey }) {
  return !(ctrlKey || metaKey || shiftKey || altKey);
}

/** Ctrl+K, or ⌘K. @param {KeyboardEvent} event */
function isCommand({ key, ctrlKey, metaKey, shiftKey, altKey, isComposing }) {
  return key.toLowerCase() === "k" && ctrlKey !== metaKey && !shiftKey && !altKey && !isComposing;
}

/** @param {Event} event @param {Parts} parts */
function open(event, parts) {
  const { dialog, form, place } = parts;
  const other = document.querySelector("dialog[open]");
  if (other && other !== dialog) return;
  event.preventDefault();
  if (!place && !dialog.open) {
    dialog.showModal();
    beginSearch(parts);
  }
  const field = one("[name=q]", HTMLInputElement, form);
  field.focus();
  field.select();
}

/** Close with the button, by a click beside the dialog and when it led to a place on this page. @param {HTMLDialogElement} dialog */
function initClosing(dialog) {
  const close = () => dialog.close();
  one(".fp-close", HTMLElement, dialog).addEventListener("click", close);
  dialog.addEventListener("click", ({ target }) => target === dialog && close());
  addEventListener("hashchange", close);
}

/** @param {Parts} parts */
function fetchSearch({ form, place }) {
  fetched ??= import("../search-ui/search-form.js").then(({ initSearchForm }) =>
    initSearchForm(form, place),
  );
  fetched.catch(() => {
    fetched = undefined; // to be fetched again
  });
  return fetched;
}

/** Answer the query in the field, now and as it changes. @param {Parts} parts */
async function beginSearch(parts) {
  try {
    const { answer } = await fetchSearch(parts);
    await answer();
  } catch {
    showState(parts.form, "failed");
  }
}
