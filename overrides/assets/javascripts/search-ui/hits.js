/** Results as the reader sees them: links with both texts, and what was looked for marked in them. */

const LENGTHS = { en: 150, "zh-Hant": 62 }; // letters of a text that are shown
const CLOSE = /^[\s\-‑–·.]*$/; // between two words that are marked as one
const MOST = 6; // different wordings that are marked on the page that a result leads to
const ENDS = /[\s，。；：、！？」）]/;

/** A result as a link. */
export function hitOf(form, result) {
  const hit = form.querySelector(".fp-hit-template").content.firstElementChild.cloneNode(true);
  const { kind, title, passage, matches } = result;
  hit.href = addressOf(result);
  for (const language of ["en", "zh-Hant"]) {
    const [named, told] = hit.querySelectorAll(`[data-language="${language}"]`);
    named.append(...marked(title[language], matches.title[language]));
    told.append(...excerpt(passage[language], matches.passage[language], LENGTHS[language]));
  }
  if (title.en === title["zh-Hant"])
    hit.querySelectorAll(".fp-hit-title [data-language]")[1].remove();
  hit.querySelector(".fp-hit-kind").textContent = labelOf(form, kind);
  if (matches.lent) hit.querySelector("bdi").textContent = matches.lent;
  else hit.querySelector(".fp-hit-lent").remove();
  return hit;
}

/** Results with those of the editors' guide apart, unless they are asked for or nothing else is found. */
export function guideApart(results, { kinds }) {
  const others = results.filter(({ kind }) => kind !== "guide");
  const isFolded = others.length > 0 && !kinds?.includes("guide");
  return isFolded
    ? { shown: others, guide: results.filter(({ kind }) => kind === "guide") }
    : { shown: results, guide: [] };
}

/** How the form calls a kind. */
export function labelOf(form, kind) {
  return form.querySelector(`[value="${kind}"] + span > span`).textContent;
}

/** Where a result is read, with what is to be marked there; `page/found-highlights.js` marks it. */
function addressOf({ url, anchor, title, passage, matches }) {
  const address = new URL(url);
  const wordings = new Set(
    ["en", "zh-Hant"].flatMap((language) => [
      ...wordingsOf(passage[language], matches.passage[language]),
      ...(anchor ? [] : wordingsOf(title[language], matches.title[language])),
    ]),
  );
  for (const wording of [...wordings].slice(0, MOST)) address.searchParams.append("found", wording);
  address.hash = anchor;
  return address.href;
}

function wordingsOf(text, ranges) {
  return joined(text, ranges).map(([start, end]) => text.slice(start, end));
}

/** A text with its ranges marked, from one place to another. */
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

/** A part of a text of about a length, with the first range in it. */
function excerpt(text, ranges, length) {
  const first = ranges[0]?.[0] ?? 0;
  let from = first > length / 2 ? first - Math.round(length / 3) : 0;
  if (from) from += text.slice(from, first).search(ENDS) + 1;
  let to = from + length;
  if (to >= text.length) return [from ? "…" : "", ...marked(text, ranges, from)];
  to = Math.max(text.lastIndexOf(" ", to), to - 12, ranges[0]?.[1] ?? 0);
  return [from ? "…" : "", ...marked(text, ranges, from, to), "…"];
}

/** Ranges, those of words that stand together as one. */
function joined(text, ranges) {
  const whole = [];
  for (const [start, end] of ranges) {
    const last = whole.at(-1);
    if (last && CLOSE.test(text.slice(last[1], start))) last[1] = end;
    else whole.push([start, end]);
  }
  return whole;
}
