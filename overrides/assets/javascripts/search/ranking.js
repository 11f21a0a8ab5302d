// Which passages answer a query, and in what order: BM25F over heads and texts, with nearness.

import { documentOf, languageOf, numberOf, passageOf } from "./postings.js";
import { LONGER } from "./word-forms.js";

const SATURATION = 0.6; // how soon it stops to count how often a word occurs
const HEAD = 4; // what a word in a title or headword counts, where one in a text counts 1
const INHERITED = 0.2; // of what a head's words count, for the passages under it
const ADJACENT = 2; // what it counts that words stand as they were typed, not a word apart
const READERS = 1.1; // what a word counts in the reader's language
const SCATTERED = 0.75; // what it counts that a document has all parts, but no passage of it has
const DIVIDED = 0.6; // what it counts that neither language alone has all parts
const ENOUGH = 0.5; // of the worth of a query's words, where nothing has them all
const KINDS = {
  term: 1.15,
  name: 1.15,
  article: 1,
  claim: 0.95,
  source: 0.8,
  page: 0.8,
  guide: 0.8,
};

/**
 * How well something answers: what is known by the query, what has all of it, what has a part of it
 * only as a part of words, what has most.
 */
export const KNOWN = 0;
export const COMPLETE = 1;
export const BEGUN = 2;
export const PARTIAL = 3;

/**
 * The passages that answer the parts of a query, `{passage, standing, score}`. Only if none has all
 * parts come those that have most. `side` takes one language's texts alone.
 */
export function answersTo(index, parts, { lang, side }) {
  const having = parts.map(({ hits }) => documentsOf(hits, side));
  const worth = having.map(({ size }) => rarity(index, size));
  const telling = having.filter((_, number) => !parts[number].isLight);
  const whole = inAll(telling);
  const answers = [];
  for (const [document, passages] of gathered(parts, whole.size ? whole : inAny(telling), side)) {
    const kind = KINDS[index.kindOf(document)] ?? 1;
    const factor = kind * (isDivided(passages, parts) ? DIVIDED : 1);
    for (const answer of within(passages, parts, { worth, lang })) {
      answers.push({ ...answer, score: answer.score * factor });
    }
  }
  if (whole.size) return answers;
  const all = sum(worth.filter((_, number) => having[number].size));
  return answers.filter((answer) => answer.worth >= all * ENOUGH);
}

/** The answers in order: by standing, then by score, then as they stand on the site. */
export function inOrder(answers) {
  return [...answers].sort(
    (one, two) => one.standing - two.standing || two.score - one.score || one.passage - two.passage,
  );
}

function documentsOf(hits, side) {
  const documents = new Set();
  for (const unit of hits.keys()) {
    if (!side || languageOf(unit) === side) documents.add(documentOf(passageOf(unit)));
  }
  return documents;
}

function inAll(sets) {
  if (!sets.length) return new Set();
  const [fewest, ...others] = [...sets].sort((one, other) => one.size - other.size);
  return new Set([...fewest].filter((document) => others.every((set) => set.has(document))));
}

function inAny(sets) {
  return new Set(sets.flatMap((set) => [...set]));
}

/** What a part is worth by how few documents have it (BM25's inverse document frequency). */
function rarity(index, having) {
  return Math.log(1 + (index.documents - having + 0.5) / (having + 0.5));
}

/** The units of some documents that have any part but light ones: `[unit, hits by part]`, by passage. */
function gathered(parts, asked, side) {
  const units = new Map();
  const lightLast = [...parts.entries()].sort(([, one], [, two]) => one.isLight - two.isLight);
  for (const [number, { hits, isLight }] of lightLast) {
    for (const [unit, hit] of hits) {
      if (side && languageOf(unit) !== side) continue;
      if (!asked.has(documentOf(passageOf(unit)))) continue;
      if (!isLight && !units.has(unit)) units.set(unit, []);
      const known = units.get(unit);
      if (known) known[number] = hit;
    }
  }
  const documents = new Map();
  for (const [unit, hits] of units) {
    const passage = passageOf(unit);
    const document = documentOf(passage);
    if (!documents.has(document)) documents.set(document, new Map());
    const passages = documents.get(document);
    if (!passages.has(passage)) passages.set(passage, []);
    passages.get(passage).push([unit, hits]);
  }
  return documents;
}

/** Whether something has all parts but light ones, by what it HAS of each. */
function hasAll(parts, has) {
  return parts.every(({ isLight }, number) => isLight || has(number));
}

/** Whether a document has no language in which it has all parts. */
function isDivided(passages, parts) {
  const units = [...passages.values()].flat();
  return ["en", "zh-Hant"].every((language) => {
    const own = units.filter(([unit]) => languageOf(unit) === language);
    return !hasAll(parts, (number) => own.some(([, hits]) => hits[number]));
  });
}

/** The answers in one document: every passage that has all parts, or else its best one. */
function within(passages, parts, { worth, lang }) {
  const scored = Array.from(passages, ([passage, units]) => ({
    passage,
    scores: parts.map((_, number) => scoreOf(units, number, { worth, lang })),
    nearness: Math.max(...units.map(([, hits]) => nearness(hits, parts, worth))),
  }));
  const head = scored.find(({ passage }) => numberOf(passage) === 0);
  const answers = scored.map((one) => answer(one, head));
  const weights = parts.map((_, number) => weightIn(passages, number));
  const isWhole = hasAll(parts, (number) => !(weights[number] <= LONGER));
  const complete = isWhole ? COMPLETE : BEGUN;
  const whole = answers.filter(({ scores }) => hasAll(parts, (number) => scores[number] > 0));
  if (whole.length) return whole.map((one) => ({ ...one, standing: complete }));
  const { passage } = answers.reduce((one, two) => (two.score > one.score ? two : one));
  const most = parts.map((_, number) => Math.max(...answers.map(({ scores }) => scores[number])));
  const standing = hasAll(parts, (number) => most[number] > 0) ? complete : PARTIAL;
  const held = worth.filter((_, number) => most[number] > 0);
  return [{ passage, standing, worth: sum(held), score: sum(most) * SCATTERED }];
}

/** How much a part weighs at most in a document. */
function weightIn(passages, number) {
  const units = [...passages.values()].flat();
  return Math.max(...units.map(([, hits]) => hits[number]?.weight ?? 0));
}

/** What a passage is worth, part by part, with what its document's head lends it. */
function answer({ passage, scores, nearness }, head) {
  const factor = head?.passage === passage ? HEAD : 1;
  const inherited = factor === 1 && head ? HEAD * INHERITED : 0;
  const totals = scores.map((score, at) => score * factor + inherited * (head?.scores[at] ?? 0));
  return {
    passage,
    scores: totals,
    score: sum(totals) + nearness * factor,
  };
}

/** What a part counts in a passage: in the text that has more of it. */
function scoreOf(units, number, { worth, lang }) {
  const scores = units.map(([unit, hits]) => {
    const hit = hits[number];
    if (!hit) return 0;
    const frequency = (hit.count * (1 + SATURATION)) / (hit.count + SATURATION);
    const readers = languageOf(unit) === lang ? READERS : 1;
    return worth[number] * hit.weight * frequency * readers;
  });
  return Math.max(...scores);
}

/** What it adds that parts of a query stand near each other in a text, most if one by one. */
function nearness(hits, parts, worth) {
  let total = 0;
  for (let number = 1; number < parts.length; number += 1) {
    const [one, two] = [hits[number - 1], hits[number]];
    if (one && two) {
      const gap = leastGap(one.positions, two.positions, parts[number - 1].length);
      const both = (worth[number - 1] + worth[number]) * Math.min(one.weight, two.weight);
      total += both * (gap === 0 ? ADJACENT : 1 / (1 + gap));
    }
  }
  return total;
}

/** The least number of positions between the end of one and the beginning of the other, or more. */
function leastGap(ones, twos, length) {
  let least = Infinity;
  for (const one of ones) {
    for (const two of twos) {
      const gap = two - one - length;
      least = Math.min(least, gap >= 0 ? gap : 1 - gap);
    }
  }
  return least;
}

function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}
