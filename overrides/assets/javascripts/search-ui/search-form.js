/** The search form: answers a query as it is typed, with a few results in the dialog, or all of them. */

import { all, one } from "../page/dom.js";
import { showState } from "../page/search-status.js";
import { find, NotFetched, warm } from "../search.js";
import { initListbox } from "./listbox.js";
import { initResultsPage } from "./results-page.js";

const PAUSE = 120; // ms after the last letter
const LANGUAGE = document.documentElement.lang.startsWith("zh") ? "zh-Hant" : "en";

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} [place] of the form on the page of results; in the dialog, none
 * @returns {{answer: () => Promise<void>}} answers the query in the form
 */
export function initSearchForm(form, place) {
  const { limit, offset, show } = place ? initResultsPage(form) : initListbox(form);
  let asked = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  async function answer() {
    clearTimeout(timer);
    asked += 1;
    const number = asked;
    const question = questionOf(form);
    /** @type {FindOptions} */
    const options = { ...question, lang: LANGUAGE, limit, offset: offset() };
    try {
      const found = question.query ? await find(question.query, options) : undefined;
      if (number === asked) showAll(found, question);
    } catch (error) {
      const isFetching = error instanceof NotFetched;
      if (number === asked) showState(form, isFetching ? "failed" : "broken");
      if (!isFetching) reportError(error);
    }
  }

  /** @param {Found | undefined} found @param {Question} question */
  function showAll(found, question) {
    const isNarrowed = question.kinds || question.side;
    const missing = isNarrowed ? "narrowed" : "none";
    show(found, question);
    countKinds(form, found);
    suggest(form, found);
    if (found) showState(form, found.total ? "found" : missing, found.total);
    else showState(form, "empty");
  }

  followTyping(form, answer, () => {
    clearTimeout(timer);
    timer = setTimeout(answer, PAUSE);
  });
  warm().catch(() => {}); // if it fails, the first query reports it
  return { answer };
}

/** The query of the form, with its kinds and side if any are chosen. @param {HTMLFormElement} form @returns {Question} */
function questionOf(form) {
  const data = new FormData(form);
  const kinds = data.getAll("kinds").map(String);
  return {
    query: String(data.get("q")).trim(),
    kinds: kinds.length ? kinds : undefined,
    side: /** @type {Language} */ (data.get("side")) || undefined,
  };
}

/**
 * Answer when a text was typed, but not while it is composed with an input method; chips at once.
 *
 * @param {HTMLFormElement} form
 * @param {() => void} answer
 * @param {() => void} answerSoon
 */
function followTyping(form, answer, answerSoon) {
  const field = one("[name=q]", HTMLInputElement, form);
  field.addEventListener("input", (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) answerSoon();
  });
  field.addEventListener("compositionend", answerSoon);
  form.addEventListener("change", ({ target }) => target !== field && answer());
  form.addEventListener("formdata", ({ formData }) => {
    if (!formData.get("side")) formData.delete("side");
  });
  const suggestion = one(".fp-suggestion button", HTMLElement, form);
  suggestion.addEventListener("click", () => {
    field.value = suggestion.textContent ?? "";
    field.focus();
    answer();
  });
  one(".fp-wider", HTMLElement, form).addEventListener("click", () => {
    for (const box of all("[name=kinds]", HTMLInputElement, form)) box.checked = false;
    one("[name=side]", HTMLInputElement, form).checked = true;
    field.focus();
    answer();
  });
}

/** @param {HTMLFormElement} form @param {Found} [found] */
function countKinds(form, found) {
  for (const box of all("[name=kinds]", HTMLInputElement, form)) {
    const count = found?.totals[box.value];
    const label = /** @type {HTMLElement} */ (box.parentElement);
    one(".fp-count", HTMLElement, label).textContent = count ? String(count) : "";
    box.disabled = count === 0 && !box.checked;
  }
}

/** Suggest the corrected query, if it has results. @param {HTMLFormElement} form @param {Found} [found] */
function suggest(form, found) {
  const paragraph = one(".fp-suggestion", HTMLElement, form);
  paragraph.hidden = !found?.suggestion || !found.total;
  one("button", HTMLElement, paragraph).textContent = found?.suggestion ?? "";
}
