/** The reader's position: the passage or section at the top of the screen, under what covers it. */

import { all } from "./dom.js";

const PLACES = ".fp-passage[id], .fp-section[id], .md-content h2[id]";
const A_LINE = 40; // px: a place of which less than a line is left has been read

/** @returns {number} px of the screen's top that masthead and bar cover */
export function covered() {
  const bottoms = all(".md-header, .fp-bar", HTMLElement)
    .filter((bar) => getComputedStyle(bar).position === "sticky")
    .map((bar) => bar.getBoundingClientRect())
    .filter(({ top }) => top < innerHeight / 3)
    .map(({ bottom }) => bottom);
  return Math.max(0, ...bottoms);
}

/** @param {Element} element */
function isOnScreen(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > covered() && top < innerHeight;
}

/**
 * The innermost place at the top of the screen; the one in the address while it is on the screen.
 *
 * @returns {HTMLElement | undefined} nothing at the very top of a page, before the first place
 */
export function placeOfReader() {
  const addressed = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (addressed?.matches(PLACES) && isOnScreen(addressed)) return addressed;
  return placeAtTop();
}

/** The innermost place at the top of the screen, whatever the address says. */
export function placeAtTop() {
  const top = covered() + A_LINE;
  const begun = all(PLACES, HTMLElement).filter((place) => {
    const box = place.getBoundingClientRect();
    return box.height > 0 && box.top <= top;
  });
  return scrollY > 0 ? begun.at(-1) : undefined;
}

/**
 * Call back now and whenever the reader has moved, at most once per frame.
 *
 * @param {() => void} update
 */
export function onMove(update) {
  let isDue = false;
  const request = () => {
    if (!isDue) {
      requestAnimationFrame(() => {
        isDue = false;
        update();
      });
    }
    isDue = true;
  };
  addEventListener("scroll", request, { passive: true });
  addEventListener("hashchange", request);
  new ResizeObserver(request).observe(document.body);
}

/**
 * Change the page's layout, and keep the reader's place where it was on the screen.
 *
 * @param {() => void} change
 */
export function keepingPlace(change) {
  const place = placeOfReader();
  const before = place?.getBoundingClientRect().top ?? 0;
  change();
  if (place) scrollBy({ top: place.getBoundingClientRect().top - before, behavior: "instant" });
}
