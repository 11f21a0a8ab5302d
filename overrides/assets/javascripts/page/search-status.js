/** The state of the search form: styles show its parts by it, and a live region announces it. */

import { one } from "./dom.js";

/**
 * Show a state, and announce it.
 *
 * @param {HTMLFormElement} form
 * @param {SearchState} state
 * @param {number} [count] of results
 */
export function showState(form, state, count) {
  const status = one(".fp-said", HTMLElement, form);
  form.dataset.state = state;
  status.textContent = counted(status.dataset, state, count);
}

/**
 * The sentence of a state, with a number in its place.
 *
 * @param {DOMStringMap} sentences
 * @param {string} state
 * @param {number} [count]
 */
export function counted(sentences, state, count) {
  const sentence = (count === 1 && sentences.one) || sentences[state] || "";
  const number = count?.toLocaleString(document.documentElement.lang);
  return sentence.replace("{count}", String(number));
}
