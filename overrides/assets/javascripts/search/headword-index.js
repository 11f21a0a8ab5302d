// What the query is known by: headwords, by their forms and readings, and the forms that they lend.

import { compact } from "./tokeniser.js";
import { UNIT } from "./postings.js";
import { BEGUN, COMPLETE, KNOWN, inOrder } from "./ranking.js";

const LEAVES = 2;
const MOST = 24; // headwords that a query may be the beginning of
const STARTS = 6; // words or characters of a query at which a headword may begin
const LONGEST = 10; // words or characters
const LONGEST_KEY = 200; // longer than any headword
const LENDERS = 2; // headwords of one form, as 港劇 may be two things
const LENT = 2; // forms of each
const headOf = (document) => document * (UNIT / 2);

/** The headwords that a whole query is the form or the reading of, or begins, as answers. */
export async function headwordsOf(index, pieces) {
  const key = compact(pieces);
  if (!key || key.length > LONGEST_KEY) return [];
  const typed = /^[a-z0-9]+$/.test(key) ? key.replaceAll("v", "u") : "";
  const letters = typed.replace(/[0-9]/g, "");
  const keys = new Set([key, letters].filter((text) => text.length > 1 || /[^a-z]/.test(text)));
  const found = await Promise.all([...keys].map((text) => index.known.beginning(text, LEAVES)));
  const answers = new Map();
  for (const [form, entries] of found.flat()) {
    for (const [document, reading, before] of entries) {
      const answer = reading ? ofReading(typed, reading, before) : ofForm(key, form);
      const passage = headOf(document);
      const known = answers.get(passage);
      const isBetter = !known || answer?.standing < known.standing || answer?.score > known.score;
      if (answer && isBetter) answers.set(passage, { passage, ...answer });
    }
  }
  return inOrder([...answers.values()]).slice(0, MOST);
}

function ofForm(key, form) {
  if (form === key) return { standing: KNOWN, score: 100 };
  if (!form.startsWith(key) || key.length < 2) return null;
  return { standing: BEGUN, score: (20 * key.length) / form.length };
}

/** A query of whole syllables, if its tones are the reading's. */
function ofReading(typed, reading, before) {
  const end = agreement(typed, reading);
  if (end < 0) return null;
  const isAll = before === 0 && end === reading.length;
  if (isAll) return { standing: KNOWN, score: 90 };
  return { standing: COMPLETE, score: before === 0 ? 30 : 20 };
}

/** How far in a reading a query reaches that agrees with it; -1 if it does not. */
function agreement(typed, reading) {
  let at = 0;
  for (let place = 0; place < reading.length; place += 1) {
    const sign = reading[place];
    if (at === typed.length && sign === " ") return place;
    if (sign === " ") continue;
    if (sign === typed[at]) at += 1;
    else if (!/[0-9]/.test(sign) || /[0-9]/.test(typed[at])) return -1;
  }
  return at === typed.length ? reading.length : -1;
}

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

/** The key of a passage's texts, or of a document's head, which is passage 0. */
export function textKey(document, passage) {
  return `${String(document).padStart(6, "0")}.${String(passage).padStart(5, "0")}`;
}
