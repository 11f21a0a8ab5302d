/** The sheet of an article's words: printed, or copied as a table. */

import { copy, fetched } from "./clipboard.js";

const NAMES = "#columns:"; // the file's mark for flash cards; a pasted table needs none

export function offerSheet() {
  const sheet = document.querySelector(".fp-sheet");
  if (!sheet) return;
  sheet.querySelector(".fp-prints").addEventListener("click", () => print());
  const button = sheet.querySelector(".fp-copies");
  const status = sheet.querySelector(".fp-copied");
  button.addEventListener("click", () => copy(table(button.dataset.address), status));
}

async function table(address) {
  const answer = await fetched(address);
  return (await answer.text()).replace(NAMES, "");
}
