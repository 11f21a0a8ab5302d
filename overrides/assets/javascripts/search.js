// The site's search: finds passages by the text of either language.
//
// Nothing is fetched before the first call. HACKING.md describes the index, under “Search”.

import { headwordsOf } from "./search/headword-index.js";
import { marksOf } from "./search/marks.js";
import { documentOf, numberOf } from "./search/postings.js";
import { hitsOf, loosened, partsOf, piecesOf } from "./search/query.js";
import { expandedQueries } from "./search/query-expansion.js";
import { answersTo, inOrder, PARTIAL } from "./search/ranking.js";
import { forgetIndex, NotFetched, openIndex, SITE, textKey } from "./search/store.js";

export { NotFetched };

const PREFIXES = { en: "", "zh-Hant": "zh-Hant/" };
const EXPANDED = 0.5; // weight of an answer to the expanded query
const SAME_NUMBER = 0.9; // weight of an answer that has a number in another notation
const LONGEST_NUMERALS = 200; // letters of a query whose numbers are looked for in other notations
const LONGEST = 2000; // letters of a query; the rest is ignored
/** @typedef {{lang: Language, side?: Language}} LookupOptions */

const LONG = new Set(["article", "page", "guide"]); // kinds whose passages have anchors of their own

/**
 * The passages that answer a query, best first: the `results` of `find`.
 *
 * @param {string} query
 * @param {FindOptions} [options]
 */
export async function search(query, options) {
  return (await find(query, options)).results;
}

/**
 * The passages that answer a query, their counts, and a correction of the query. HACKING.md describes
 * the options and the results.
 *
 * @param {string} query
 * @param {FindOptions} [options]
 * @returns {Promise<Found>}
 */
export async function find(query, options = {}) {
  try {
    return await found(query, options);
  } catch (error) {
    if (!(error instanceof NotFetched)) throw error;
    forgetIndex(); // a newer edition may have replaced the files
    return found(query, options);
  }
}

/** Fetch what every search needs. */
export async function warm() {
  const index = await openIndex();
  await index.folds();
}

/** @param {string} query @param {FindOptions} options @returns {Promise<Found>} */
async function found(query, options) {
  const { lang = "en", limit = 10, offset = 0, kinds, side, perPage = Infinity } = options;
  const index = await openIndex();
  const typed = readable(query);
  const { answers, suggestion } = await answered(index, typed, { lang, side });
  const kindOf = (/** @type {PlacedAnswer} */ { document }) => index.kindOf(document);
  const few = guideLast(atMost(byPlace(index, answers), perPage), kindOf);
  const totals = Object.fromEntries(index.kinds.map(([kind]) => [kind, 0]));
  for (const answer of few) totals[kindOf(answer)] += 1;
  const wanted = kinds ? few.filter((answer) => kinds.includes(kindOf(answer))) : few;
  const shown = wanted.slice(offset, offset + limit);
  const results = await Promise.all(shown.map((answer) => resultOf(index, answer, lang)));
  return { results, total: wanted.length, totals, suggestion };
}

/** The query without lone surrogates, shortened if it is very long. @param {string} query */
function readable(query) {
  const whole = query
    .normalize("NFC")
    .replace(/[\ud800-\udfff]/gu, " ")
    .trim();
  return whole.length > LONGEST ? [...whole.slice(0, LONGEST)].slice(0, -1).join("") : whole;
}

/**
 * All answers in order, each once, with what is to be marked in it.
 *
 * @param {SearchIndex} index
 * @param {string} query
 * @param {LookupOptions} options
 */
async function answered(index, query, options) {
  const pieces = await piecesOf(index, query);
  const [typed, headwords, expansions] = await Promise.all([
    looked(index, query, options),
    headwordsOf(index, pieces),
    expandedQueries(index, query, pieces),
  ]);
  const numerals = query.length > LONGEST_NUMERALS ? [] : index.numerals.others(query);
  const others = [
    ...numerals.map((other) => ({ query: other, form: undefined, weight: SAME_NUMBER })),
    ...expansions.map((other) => ({ ...other, weight: EXPANDED })),
  ];
  const further = await Promise.all(others.map((other) => looked(index, other.query, options)));
  /** @type {Map<number, MarkedAnswer>} */
  const best = new Map();
  for (const answer of typed.answers) {
    best.set(answer.passage, { ...answer, sequences: typed.sequences });
  }
  for (const { passage, standing, score } of headwords) {
    const answer = best.get(passage) ?? { passage, standing, score: 0, sequences: typed.sequences };
    answer.standing = Math.min(answer.standing, standing);
    best.set(passage, { ...answer, score: answer.score + score, isKnown: true });
  }
  further.forEach(({ answers, sequences }, number) => {
    for (const answer of answers) {
      if (answer.standing >= PARTIAL) continue;
      const known = best.get(answer.passage);
      if (known) {
        known.sequences = new Set([...known.sequences, ...sequences]); // marked in both texts
        continue;
      }
      const score = answer.score * others[number].weight;
      best.set(answer.passage, { ...answer, score, sequences, lent: others[number].form });
    }
  });
  return { answers: inOrder([...best.values()]), suggestion: typed.suggestion };
}

/**
 * The answers to one wording of the query.
 *
 * @param {SearchIndex} index
 * @param {string} query
 * @param {LookupOptions} options
 */
async function looked(index, query, options) {
  let parts = await partsOf(index, query);
  let places = await hitsOfAll(index, parts, query);
  const missing = parts.filter((_, number) => !places[number].hits.size);
  if (missing.length) {
    parts = parts.flatMap((part) => (missing.includes(part) ? loosened(index, part) : [part]));
    places = await hitsOfAll(index, parts, query);
  }
  const all = withoutGuesses(parts.map((part, number) => ({ ...part, ...places[number] })));
  return {
    answers: answersTo(index, all, options),
    sequences: all.flatMap(({ sequences }) => sequences),
    suggestion: corrected(query, all),
  };
}

/**
 * Parts without corrections, if all that is found is corrected and the rest is nowhere.
 *
 * @param {FoundPart[]} parts
 * @returns {FoundPart[]}
 */
function withoutGuesses(parts) {
  const found = parts.filter(({ hits }) => hits.size);
  if (found.length === parts.length || found.some(({ correction }) => !correction)) return parts;
  return parts.map((part) => ({ ...part, hits: new Map(), correction: undefined }));
}

/** @param {SearchIndex} index @param {QueryPart[]} parts @param {string} query */
function hitsOfAll(index, parts, query) {
  return Promise.all(
    parts.map((part) => hitsOf(index, part, { isBeginning: part.end === query.length })),
  );
}

/** The query with its corrections, or null. @param {string} query @param {FoundPart[]} parts */
function corrected(query, parts) {
  const changes = parts.filter(({ correction }) => correction).sort((a, b) => b.start - a.start);
  if (!changes.length) return null;
  return changes.reduce((text, { correction = "", start, end }) => {
    const [first, ...others] = correction;
    const isCapital = text[start] !== text[start].toLowerCase();
    const word = (isCapital ? first.toUpperCase() : first) + others.join("");
    return text.slice(0, start) + word + text.slice(end);
  }, query);
}

/**
 * Answers in order, one for each place that they lead to: a title leads where the passage below it
 * does, and a short page is one place. The best passage of a place is shown.
 *
 * @param {SearchIndex} index
 * @param {MarkedAnswer[]} answers
 */
function byPlace(index, answers) {
  /** @type {Map<number | string, PlacedAnswer>} */
  const places = new Map();
  for (const answer of answers) {
    const document = documentOf(answer.passage);
    const shown = Math.max(1, numberOf(answer.passage));
    const key = LONG.has(index.kindOf(document)) ? `${document}#${shown}` : document;
    const place = places.get(key);
    const isHead = numberOf(answer.passage) === 0;
    if (!place) places.set(key, { ...answer, document, shown, isHead });
    else if (place.isHead) Object.assign(place, { shown, isHead: false });
  }
  return [...places.values()];
}

/** Answers, at most some of each document. @param {PlacedAnswer[]} answers @param {number} most */
function atMost(answers, most) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  return answers.filter(({ document }) => {
    const count = (counts.get(document) ?? 0) + 1;
    counts.set(document, count);
    return count <= most;
  });
}

/**
 * Answers with those of the editors' guide last: readers seldom look for them.
 *
 * @param {PlacedAnswer[]} answers
 * @param {(answer: PlacedAnswer) => string} kindOf
 */
function guideLast(answers, kindOf) {
  const isGuide = (/** @type {PlacedAnswer} */ answer) => kindOf(answer) === "guide";
  return [...answers.filter((answer) => !isGuide(answer)), ...answers.filter(isGuide)];
}

/** @param {SearchIndex} index @param {PlacedAnswer} answer @param {Language} lang @returns {Promise<Result>} */
async function resultOf(index, answer, lang) {
  const { document, shown: number } = answer;
  const [leaf, folds] = await Promise.all([
    index.texts.leaf(textKey(document, number)),
    index.folds(),
  ]);
  if (!leaf) throw new RangeError(`no texts of passage ${number} of document ${document}`);
  const [path, ...title] = /** @type {HeadTexts} */ (leaf[textKey(document, 0)]);
  const [anchorEn, anchorZh, ...passage] = /** @type {PassageTexts} */ (
    leaf[textKey(document, number)] ?? ["", "", "", ""]
  );
  const marks = (/** @type {string} */ text) => marksOf(text, answer.sequences, folds);
  return {
    url: new URL(PREFIXES[lang] + path, SITE).href,
    anchor: lang === "en" ? anchorEn : anchorZh,
    kind: index.kindOf(document),
    title: inBoth(title[0], title[1]),
    passage: inBoth(passage[0], passage[1]),
    matches: {
      title: inBoth(marks(title[0]), marks(title[1])),
      passage: inBoth(marks(passage[0]), marks(passage[1])),
      lent: answer.lent ?? null,
      isKnown: answer.isKnown ?? false,
    },
  };
}

/** @template T @param {T} en @param {T} zhHant @returns {Both<T>} */
function inBoth(en, zhHant) {
  return { en, "zh-Hant": zhHant };
}
