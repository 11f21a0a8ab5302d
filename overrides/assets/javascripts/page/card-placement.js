/**
 * The place of a card, wholly on the screen: in the page's margin where that is wide enough, at the foot
 * of a phone's, else beside its line of text.
 */

import { one } from "./dom.js";
import { covered } from "./reading-position.js";

const MARGIN = 8; // px between a card and the edges of the screen
const GAP = 4; // px between a card and its line
const NARROWEST = 220; // px of width that a card in the margin has
const SHEET = matchMedia("(max-width: 44.99em) and (hover: none)"); // as in cards.css
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
 * Put a card where it hides least of the text that it explains.
 *
 * @param {HTMLElement} card
 * @param {DOMRect} line
 * @param {number} at px from the left that the card reaches to at least
 * @returns {boolean} whether the line is seen; if not, the card is at the edge nearest to it
 */
export function putBeside(card, line, at) {
  if (SHEET.matches) return putAtFoot(card, line);
  const { offsetLeft, offsetTop, width, height } = viewport();
  const top = Math.max(offsetTop, covered()) + MARGIN;
  const bottom = offsetTop + height - MARGIN;
  const edge = one(".fp-page", HTMLElement).getBoundingClientRect().right + 2 * MARGIN;
  const margin = offsetLeft + width - MARGIN - edge;
  const isInMargin = margin >= NARROWEST;
  card.style.maxWidth = `${isInMargin ? margin : width - 2 * MARGIN}px`;
  card.style.maxHeight = "";
  if (isInMargin) {
    const tall = Math.min(card.getBoundingClientRect().height, bottom - top);
    card.style.maxHeight = `${bottom - top}px`;
    card.style.top = `${within(top, line.top, bottom - tall)}px`;
    card.style.left = `${edge}px`;
    return line.bottom > top && line.top < bottom;
  }
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

/** A sheet at the foot, as the styles have it. @param {HTMLElement} card @param {DOMRect} line */
function putAtFoot(card, line) {
  card.style.cssText = "";
  const { top } = card.getBoundingClientRect();
  return line.bottom > covered() && line.top < Math.max(top, innerHeight / 2);
}

/** Scroll as far as a sheet covers the link that it explains. @param {HTMLElement} card @param {DOMRect} link */
export function uncover(card, link) {
  const hidden = link.bottom + 2 * MARGIN - card.getBoundingClientRect().top;
  if (SHEET.matches && hidden > 0) scrollBy({ top: hidden, behavior: "instant" });
}

/** The visible part of the page, also where it is magnified. */
function viewport() {
  if (visualViewport) return visualViewport;
  return { offsetLeft: 0, offsetTop: 0, width: innerWidth, height: innerHeight };
}
