/** The place of a card: beside a line of text, and wholly on the screen. */

import { covered } from "./reading-position.js";

const MARGIN = 8; // px between a card and the edges of the screen
const GAP = 4; // px between a card and its line
const LEAST = 150; // px of height that a card may have; what is more can be scrolled

/** @param {number} least @param {number} value @param {number} most */
const within = (least, value, most) => Math.max(least, Math.min(value, most));

/**
 * The line of a link that a point lies on, as its index and the point's distance from the left;
 * without a point, the beginning of the link.
 *
 * @param {Element} link
 * @param {number} [x]
 * @param {number} [y]
 */
export function lineAt(link, x = Number.NaN, y = Number.NaN) {
  const lines = [...link.getClientRects()];
  const line = lines.findIndex(
    ({ top, right, bottom, left }) => top <= y && y <= bottom && left <= x && x <= right,
  );
  return line < 0 ? { line: 0, at: lines[0].left } : { line, at: x };
}

/**
 * Put a card below a line, or above it where there is more room.
 *
 * @param {HTMLElement} card
 * @param {DOMRect} line
 * @param {number} at px from the left that the card reaches to at least
 * @returns {boolean} whether the line is seen; if not, the card is at the edge nearest to it
 */
export function putBeside(card, line, at) {
  const { offsetLeft, offsetTop, width, height } = viewport();
  const top = Math.max(offsetTop, covered()) + MARGIN;
  const bottom = offsetTop + height - MARGIN;
  card.style.maxWidth = `${width - 2 * MARGIN}px`;
  card.style.maxHeight = "";
  const box = card.getBoundingClientRect();
  const below = bottom - line.bottom - GAP;
  const above = line.top - GAP - top;
  const isBelow = box.height <= below || below >= above;
  // On the lowest of screens it may have to cover the line.
  const most = Math.min(Math.max(LEAST, isBelow ? below : above), bottom - top);
  const tall = Math.min(box.height, most);
  const y = isBelow ? line.bottom + GAP : line.top - GAP - tall;
  const x = Math.max(line.left, at - box.width + 4 * MARGIN);
  const right = offsetLeft + width - MARGIN;
  card.style.maxHeight = `${most}px`;
  card.style.top = `${within(top, y, bottom - tall)}px`;
  card.style.left = `${within(offsetLeft + MARGIN, x, right - box.width)}px`;
  return line.bottom > top && line.top < bottom;
}

/** The visible part of the page, also where it is magnified. */
function viewport() {
  if (visualViewport) return visualViewport;
  return { offsetLeft: 0, offsetTop: 0, width: innerWidth, height: innerHeight };
}
