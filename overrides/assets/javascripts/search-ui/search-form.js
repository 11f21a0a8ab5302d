/** Answers to what a reader types, as it is typed: in the dialog a few, on the page of results all. */

import { tell } from "../page/search-status.js";
import { find, NotFetched, warm } from "../search.js";
import { offerOptions } from "./listbox.js";
import { offerPages } from "./results-page.js";

const PAUSE = 120; // ms after the last letter
const LANGUAGE = document.documentElement.lang.startsWith("zh") ? "zh-Hant" : "en";

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} [place] where it stands on the page of results; in the dialog, none
 * @returns {{answer: () => Promise<void>}} answers what stands in the form now
 */
export function offerAnswers(form, place) {
  const { limit, offset, show } = place ? offerPages(form) : offerOptions(form);
  let asked = 0;
  let timer;

  async function answer() {
    clearTimeout(timer);
    const number = (asked += 1);
    const question = questionOf(form);
    const options = { ...question, lang: LANGUAGE, limit, offset: offset() };
    try {
      const found = question.query ? await find(question.query, options) : undefined;
      if (number === asked) showAll(found, question);
    } catch (error) {
      const isFetching = error instanceof NotFetched;
      if (number === asked) tell(form, isFetching ? "failed" : "broken");
      if (!isFetching) reportError(error);
    }
  }

  function showAll(found, question) {
    const isNarrowed = question.kinds || question.side;
    const missing = isNarrowed ? "narrowed" : "none";
    show(found, question);
    countKinds(form, found);
    suggest(form, found);
    tell(form, found ? (found.total ? "found" : missing) : "empty", found?.total);
  }

  followTyping(form, answer, () => {
    clearTimeout(timer);
    timer = setTimeout(answer, PAUSE);
  });
  warm().catch(() => {}); // if it fails, the first question tells
  return { answer };
}

/** What is asked: `{query, kinds, side}`, the latter two only if something is chosen. */
function questionOf(form) {
  const data = new FormData(form);
  const kinds = data.getAll("kinds");
  return {
    query: data.get("q").trim(),
    kinds: kinds.length ? kinds : undefined,
    side: data.get("side") || undefined,
  };
}

/** Answer when a text has been typed, but not while an input method makes it; chips at once. */
function followTyping(form, answer, answerSoon) {
  const field = form.elements.q;
  field.addEventListener("input", ({ isComposing }) => !isComposing && answerSoon());
  field.addEventListener("compositionend", answerSoon);
  form.addEventListener("change", ({ target }) => target !== field && answer());
  form.addEventListener(
    "formdata",
    ({ formData }) => formData.get("side") || formData.delete("side"),
  );
  form.querySelector(".fp-suggestion button").addEventListener("click", ({ target }) => {
    field.value = target.textContent;
    field.focus();
    answer();
  });
  form.querySelector(".fp-wider").addEventListener("click", () => {
    for (const box of form.querySelectorAll("[name=kinds]")) box.checked = false;
    form.elements.side[0].checked = true;
    field.focus();
    answer();
  });
}

function countKinds(form, found) {
  for (const box of form.querySelectorAll("[name=kinds]")) {
    const count = found?.totals[box.value];
    box.parentElement.querySelector(".fp-count").textContent = count || "";
    box.disabled = count === 0 && !box.checked;
  }
}

/** The query as it may have been meant, where something is found of it. */
function suggest(form, found) {
  const paragraph = form.querySelector(".fp-suggestion");
  paragraph.hidden = !found?.suggestion || !found.total;
  paragraph.querySelector("button").textContent = found?.suggestion ?? "";
}
