// Query expansion: a headword's form in the query is also looked for in the other language.

import { textKey } from "./store.js";

const STARTS = 6; // words or characters of a query at which a headword may begin
const LONGEST = 10; // words or characters of a headword
const LENDERS = 2; // headwords of one form, as 港劇 may be two things
const LENT = 2; // forms of each

/** @typedef {{documents: number[], isHan: boolean, start: number, end: number, next: number}} Span */
/** @typedef {{text: string, isRun?: boolean, start: number, end: number}} Atom */

/**
 * The query with each headword in it replaced by forms of it in the other language.
 *
 * @param {SearchIndex} index
 * @param {string} query
 * @param {Piece[]} pieces
 */
export async function expandedQueries(index, query, pieces) {
  const atoms = atomsOf(pieces).slice(0, STARTS + LONGEST);
  /** @type {Span[]} */
  const spans = [];
  for (let start = 0; start < Math.min(atoms.length, STARTS); ) {
    const span = await longestFrom(index, atoms, start);
    if (span) spans.push(span);
    start = span ? span.next : start + 1;
  }
  const forms = await Promise.all(spans.map((span) => otherForms(index, span)));
  return spans.flatMap((span, number) =>
    forms[number].map((form) => ({
      query: `${query.slice(0, span.start)} "${form}" ${query.slice(span.end)}`,
      form,
    })),
  );
}

/**
 * Words, and characters of runs, with their place in the query.
 *
 * @param {Piece[]} pieces
 * @returns {Atom[]}
 */
function atomsOf(pieces) {
  return pieces.filter(({ isWhole }) => !isWhole).flatMap(atomsIn);
}

/** @param {Piece} piece @returns {Atom[]} */
function atomsIn(piece) {
  if (!piece.isRun) return [piece];
  let end = piece.start;
  return Array.from(piece.text, (text) => {
    const start = end;
    end += text.length;
    return { text, isRun: true, start, end };
  });
}

/**
 * The longest headword that begins at an atom, if any does.
 *
 * @param {SearchIndex} index
 * @param {Atom[]} atoms
 * @param {number} start
 * @returns {Promise<Span | null>}
 */
async function longestFrom(index, atoms, start) {
  const last = Math.min(atoms.length, start + LONGEST);
  for (let next = last; next > start; next -= 1) {
    const part = atoms.slice(start, next);
    const key = part.map(({ text }) => text).join("");
    const entries = index.stopWords.has(key) ? [] : ((await index.headwords.get(key)) ?? []);
    const documents = entries
      .filter(([, romanisation]) => !romanisation)
      .map(([document]) => document);
    if (documents.length) {
      const [first, last] = [part[0], part[part.length - 1]];
      return { documents, isHan: first.isRun === true, start: first.start, end: last.end, next };
    }
  }
  return null;
}

/** @param {SearchIndex} index @param {Span} span */
async function otherForms(index, { documents, isHan }) {
  const heads = await Promise.all(
    documents.slice(0, LENDERS).map((document) => index.texts.get(textKey(document, 0))),
  );
  return [
    ...new Set(
      /** @type {HeadTexts[]} */ (heads).flatMap((head) => head[isHan ? 3 : 4].slice(0, LENT)),
    ),
  ];
}
