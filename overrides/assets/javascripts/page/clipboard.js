/** The clipboard; what came of it is shown, and spoken, in the page's words. */

/**
 * Copy a text, and say so.
 *
 * @param {string | Promise<string>} text  browsers want to be asked while the click is fresh, so a
 *   text that is still on its way is given as it is
 * @param {HTMLElement} status  a live region with `data-done` and `data-failed`
 */
export async function copy(text, status) {
  status.textContent = ""; // or the same words a second time would not be spoken
  try {
    const blob = Promise.resolve(text).then((ready) => new Blob([ready], { type: "text/plain" }));
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
    status.textContent = status.dataset.done;
  } catch {
    status.textContent = status.dataset.failed;
  }
}

/** What lies at an address. @returns {Promise<Response>} */
export async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer;
}
