/**
 * What the search found, highlighted on the page that a result led to: `?found=…&found=…#passage`.
 * The address has the wordings of both texts, so nothing needs to be fetched or searched again.
 *
 * The highlights are the browser's, and change nothing in the page.
 */

import { copyOf, maybe, one } from "./dom.js";

const NAME = "fp-found";
const SKIPPED = ".fp-contents, .fp-bar, .fp-spine, .fp-meta, nav, script, style";

/** @type {HTMLElement | undefined} */
let notice; // the number of highlights, and the button that clears them

export function initFoundHighlights() {
  const template = maybe("#fp-found", HTMLTemplateElement);
  if (!template || !CSS.highlights || !wordings().length) return;
  highlight(template);
  addEventListener("hashchange", () => highlight(template));
}

function wordings() {
  return new URLSearchParams(location.search).getAll("found").filter(Boolean);
}

/** @param {HTMLTemplateElement} template of the notice */
function highlight(template) {
  const passage = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const place = passage?.closest(".fp-passage, .fp-section") ?? one("article", HTMLElement);
  const ranges = rangesOf(place, wordings());
  CSS.highlights.set(NAME, new Highlight(...ranges));
  showNotice(template, ranges.length);
  if (ranges.length) bringIntoView(ranges, passage);
}

/** The ranges of some wordings in a place, also across its links. @param {Element} place @param {string[]} wordings */
function rangesOf(place, wordings) {
  const nodes = textsOf(place);
  const text = nodes.map(({ data }) => data).join("");
  const starts = [0];
  for (const { length } of nodes) starts.push(starts[starts.length - 1] + length);
  starts.pop();
  /** @type {(offset: number) => [Text, number]} */
  const pointAt = (offset) => {
    const number = starts.findLastIndex((start) => start <= offset);
    return [nodes[number], offset - starts[number]];
  };
  return wordings.flatMap((wording) =>
    occurrences(text, wording).map((start) => {
      const range = new Range();
      range.setStart(...pointAt(start));
      const [node, offset] = pointAt(start + wording.length - 1);
      range.setEnd(node, offset + 1);
      return range;
    }),
  );
}

/** @param {Element} place */
function textsOf(place) {
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT, ({ parentElement }) =>
    parentElement?.closest(SKIPPED) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  /** @type {Text[]} */
  const nodes = [];
  while (walker.nextNode()) nodes.push(/** @type {Text} */ (walker.currentNode));
  return nodes;
}

/** @param {string} text @param {string} wording */
function occurrences(text, wording) {
  const found = [];
  for (let at = text.indexOf(wording); at >= 0; at = text.indexOf(wording, at + 1)) found.push(at);
  return found;
}

/** Show a hidden text if all that was found is in it, and go there. @param {Range[]} ranges @param {Element | null} passage */
function bringIntoView(ranges, passage) {
  const [first] = ranges;
  const element = first.startContainer.parentElement;
  if (!ranges.some((range) => range.getClientRects().length)) {
    const closed = ".fp-reveal[aria-expanded=false]";
    const around = element?.closest(".fp-passage");
    if (around) maybe(closed, HTMLElement, around)?.click();
    element?.closest("details")?.setAttribute("open", "");
  }
  const { bottom } = first.getBoundingClientRect();
  if (passage) passage.scrollIntoView();
  else if (bottom > innerHeight) element?.scrollIntoView({ block: "center" });
}

/** @param {HTMLTemplateElement} template @param {number} count of highlights */
function showNotice(template, count) {
  notice?.remove();
  if (!count) return;
  notice = copyOf(template);
  one(".md-content__inner", HTMLElement).append(notice);
  const status = one("[role=status]", HTMLElement, notice);
  const sentence = count === 1 ? status.dataset.one : status.dataset.found;
  status.textContent = (sentence ?? "").replace("{count}", String(count));
  one("button", HTMLElement, notice).addEventListener("click", clear);
}

function clear() {
  const address = new URL(location.href);
  address.searchParams.delete("found");
  history.replaceState(history.state, "", address);
  CSS.highlights.delete(NAME);
  notice?.remove();
}
