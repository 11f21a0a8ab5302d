// Which passages answer a query, and in what order: BM25F over heads and texts, with nearness.

import { documentOf, languageOf, numberOf, passageOf } from "./postings.js";

const SATURATION = 0.6; // how soon it stops to count how often a word occurs
const HEAD = 4; // what a word in a title or headword counts, where one in a text counts 1
const INHERITED = 0.2; // of what a head's words count, for the passages under it
const ADJACENT = 2; // what it counts that words stand as they were typed, not a word apart
const READERS = 1.1; // what a word counts in the reader's language
const SCATTERED = 0.75; // what it counts that a document has all parts, but no passage of it has
const ENOUGH = 0.5; // of the worth of a query's words, where nothing has them all
const KINDS = { term: 1.15, name: 1.15, article: 1, claim: 0.95, source: 0.8, page: 0.8 };

/** How well something answers: what is known by the query, what has all of it, what has most. */
export const KNOWN = 0;
export const COMPLETE = 1;
export const PARTIAL = 2;

/**
 * The passages that answer the parts of a query, `{passage, standing, score}`. Only if none has all
 * parts come those that have most. `side` takes one language's texts alone.
 */
export function answersTo(index, parts, { lang, side }) {
  const worth = parts.map(({ hits }) => rarity(index, hits));
  const documents = gathered(parts, side);
  const answers = [];
  for (const [document, passages] of documents) {
    const factor = KINDS[index.kindOf(document)] ?? 1;
    for (const answer of within(passages, parts, { worth, lang })) {
      answers.push({ ...answer, score: answer.score * factor });
    }
  }
  const complete = answers.filter(({ standing }) => standing < PARTIAL);
  if (complete.length) return complete;
  const all = sum(worth.filter((_, number) => parts[number].hits.size));
  return answers.filter((answer) => answer.worth >= all * ENOUGH);
}

/** The answers in order: by standing, then by score, then as they stand on the site. */
export function inOrder(answers) {
  return [...answers].sort(
    (one, two) =>
      one.standing - two.standing || two.score - one.score || one.passage - two.passage,
  );
}

/** What a part is worth by how few documents have it (BM25's inverse document frequency). */
function rarity(index, hits) {
  const having = new Set(Array.from(hits.keys(), (unit) => documentOf(passageOf(unit)))).size;
  return Math.log(1 + (index.documents - having + 0.5) / (having + 0.5));
}

/** The units that have any part, by document and passage: `[unit, hits of each part]`. */
function gathered(parts, side) {
  const units = new Map();
  parts.forEach(({ hits }, number) => {
    for (const [unit, hit] of hits) {
      if (side && languageOf(unit) !== side) continue;
      if (!units.has(unit)) units.set(unit, []);
      units.get(unit)[number] = hit;
    }
  });
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

/** The answers in one document: every passage that has all parts, or else its best one. */
function within(passages, parts, { worth, lang }) {
  const scored = Array.from(passages, ([passage, units]) => ({
    passage,
    scores: parts.map((_, number) => scoreOf(units, number, { worth, lang })),
    nearness: Math.max(...units.map(([, hits]) => nearness(hits, parts, worth))),
  }));
  const head = scored.find(({ passage }) => numberOf(passage) === 0);
  const answers = scored.map((one) => answer(one, head));
  const whole = answers.filter(({ scores }) => scores.every((score) => score > 0));
  if (whole.length) return whole.map((one) => ({ ...one, standing: COMPLETE }));
  const { passage } = answers.reduce((one, two) => (two.score > one.score ? two : one));
  const most = parts.map((_, number) => Math.max(...answers.map(({ scores }) => scores[number])));
  const standing = most.every((score) => score > 0) ? COMPLETE : PARTIAL;
  const held = worth.filter((_, number) => most[number] > 0);
  return [{ passage, standing, worth: sum(held), score: sum(most) * SCATTERED }];
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
