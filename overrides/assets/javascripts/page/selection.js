/**
 * Selecting and copying facing texts: a selection stays in the column in which it begins.
 *
 * `data-selects` on the page's root names that column's language; by it the styles keep the other
 * texts, and what is no text, out of the selection. A selection that begins outside the texts (all
 * of the page, say) has both languages.
 */

const TEXTS = ".fp-text, .fp-titles > [lang], .fp-from";
const root = document.documentElement;

export function offerCopies() {
  if (!document.querySelector(".fp-texts")) return;
  // Before the browser begins to select; with Shift, what was selected before goes on.
  document.addEventListener("pointerdown", ({ target, shiftKey }) => shiftKey || keepTo(target));
  document.addEventListener(
    "selectionchange",
    () => isSelected() && keepTo(getSelection().anchorNode),
  );
  document.addEventListener("copy", copyTexts);
}

const isSelected = () => !getSelection().isCollapsed;

/** Keep the selection that begins at a node to its column. */
function keepTo(node) {
  const element = elementOf(node);
  const text = element?.closest(TEXTS) ?? element?.closest(".fp-side")?.querySelector(".fp-text");
  if (text?.lang) root.dataset.selects = text.lang;
  else delete root.dataset.selects;
}

/** Copy what is selected of the texts, a paragraph each, if the selection is all within them. */
function copyTexts(event) {
  const selection = getSelection();
  if (event.defaultPrevented || !isSelected()) return;
  const range = selection.getRangeAt(0);
  const reading = elementOf(range.commonAncestorContainer).closest(".fp-reading");
  const texts = reading ? [...reading.querySelectorAll(TEXTS)].filter(isSelectable) : [];
  const parts = texts
    .map((text) => selectedOf(text, range))
    .filter(({ textContent }) => textContent.trim());
  if (!parts.length) return;
  const plain = parts.map(({ textContent }) => textContent.trim().replace(/\s+/g, " "));
  event.clipboardData.setData("text/plain", plain.join("\n\n"));
  event.clipboardData.setData("text/html", parts.map(({ outerHTML }) => outerHTML).join("\n"));
  event.preventDefault();
}

function elementOf(node) {
  return node?.nodeType === Node.ELEMENT_NODE ? node : node?.parentElement;
}

function isSelectable(text) {
  const { userSelect, webkitUserSelect } = getComputedStyle(text);
  return text.getClientRects().length > 0 && (userSelect ?? webkitUserSelect) !== "none";
}

/** A paragraph with what a range has of a text: links lead to whole addresses, no Jyutping. */
function selectedOf(text, range) {
  const part = new Range();
  part.selectNodeContents(text);
  const paragraph = document.createElement("p");
  paragraph.lang = text.lang;
  if (!range.intersectsNode(text)) return paragraph;
  if (text.contains(range.startContainer)) part.setStart(range.startContainer, range.startOffset);
  if (text.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset);
  paragraph.append(part.cloneContents());
  for (const ruby of paragraph.querySelectorAll("ruby")) ruby.replaceWith(ruby.textContent);
  for (const link of paragraph.querySelectorAll("a")) {
    const { href } = link;
    for (const name of link.getAttributeNames()) link.removeAttribute(name);
    link.href = href;
  }
  return paragraph;
}
