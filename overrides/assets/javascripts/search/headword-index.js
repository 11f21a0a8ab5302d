// The headword index: entries looked up by the forms and the romanisation of their headwords.

import { UNIT } from "./postings.js";
import { BEGUN, COMPLETE, inOrder, KNOWN } from "./ranking.js";
import { compact } from "./tokeniser.js";

const LEAVES = 2;
const MOST = 24; // headwords that a query may be the beginning of
const LONGEST_KEY = 200; // longer than any headword
/** The passage number of a document's head. @param {number} document */
const headOf = (document) => document * (UNIT / 2);

/**
 * The headwords of which the whole query is a form or a romanisation, or their beginning.
 *
 * @param {SearchIndex} index
 * @param {Piece[]} pieces
 */
export async function headwordsOf(index, pieces) {
  const key = compact(pieces);
  if (!key || key.length > LONGEST_KEY) return [];
  const typed = /^[a-z0-9]+$/.test(key) ? key.replaceAll("v", "u") : "";
  const letters = typed.replace(/[0-9]/g, "");
  const keys = new Set([key, letters].filter((text) => text.length > 1 || /[^a-z]/.test(text)));
  const found = await Promise.all([...keys].map((text) => index.headwords.beginning(text, LEAVES)));
  /** @type {Map<number, Answer>} */
  const answers = new Map();
  for (const [form, entries] of found.flat()) {
    for (const [document, romanisation, before] of entries) {
      const match = romanisation ? matchOf(typed, romanisation, before) : formMatchOf(key, form);
      const passage = headOf(document);
      const known = answers.get(passage);
      if (!match) continue;
      const isBetter = !known || match.standing < known.standing || match.score > known.score;
      if (isBetter) answers.set(passage, { passage, ...match });
    }
  }
  return inOrder([...answers.values()]).slice(0, MOST);
}

/** @param {string} key of the query @param {string} form */
function formMatchOf(key, form) {
  if (form === key) return { standing: KNOWN, score: 100 };
  if (!form.startsWith(key) || key.length < 2) return null;
  return { standing: BEGUN, score: (20 * key.length) / form.length };
}

/**
 * The match of whole syllables, if the tones typed are those of the romanisation.
 *
 * @param {string} typed
 * @param {string} romanisation
 * @param {number} before syllables of the form before the romanisation
 */
function matchOf(typed, romanisation, before) {
  const end = agreement(typed, romanisation);
  if (end < 0) return null;
  const isAll = before === 0 && end === romanisation.length;
  if (isAll) return { standing: KNOWN, score: 90 };
  return { standing: COMPLETE, score: before === 0 ? 30 : 20 };
}

/**
 * The length of the part of a romanisation that agrees with a query; -1 if it does not agree.
 *
 * @param {string} typed
 * @param {string} romanisation
 */
function agreement(typed, romanisation) {
  let at = 0;
  for (let place = 0; place < romanisation.length; place += 1) {
    const sign = romanisation[place];
    if (at === typed.length && sign === " ") return place;
    if (sign === " ") continue;
    if (sign === typed[at]) at += 1;
    else if (!/[0-9]/.test(sign) || /[0-9]/.test(typed[at])) return -1;
  }
  return at === typed.length ? romanisation.length : -1;
}
