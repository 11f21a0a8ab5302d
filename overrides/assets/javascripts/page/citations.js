/** How a passage is cited: its permanent link, in words, and for reference managers. */

import { copy, fetched } from "./clipboard.js";

const dialog = document.querySelector("#citing");
let items; // the article's citations, once a reader has asked for one

export function offerCitations() {
  if (!dialog) return;
  for (const button of document.querySelectorAll(".fp-cite")) {
    button.addEventListener("click", () => open(button));
  }
  for (const button of dialog.querySelectorAll("[data-copies]")) {
    const text = document.getElementById(button.dataset.copies);
    const status = dialog.querySelector(".fp-copied");
    button.addEventListener("click", () => copy(text.textContent, status));
  }
  // What is seen of the dialog lies in its one child: the rest is the page behind it.
  dialog.addEventListener("mousedown", ({ target }) => target === dialog && dialog.close());
}

async function open(button) {
  const { passage } = button.dataset;
  dialog.querySelector("h2").textContent = button.getAttribute("aria-label");
  dialog.querySelector(".fp-copied").textContent = "";
  dialog.addEventListener("close", () => button.focus(), { once: true });
  show();
  dialog.dataset.passage = passage;
  dialog.showModal();
  try {
    items ??= await (await fetched(dialog.dataset.citations)).json();
    if (dialog.dataset.passage === passage)
      show(items.find(({ custom }) => isFor(custom, passage)));
  } catch {
    dialog.querySelector(".fp-failed").hidden = false;
  }
}

function isFor({ passage, language }, asked) {
  return passage === asked && language === dialog.dataset.language;
}

/** Fill the dialog with a passage's citation, or empty it. */
function show({ custom, ...csl } = {}) {
  const forms = {
    link: csl.URL,
    plain: custom?.plain,
    bibtex: custom?.bibtex.trim(),
    csl: custom && JSON.stringify([csl], null, 2),
  };
  for (const [form, text] of Object.entries(forms)) {
    document.getElementById(`citing-${form}`).textContent = text ?? "";
  }
  dialog.querySelector(".fp-citations").hidden = !custom;
  dialog.querySelector(".fp-failed").hidden = true;
}
