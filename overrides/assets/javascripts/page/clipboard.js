/** The clipboard; success or failure is shown and announced in the page's own words. */

/**
 * Copy a text, and report whether it was copied.
 *
 * @param {string | Promise<string>} text  browsers want to be asked while the click is fresh, so a
 *   text that is still being fetched is given as a promise
 * @param {HTMLElement} status  a live region with `data-done` and `data-failed`
 */
export async function copy(text, status) {
  status.textContent = ""; // or the same words a second time would not be announced
  try {
    const blob = Promise.resolve(text).then((ready) => new Blob([ready], { type: "text/plain" }));
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
    status.textContent = status.dataset.done ?? "";
  } catch {
    status.textContent = status.dataset.failed ?? "";
  }
}

/** Fetch an address; an error of the server is thrown. @param {string} address */
export async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response;
}
