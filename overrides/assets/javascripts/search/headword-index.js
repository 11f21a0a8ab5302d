// The headword index: entries looked up by the forms and the romanisation of their headwords.

import { compact } from "./tokeniser.js";
import { UNIT } from "./postings.js";
import { BEGUN, COMPLETE, KNOWN, inOrder } from "./ranking.js";

const LEAVES = 2;
const MOST = 24; // headwords that a query may be the beginning of
const LONGEST_KEY = 200; // longer than any headword
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
