/** The word sheet of an article: printed, or copied as a table. */

import { copy, fetched } from "./clipboard.js";
import { maybe, one } from "./dom.js";

const NAMES = "#columns:"; // the file's mark for flash cards; a pasted table needs none

export function initWordSheet() {
  const sheet = maybe(".fp-sheet", HTMLElement);
  if (!sheet) return;
  const button = one(".fp-copies", HTMLElement, sheet);
  const status = one(".fp-copied", HTMLElement, sheet);
  one(".fp-prints", HTMLElement, sheet).addEventListener("click", () => print());
  button.addEventListener("click", () => copy(table(button.dataset.address ?? ""), status));
}

/** @param {string} address */
async function table(address) {
  const response = await fetched(address);
  return (await response.text()).replace(NAMES, "");
}
