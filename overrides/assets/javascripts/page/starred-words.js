/** Words that the reader has starred, kept in this browser, and taken along as a deck of flash cards. */

import { all, maybe, one } from "./dom.js";

const KEY = "facing-pages-words";
const ENTRY = /(glossary|names)\/[^/]+(?=\/$)/;

/** @typedef {Record<string, string[]>} Words rows of the deck, by the address of their entry */

/** Show what is starred, and let it be downloaded or forgotten. */
export function initStarredWords() {
  for (const deck of all(".fp-deck", HTMLElement)) {
    one(".fp-takes", HTMLElement, deck).addEventListener("click", () => download(deck));
    one(".fp-forgets", HTMLElement, deck).addEventListener("click", () => keep({}));
  }
  for (const word of all(".fp-word", HTMLElement)) offerStar(word);
  showDecks();
  addEventListener("storage", showDecks);
}

/**
 * Make the star of a word's card or row work; without a star, or an entry to go by, do nothing.
 *
 * @param {HTMLElement} word
 */
export function offerStar(word) {
  const button = maybe(".fp-star", HTMLElement, word);
  const link = maybe("a[href]", HTMLAnchorElement, word);
  const [address] = (link && new URL(link.href).pathname.match(ENTRY)) ?? [];
  if (!button || !address) return;
  const show = () => button.setAttribute("aria-pressed", String(address in starred()));
  button.addEventListener("click", () => {
    const { [address]: known, ...others } = starred();
    keep(known ? others : { ...others, [address]: rowOf(word) });
    show();
  });
  show();
}

/** The word in English and Chinese, its Jyutping, its meaning in both languages. @param {HTMLElement} word */
function rowOf(word) {
  const parts = [
    "[data-language=en] > .fp-form",
    "[data-language=zh-Hant] > .fp-form",
    ".fp-jyutping",
    ".fp-gist:lang(en)",
    ".fp-gist:lang(zh)",
  ];
  const texts = parts.map((part) => word.querySelector(part)?.textContent ?? "");
  return texts.map((text) => text.trim().replace(/\s+/g, " "));
}

/** @returns {Words} */
function starred() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "{}") ?? {};
  } catch {
    return {};
  }
}

/** @param {Words} words */
function keep(words) {
  try {
    localStorage.setItem(KEY, JSON.stringify(words));
  } catch {
    // A browser that keeps nothing has no starred words.
  }
  showDecks();
}

function showDecks() {
  const count = Object.keys(starred()).length;
  for (const deck of all(".fp-deck", HTMLElement)) {
    deck.hidden = count === 0;
    one(".fp-count", HTMLElement, deck).textContent = String(count);
  }
}

/** @param {HTMLElement} deck its `data-columns` name the columns, separated by tabs */
function download(deck) {
  const rows = Object.values(starred()).map((row) => row.join("\t"));
  const text = [`#columns:${deck.dataset.columns}`, ...rows, ""].join("\n");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/tab-separated-values" }));
  link.download = "starred-words.tsv";
  link.click();
  URL.revokeObjectURL(link.href);
}
