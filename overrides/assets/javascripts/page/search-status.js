/** The state of the search form: styles show its parts by it, and a live region announces it. */

/**
 * Show what there is to be shown, and say it to those who listen.
 *
 * @param {"empty" | "found" | "none" | "narrowed" | "failed" | "broken"} state
 * @param {number} [count] of what was found
 */
export function tell(form, state, count) {
  const said = form.querySelector(".fp-said");
  form.dataset.state = state;
  said.textContent = counted(said.dataset, state, count);
}

/** A sentence of several, with a number in its place. */
export function counted(sentences, state, count) {
  const sentence = (count === 1 && sentences.one) || sentences[state] || "";
  return sentence.replace("{count}", count?.toLocaleString(document.documentElement.lang));
}
