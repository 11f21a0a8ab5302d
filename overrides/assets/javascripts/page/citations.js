/** The dialog of a passage: permanent link, plain citation, formats of reference managers, editing. */

import { copy, fetched } from "./clipboard.js";
import { all, maybe, one } from "./dom.js";

/** @type {Citation[] | undefined} */
let citations; // of the article, fetched when the first is asked for

export function initCitations() {
  const dialog = maybe("#citing", HTMLDialogElement);
  if (!dialog) return;
  for (const button of all(".fp-cite", HTMLElement)) {
    button.addEventListener("click", () => open(dialog, button));
  }
  for (const button of all("[data-copies]", HTMLElement, dialog)) {
    const text = one(`#${button.dataset.copies}`, HTMLElement);
    const status = one(".fp-copied", HTMLElement, dialog);
    button.addEventListener("click", () => copy(text.textContent, status));
  }
  // The dialog's visible part lies in its one child: the dialog itself is the page behind it.
  dialog.addEventListener("mousedown", ({ target }) => {
    if (target === dialog) dialog.close();
  });
}

/** @param {HTMLDialogElement} dialog @param {HTMLElement} button */
async function open(dialog, button) {
  const { passage, edit } = button.dataset;
  one("[rel=edit]", HTMLAnchorElement, dialog).href = edit ?? "";
  one("h2", HTMLElement, dialog).textContent = button.getAttribute("aria-label");
  one(".fp-copied", HTMLElement, dialog).textContent = "";
  dialog.addEventListener("close", () => button.focus(), { once: true });
  show(dialog);
  dialog.dataset.passage = passage;
  dialog.showModal();
  try {
    citations ??= /** @type {Citation[]} */ (
      await (await fetched(dialog.dataset.citations ?? "")).json()
    );
    if (dialog.dataset.passage === passage) show(dialog, citationOf(dialog, passage));
  } catch {
    one(".fp-failed", HTMLElement, dialog).hidden = false;
  }
}

/** @param {HTMLDialogElement} dialog @param {string} [passage] */
function citationOf(dialog, passage) {
  const { language } = dialog.dataset;
  return citations?.find(
    ({ custom }) => custom.passage === passage && custom.language === language,
  );
}

/** Fill the dialog with a citation, or empty it. @param {HTMLDialogElement} dialog @param {Citation} [citation] */
function show(dialog, citation) {
  const forms = formsOf(citation);
  for (const [form, text] of Object.entries(forms)) {
    one(`#citing-${form}`, HTMLElement).textContent = text;
  }
  one(".fp-citations", HTMLElement, dialog).hidden = !citation;
  one(".fp-failed", HTMLElement, dialog).hidden = true;
}

/** @param {Citation} [citation] @returns {Record<string, string>} */
function formsOf(citation) {
  if (!citation) return { link: "", plain: "", bibtex: "", csl: "" };
  const { custom, ...csl } = citation;
  return {
    link: csl.URL,
    plain: custom.plain,
    bibtex: custom.bibtex.trim(),
    csl: JSON.stringify([csl], null, 2),
  };
}
