/** Progress through a long article: a line under the masthead, and the number of the passage. */

import { all, maybe, one } from "./dom.js";
import { onMove, placeAtTop } from "./reading-position.js";

const LONG = 3; // screens; a shorter article shows by itself how long it is

/** @typedef {{reading: HTMLElement, line: HTMLElement, place: HTMLElement, passages: Element[]}} Parts */

export function initProgress() {
  const reading = maybe(".fp-reading", HTMLElement);
  const line = maybe(".fp-progress", HTMLElement);
  const place = maybe(".fp-place", HTMLElement);
  if (!reading || !line || !place) return;
  const parts = { reading, line, place, passages: all(".fp-passage[id]", HTMLElement) };
  onMove(() => update(parts));
}

/** @param {Parts} parts */
function update({ reading, line, place, passages }) {
  const { top, bottom, height } = reading.getBoundingClientRect();
  line.hidden = height < LONG * innerHeight;
  place.hidden = line.hidden;
  if (line.hidden) return place.removeAttribute("aria-hidden");
  place.setAttribute("aria-hidden", "true"); // screen readers announce the passages' own numbers
  // All is read when its end is on the screen.
  const read = Math.min(1, Math.max(0, -top / (height - innerHeight)));
  line.style.setProperty("--fp-read", String(read));
  const current = bottom <= innerHeight ? passages.at(-1) : passageAtTop();
  const number = 1 + Math.max(0, current ? passages.indexOf(current) : 0);
  one("span", HTMLElement, place).textContent = String(number);
}

function passageAtTop() {
  const begun = placeAtTop();
  return begun?.matches(".fp-passage") ? begun : begun?.querySelector(".fp-passage");
}
