/** Where a reader left an article off, and the way back there on the next visit. */

import { maybe, one } from "./dom.js";
import { onMove, placeAtTop } from "./reading-position.js";

const KEY = "facing-pages-places";
const MOST = 50; // articles that are remembered

export function initContinuing() {
  const link = maybe(".fp-continue", HTMLAnchorElement);
  if (!link) return;
  const article = link.dataset.article ?? "";
  const passage = document.getElementById(places()[article] ?? "");
  const isFresh = !location.hash && scrollY === 0;
  if (passage && isFresh) offer(link, passage);
  onMove(() => {
    const place = placeAtTop();
    if (place?.matches(".fp-passage")) {
      keep(article, place.id);
      link.hidden = true;
    }
  });
}

/** @param {HTMLAnchorElement} link @param {HTMLElement} passage */
function offer(link, passage) {
  link.hash = passage.id;
  const number = passage.querySelector(".fp-number")?.textContent ?? "";
  one("span", HTMLElement, link).textContent = number;
  link.hidden = false;
}

/** The passage at which each article was left, the latest last. @returns {Record<string, string>} */
function places() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "{}") ?? {};
  } catch {
    return {};
  }
}

/** @param {string} article @param {string} passage */
function keep(article, passage) {
  const { [article]: _, ...others } = places();
  const latest = Object.entries(others).slice(1 - MOST);
  try {
    localStorage.setItem(
      KEY,
      JSON.stringify({ ...Object.fromEntries(latest), [article]: passage }),
    );
  } catch {
    // A browser that keeps nothing begins at the beginning.
  }
}
