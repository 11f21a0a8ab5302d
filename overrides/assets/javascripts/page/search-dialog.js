/**
 * The ways into the search: a dialog on every page, and a page of results that has its form.
 *
 * What searches is fetched when the reader turns to it (`search-ui/`), and not before.
 */

import { tell } from "./search-status.js";

const dialog = document.querySelector(".fp-search");
const place = document.querySelector(".fp-seek-here");
const form = dialog?.querySelector("form");
let fetched; // the promise of what searches

export function offerSearch() {
  const control = document.querySelector("[data-shortcut=search]");
  if (!dialog || !control) return;
  form.dataset.state = "empty";
  form.querySelector(".fp-retry").addEventListener("click", beginSearch);
  control.addEventListener("click", (event) => isPlain(event) && open(event));
  document.addEventListener("keydown", (event) => isCommand(event) && open(event));
  if (place) {
    place.append(form);
    beginSearch();
  } else {
    for (const event of ["pointerenter", "focus"]) control.addEventListener(event, fetchSearch);
    control.setAttribute("aria-haspopup", "dialog");
    closeWith(dialog);
  }
}

/** Whether a click is to open a link here, and not in a new tab. */
function isPlain({ ctrlKey, metaKey, shiftKey, altKey }) {
  return !(ctrlKey || metaKey || shiftKey || altKey);
}

/** Ctrl+K, or ⌘K. */
function isCommand({ key, ctrlKey, metaKey, shiftKey, altKey, isComposing }) {
  return key.toLowerCase() === "k" && ctrlKey !== metaKey && !shiftKey && !altKey && !isComposing;
}

function open(event) {
  const other = document.querySelector("dialog[open]");
  if (other && other !== dialog) return;
  event.preventDefault();
  if (!place && !dialog.open) {
    dialog.showModal();
    beginSearch();
  }
  form.elements.q.focus();
  form.elements.q.select();
}

/** Escape closes a dialog by itself; its button does, too, a click beside it, and where it led. */
function closeWith(dialog) {
  const close = () => dialog.close();
  dialog.querySelector(".fp-close").addEventListener("click", close);
  dialog.addEventListener("click", ({ target }) => target === dialog && close());
  addEventListener("hashchange", close);
}

function fetchSearch() {
  fetched ??= import("../search-ui/search-form.js").then(({ offerAnswers }) =>
    offerAnswers(form, place),
  );
  fetched.catch(() => (fetched = undefined)); // to be asked for again
  return fetched;
}

/** Answer what stands in the field, now and as it changes. */
async function beginSearch() {
  try {
    const { answer } = await fetchSearch();
    await answer();
  } catch {
    tell(form, "failed");
  }
}
