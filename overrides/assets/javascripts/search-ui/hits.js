/** Results as links with both texts, in which the matches are marked. */

import { all, copyOf, one } from "../page/dom.js";

/** @type {Language[]} */
const LANGUAGES = ["en", "zh-Hant"];
const LENGTHS = { en: 150, "zh-Hant": 62 }; // letters of a text that are shown
const CLOSE = /^[\s\-‑–·.]*$/; // between two words that are marked as one
const MOST = 6; // different wordings that are marked on the page that a result leads to
const ENDS = /[\s，。；：、！？」）]/;

/** A result as a link. @param {HTMLFormElement} form @param {Result} result */
export function hitOf(form, result) {
  const hit = copyOf(one(".fp-hit-template", HTMLTemplateElement, form));
  const { kind, title, passage, matches } = result;
  hit.setAttribute("href", addressOf(result));
  for (const language of LANGUAGES) {
    const [titled, texts] = all(`[data-language="${language}"]`, HTMLElement, hit);
    titled.append(...marked(title[language], matches.title[language]));
    texts.append(...excerpt(passage[language], matches.passage[language], LENGTHS[language]));
  }
  if (title.en === title["zh-Hant"])
    hit.querySelectorAll(".fp-hit-title [data-language]")[1].remove();
  one(".fp-hit-kind", HTMLElement, hit).textContent = labelOf(form, kind);
  if (matches.lent) one("bdi", HTMLElement, hit).textContent = matches.lent;
  else one(".fp-hit-lent", HTMLElement, hit).remove();
  return hit;
}

/**
 * Results with those of the editors' guide apart, unless they are asked for or nothing else is found.
 *
 * @param {Result[]} results
 * @param {{kinds?: string[]}} question
 */
export function guideApart(results, { kinds }) {
  const others = results.filter(({ kind }) => kind !== "guide");
  const isFolded = others.length > 0 && !kinds?.includes("guide");
  return isFolded
    ? { shown: others, guide: results.filter(({ kind }) => kind === "guide") }
    : { shown: results, guide: [] };
}

/** The form's label of a kind. @param {HTMLFormElement} form @param {string} kind */
export function labelOf(form, kind) {
  return one(`[value="${kind}"] + span > span`, HTMLElement, form).textContent ?? "";
}

/** The address of a result, with the wordings that `page/found-highlights.js` marks. @param {Result} result */
function addressOf({ url, anchor, title, passage, matches }) {
  const address = new URL(url);
  const wordings = new Set(
    LANGUAGES.flatMap((language) => [
      ...wordingsOf(passage[language], matches.passage[language]),
      ...(anchor ? [] : wordingsOf(title[language], matches.title[language])),
    ]),
  );
  for (const wording of [...wordings].slice(0, MOST)) address.searchParams.append("found", wording);
  address.hash = anchor;
  return address.href;
}

/** @param {string} text @param {TextRange[]} ranges */
function wordingsOf(text, ranges) {
  return joined(text, ranges).map(([start, end]) => text.slice(start, end));
}

/**
 * A text with its ranges marked, from one place to another.
 *
 * @param {string} text
 * @param {TextRange[]} ranges
 */
function marked(text, ranges, from = 0, to = text.length) {
  const parts = [];
  let at = from;
  for (const [start, end] of joined(text, ranges)) {
    if (start < from || end > to) continue;
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    parts.push(text.slice(at, start), mark);
    at = end;
  }
  return [...parts, text.slice(at, to)];
}

/**
 * A part of a text of about a length, with the first range in it.
 *
 * @param {string} text
 * @param {TextRange[]} ranges
 * @param {number} length
 */
function excerpt(text, ranges, length) {
  const first = ranges[0]?.[0] ?? 0;
  let from = first > length / 2 ? first - Math.round(length / 3) : 0;
  if (from) from += text.slice(from, first).search(ENDS) + 1;
  let to = from + length;
  if (to >= text.length) return [from ? "…" : "", ...marked(text, ranges, from)];
  to = Math.max(text.lastIndexOf(" ", to), to - 12, ranges[0]?.[1] ?? 0);
  return [from ? "…" : "", ...marked(text, ranges, from, to), "…"];
}

/** Ranges; those of neighbouring words are joined. @param {string} text @param {TextRange[]} ranges */
function joined(text, ranges) {
  /** @type {TextRange[]} */
  const whole = [];
  for (const [start, end] of ranges) {
    const last = whole.at(-1);
    if (last && CLOSE.test(text.slice(last[1], start))) last[1] = end;
    else whole.push([start, end]);
  }
  return whole;
}

/** The query of a form, as it is written in addresses. @param {HTMLFormElement} form */
export function queryString(form) {
  const data = /** @type {[string, string][]} */ ([...new FormData(form)]);
  return new URLSearchParams(data);
}
