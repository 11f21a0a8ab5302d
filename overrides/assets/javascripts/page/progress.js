/** How far a long article is read: a line under the masthead, and the number of the passage. */

import { followPlace, placeAtTop } from "./reading-position.js";

const LONG = 3; // screens; a shorter article shows by itself how long it is
const reading = document.querySelector(".fp-reading");
const line = document.querySelector(".fp-progress");
const place = document.querySelector(".fp-place");
const passages = [...document.querySelectorAll(".fp-passage[id]")];

export function tellPlace() {
  if (line && reading) followPlace(tell);
}

function tell() {
  const { top, bottom, height } = reading.getBoundingClientRect();
  line.hidden = place.hidden = height < LONG * innerHeight;
  if (line.hidden) return place.removeAttribute("aria-hidden");
  place.setAttribute("aria-hidden", "true"); // whoever listens is told by the passages' numbers
  // All is read when its end is on the screen.
  const read = Math.min(1, Math.max(0, -top / (height - innerHeight)));
  line.style.setProperty("--fp-read", read);
  place.querySelector("span").textContent =
    1 + Math.max(0, passages.indexOf(passageOfReader(bottom)));
}

/** The passage at the top of the screen; the last one as soon as the end is seen. */
function passageOfReader(bottom) {
  if (bottom <= innerHeight) return passages.at(-1);
  const begun = placeAtTop();
  return begun?.matches(".fp-passage") ? begun : begun?.querySelector(".fp-passage");
}
