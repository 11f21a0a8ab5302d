// Ranking: BM25F over title fields and texts, with proximity.

import { documentOf, languageOf, numberOf, passageOf } from "./postings.js";
import { LONGER } from "./word-forms.js";

const SATURATION = 0.6; // how soon it stops to count how often a word occurs
const TITLE = 4; // weight of the title field (title or headword); that of a text is 1
const INHERITED = 0.2; // part of the title field's score that counts for the passages under it
const ADJACENT = 2; // what it counts that words stand as they were typed, not a word apart
const READERS = 1.1; // what a word counts in the reader's language
const SCATTERED = 0.75; // what it counts that a document has all parts, but no passage of it has
const DIVIDED = 0.6; // what it counts that neither language alone has all parts
const ENOUGH = 0.5; // of the worth of a query's words, where nothing has them all
/** @type {Record<string, number>} */
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
 * The standing of an answer: a headword that the query names, all parts found, some only as the
 * beginning or a part of a word, most parts found.
 */
export const KNOWN = 0;
export const COMPLETE = 1;
export const BEGUN = 2;
export const PARTIAL = 3;

/** @typedef {[unit: number, hits: (Hit | undefined)[]]} UnitHits hits by part */
/** @typedef {{worth: number[], lang: Language}} Weights */

/**
 * The passages that answer the parts of a query; those with most parts only if none has all.
 *
 * @param {SearchIndex} index
 * @param {FoundPart[]} parts
 * @param {{lang: Language, side?: Language}} options the reader's language; the one searched alone
 * @returns {Answer[]}
 */
export function answersTo(index, parts, { lang, side }) {
  const having = parts.map(({ hits }) => documentsOf(hits, side));
  const worth = having.map(({ size }) => rarity(index, size));
  const required = having.filter((_, number) => !parts[number].isLight);
  const whole = inAll(required);
  const answers = [];
  for (const [document, passages] of gathered(parts, whole.size ? whole : inAny(required), side)) {
    const kind = KINDS[index.kindOf(document)] ?? 1;
    const factor = kind * (isDivided(passages, parts) ? DIVIDED : 1);
    for (const answer of within(passages, parts, { worth, lang })) {
      answers.push({ ...answer, score: answer.score * factor });
    }
  }
  if (whole.size) return answers;
  const all = sum(worth.filter((_, number) => having[number].size));
  return answers.filter((answer) => (answer.worth ?? 0) >= all * ENOUGH);
}

/**
 * Sort answers by standing, then by score, then in the order of the site.
 *
 * @template {Answer} A
 * @param {A[]} answers
 */
export function inOrder(answers) {
  return [...answers].sort(
    (one, two) => one.standing - two.standing || two.score - one.score || one.passage - two.passage,
  );
}

/** @param {Map<number, Hit>} hits @param {Language} [side] */
function documentsOf(hits, side) {
  const documents = new Set();
  for (const unit of hits.keys()) {
    if (!side || languageOf(unit) === side) documents.add(documentOf(passageOf(unit)));
  }
  return documents;
}

/** @param {Set<number>[]} sets @returns {Set<number>} */
function inAll(sets) {
  if (!sets.length) return new Set();
  const [fewest, ...others] = [...sets].sort((one, other) => one.size - other.size);
  return new Set([...fewest].filter((document) => others.every((set) => set.has(document))));
}

/** @param {Set<number>[]} sets */
function inAny(sets) {
  return new Set(sets.flatMap((set) => [...set]));
}

/**
 * BM25's inverse document frequency.
 *
 * @param {SearchIndex} index
 * @param {number} having how many documents have a part
 */
function rarity(index, having) {
  return Math.log(1 + (index.documents - having + 0.5) / (having + 0.5));
}

/**
 * The units with any part but light ones, by document and passage.
 *
 * @param {FoundPart[]} parts
 * @param {Set<number>} asked documents
 * @param {Language} [side]
 */
function gathered(parts, asked, side) {
  /** @type {Map<number, (Hit | undefined)[]>} */
  const units = new Map();
  const lightLast = [...parts.entries()].sort(
    ([, one], [, two]) => Number(one.isLight) - Number(two.isLight),
  );
  for (const [number, { hits, isLight }] of lightLast) {
    for (const [unit, hit] of hits) {
      if (side && languageOf(unit) !== side) continue;
      if (!asked.has(documentOf(passageOf(unit)))) continue;
      if (!isLight && !units.has(unit)) units.set(unit, []);
      const known = units.get(unit);
      if (known) known[number] = hit;
    }
  }
  /** @type {Map<number, Map<number, UnitHits[]>>} */
  const documents = new Map();
  for (const [unit, hits] of units) {
    const passage = passageOf(unit);
    const document = documentOf(passage);
    const passages = documents.get(document) ?? new Map();
    documents.set(document, passages);
    passages.set(passage, [...(passages.get(passage) ?? []), [unit, hits]]);
  }
  return documents;
}

/**
 * Whether something has all parts but light ones.
 *
 * @param {FoundPart[]} parts
 * @param {(number: number) => boolean} has whether it has a part
 */
function hasAll(parts, has) {
  return parts.every(({ isLight }, number) => isLight || has(number));
}

/**
 * Whether neither language of a document has all parts by itself.
 *
 * @param {Map<number, UnitHits[]>} passages
 * @param {FoundPart[]} parts
 */
function isDivided(passages, parts) {
  const units = [...passages.values()].flat();
  return ["en", "zh-Hant"].every((language) => {
    const own = units.filter(([unit]) => languageOf(unit) === language);
    return !hasAll(parts, (number) => own.some(([, hits]) => hits[number] !== undefined));
  });
}

/**
 * The answers in one document: every passage with all parts, or else the best one.
 *
 * @param {Map<number, UnitHits[]>} passages
 * @param {FoundPart[]} parts
 * @param {Weights} weights
 * @returns {(Answer & {worth?: number})[]}
 */
function within(passages, parts, { worth, lang }) {
  const scored = Array.from(passages, ([passage, units]) => ({
    passage,
    scores: parts.map((_, number) => scoreOf(units, number, { worth, lang })),
    nearness: Math.max(...units.map(([, hits]) => nearness(hits, parts, worth))),
  }));
  const title = scored.find(({ passage }) => numberOf(passage) === 0);
  const answers = scored.map((one) => answer(one, title));
  const isWhole = hasAll(parts, (number) => weightIn(passages, number) > LONGER);
  const complete = isWhole ? COMPLETE : BEGUN;
  const whole = answers.filter(({ scores }) => hasAll(parts, (number) => scores[number] > 0));
  if (whole.length) return whole.map((one) => ({ ...one, standing: complete }));
  const { passage } = answers.reduce((one, two) => (two.score > one.score ? two : one));
  const most = parts.map((_, number) => Math.max(...answers.map(({ scores }) => scores[number])));
  const standing = hasAll(parts, (number) => most[number] > 0) ? complete : PARTIAL;
  const held = worth.filter((_, number) => most[number] > 0);
  return [{ passage, standing, worth: sum(held), score: sum(most) * SCATTERED }];
}

/** The largest weight of a part in a document. @param {Map<number, UnitHits[]>} passages @param {number} number */
function weightIn(passages, number) {
  const units = [...passages.values()].flat();
  return Math.max(...units.map(([, hits]) => hits[number]?.weight ?? 0));
}

/** @typedef {{passage: number, scores: number[], nearness: number}} Scored */

/**
 * The scores of a passage, part by part, with a share of its document's title field.
 *
 * @param {Scored} scored
 * @param {Scored} [title]
 */
function answer({ passage, scores, nearness }, title) {
  const factor = title?.passage === passage ? TITLE : 1;
  const inherited = factor === 1 && title ? TITLE * INHERITED : 0;
  const totals = scores.map((score, at) => score * factor + inherited * (title?.scores[at] ?? 0));
  return {
    passage,
    scores: totals,
    score: sum(totals) + nearness * factor,
  };
}

/**
 * The score of a part in a passage: in the text that has more of it.
 *
 * @param {UnitHits[]} units
 * @param {number} number of the part
 * @param {Weights} weights
 */
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

/**
 * The proximity score: neighbouring parts of the query near each other in a text.
 *
 * @param {(Hit | undefined)[]} hits
 * @param {FoundPart[]} parts
 * @param {number[]} worth
 */
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

/**
 * The least distance between the end of one and the beginning of the other; one more backwards.
 *
 * @param {number[]} ones
 * @param {number[]} twos
 * @param {number} length of one
 */
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

/** @param {number[]} values */
function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}
