/**
 * What the search found, marked on the page that a result led to: `?found=…&found=…#passage`. The
 * address has the wordings of both texts, so nothing needs to be fetched or searched again.
 *
 * The marks are highlights of the browser's and change nothing in the page.
 */

const NAME = "fp-found";
const SKIPPED = ".fp-contents, .fp-bar, .fp-spine, .fp-meta, nav, script, style";
const template = document.getElementById("fp-found");
let told; // what tells of the marks, and has the button that clears them

export function markFound() {
  if (!template || !CSS.highlights || !wordings().length) return;
  mark();
  addEventListener("hashchange", mark);
}

function wordings() {
  return new URLSearchParams(location.search).getAll("found").filter(Boolean);
}

function mark() {
  const passage = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const place = passage?.closest(".fp-passage, .fp-section") ?? document.querySelector("article");
  const ranges = rangesOf(place, wordings());
  CSS.highlights.set(NAME, new Highlight(...ranges));
  tell(ranges.length);
  if (ranges.length) bringIntoView(ranges, passage);
}

/** Where a place has some wordings, also across its links. */
function rangesOf(place, wordings) {
  const nodes = textsOf(place);
  const text = nodes.map(({ data }) => data).join("");
  const starts = nodes.map(
    (
      (sum) =>
      ({ length }) =>
        (sum += length) - length
    )(0),
  );
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

function textsOf(place) {
  const filter = ({ parentElement }) =>
    parentElement.closest(SKIPPED) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT, filter);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}

function occurrences(text, wording) {
  const found = [];
  for (let at = text.indexOf(wording); at >= 0; at = text.indexOf(wording, at + 1)) found.push(at);
  return found;
}

/** Show a text that is not shown, if all that was found is in it, and go there. */
function bringIntoView(ranges, passage) {
  const [first] = ranges;
  const element = first.startContainer.parentElement;
  if (!ranges.some((range) => range.getClientRects().length)) {
    element.closest(".fp-passage")?.querySelector(".fp-reveal[aria-expanded=false]")?.click();
    element.closest("details")?.setAttribute("open", "");
  }
  const { bottom } = first.getBoundingClientRect();
  if (passage) passage.scrollIntoView();
  else if (bottom > innerHeight) element.scrollIntoView({ block: "center" });
}

function tell(count) {
  told?.remove();
  if (!count) return;
  told = template.content.firstElementChild.cloneNode(true);
  document.querySelector(".md-content__inner").append(told);
  const status = told.querySelector("[role=status]");
  status.textContent = (count === 1 ? status.dataset.one : status.dataset.found).replace(
    "{count}",
    count,
  );
  told.querySelector("button").addEventListener("click", clear);
}

function clear() {
  const address = new URL(location.href);
  address.searchParams.delete("found");
  history.replaceState(history.state, "", address);
  CSS.highlights.delete(NAME);
  told.remove();
}
