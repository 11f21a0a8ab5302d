/** Where the reader is: what stands at the top of the screen, under what covers it. */

const PLACES = ".fp-passage[id], .fp-section[id], .md-content h2[id]";
const A_LINE = 40; // px: a place of which less than a line is left has been read

/** @returns {number} px of the screen's top that masthead and bar cover */
export function covered() {
  const bars = document.querySelectorAll(".md-header, .fp-bar");
  const bottoms = [...bars]
    .map((bar) => [getComputedStyle(bar).position, bar.getBoundingClientRect()])
    .filter(([position, box]) => position === "sticky" && box.top < innerHeight / 3)
    .map(([, box]) => box.bottom);
  return Math.max(0, ...bottoms);
}

/** Whether something of an element is seen. */
function isOnScreen(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > covered() && top < innerHeight;
}

/**
 * The innermost place that stands at the top of the screen; the one in the address while it is
 * on the screen.
 *
 * @returns {HTMLElement | undefined} nothing at the very top of a page, before the first place
 */
export function placeOfReader() {
  const addressed = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (addressed?.matches(PLACES) && isOnScreen(addressed)) return addressed;
  return placeAtTop();
}

/** The innermost place that stands at the top of the screen, whatever the address says. */
export function placeAtTop() {
  const top = covered() + A_LINE;
  const begun = [...document.querySelectorAll(PLACES)].filter((place) => {
    const box = place.getBoundingClientRect();
    return box.height > 0 && box.top <= top;
  });
  return scrollY > 0 ? begun.at(-1) : undefined;
}

/** Tell something now and whenever the reader has moved, at most once for each picture drawn. */
export function followPlace(tell) {
  let isDue = false;
  const due = () => {
    if (!isDue) requestAnimationFrame(() => ((isDue = false), tell()));
    isDue = true;
  };
  addEventListener("scroll", due, { passive: true });
  addEventListener("hashchange", due);
  new ResizeObserver(due).observe(document.body);
}

/** Change the page's layout, and leave the reader's place where it was on the screen. */
export function keepingPlace(change) {
  const place = placeOfReader();
  const before = place?.getBoundingClientRect().top;
  change();
  if (place) scrollBy({ top: place.getBoundingClientRect().top - before, behavior: "instant" });
}
