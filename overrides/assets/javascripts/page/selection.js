/**
 * Selecting and copying facing texts: a selection stays in the column in which it begins.
 *
 * `data-selects` on the page's root names that column's language; by it the styles keep the other
 * texts, and what is no text, out of the selection. A selection that begins outside the texts (all
 * of the page, say) has both languages.
 */

import { all, elementOf, maybe } from "./dom.js";

const TEXTS = ".fp-text, .fp-titles > [lang], .fp-from";
const root = document.documentElement;

export function initCopying() {
  if (!maybe(".fp-texts", HTMLElement)) return;
  // Before the browser begins to select; with Shift, the earlier selection goes on.
  document.addEventListener("pointerdown", ({ target, shiftKey }) => {
    if (!shiftKey) keepTo(target);
  });
  document.addEventListener("selectionchange", () => {
    const selection = selected();
    if (selection) keepTo(selection.anchorNode);
  });
  document.addEventListener("copy", copyTexts);
}

/** The selection, if anything is selected. */
function selected() {
  const selection = getSelection();
  return selection?.isCollapsed ? null : selection;
}

/** Keep the selection that begins at a node to its column. @param {EventTarget | null} node */
function keepTo(node) {
  const element = elementOf(node);
  const side = element?.closest(".fp-side");
  const text = element?.closest(TEXTS) ?? (side && maybe(".fp-text", HTMLElement, side));
  if (text instanceof HTMLElement && text.lang) root.dataset.selects = text.lang;
  else delete root.dataset.selects;
}

/** Copy the selected texts, a paragraph each, if the selection is all within them. @param {ClipboardEvent} event */
function copyTexts(event) {
  const selection = selected();
  if (event.defaultPrevented || !selection || !event.clipboardData) return;
  const range = selection.getRangeAt(0);
  const reading = elementOf(range.commonAncestorContainer)?.closest(".fp-reading");
  const texts = reading ? all(TEXTS, HTMLElement, reading).filter(isSelectable) : [];
  const parts = texts
    .map((text) => selectedOf(text, range))
    .filter(({ textContent }) => textContent.trim());
  if (!parts.length) return;
  const plain = parts.map(({ textContent }) => textContent.trim().replace(/\s+/g, " "));
  event.clipboardData.setData("text/plain", plain.join("\n\n"));
  event.clipboardData.setData("text/html", parts.map(({ outerHTML }) => outerHTML).join("\n"));
  event.preventDefault();
}

/** @param {HTMLElement} text */
function isSelectable(text) {
  const { userSelect, webkitUserSelect } = getComputedStyle(text);
  return text.getClientRects().length > 0 && (userSelect ?? webkitUserSelect) !== "none";
}

/** A paragraph of the selected part of a text: links have full addresses, and there is no Jyutping. @param {HTMLElement} text @param {Range} range */
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
