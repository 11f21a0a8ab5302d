// Query expansion: a headword's form in the query is also looked for in the other language.

import { textKey } from "./store.js";

const STARTS = 6; // words or characters of a query at which a headword may begin
const LONGEST = 10; // words or characters of a headword
const LENDERS = 2; // headwords of one form, as 港劇 may be two things
const LENT = 2; // forms of each

/**
 * The query in other words: each form in it that is known of a headword gives way to forms of it in
 * the other language. `{query, form}`
 */
export async function lentQueries(index, query, pieces) {
  const atoms = atomsOf(pieces).slice(0, STARTS + LONGEST);
  const spans = [];
  for (let start = 0; start < Math.min(atoms.length, STARTS); ) {
    const span = await longestFrom(index, atoms, start);
    if (span) spans.push(span);
    start = span ? span.next : start + 1;
  }
  const lent = await Promise.all(spans.map((span) => formsLent(index, span)));
  return spans.flatMap((span, number) =>
    lent[number].map((form) => ({
      query: `${query.slice(0, span.start)} "${form}" ${query.slice(span.end)}`,
      form,
    })),
  );
}

/** Words, and characters of runs, with their place in the query. */
function atomsOf(pieces) {
  return pieces.flatMap((piece) => {
    if (piece.isWhole) return [];
    if (!piece.isRun) return [piece];
    let end = piece.start;
    return Array.from(piece.text, (text) => {
      const start = end;
      end += text.length;
      return { text, isRun: true, start, end };
    });
  });
}

async function longestFrom(index, atoms, start) {
  const last = Math.min(atoms.length, start + LONGEST);
  for (let next = last; next > start; next -= 1) {
    const part = atoms.slice(start, next);
    const key = part.map(({ text }) => text).join("");
    const entries = index.stopWords.has(key) ? [] : ((await index.known.get(key)) ?? []);
    const documents = entries.filter(([, reading]) => !reading).map(([document]) => document);
    if (documents.length) {
      const [{ isRun, start: from }, { end }] = [part[0], part.at(-1)];
      return { documents, isHan: isRun, start: from, end, next };
    }
  }
  return null;
}

async function formsLent(index, { documents, isHan }) {
  const heads = await Promise.all(
    documents.slice(0, LENDERS).map((document) => index.texts.get(textKey(document, 0))),
  );
  return [...new Set(heads.flatMap((head) => (isHan ? head[3] : head[4]).slice(0, LENT)))];
}
