// The site's search. `search` finds passages by either language's text; `find` tells more of them.
//
// Nothing is fetched before the first call. The index is told of in HACKING.md, under “Search”.

import { headwordsOf } from "./search/headword-index.js";
import { marksOf } from "./search/marks.js";
import { documentOf, numberOf } from "./search/postings.js";
import { lentQueries } from "./search/query-expansion.js";
import { hitsOf, loosened, partsOf, piecesOf } from "./search/query.js";
import { PARTIAL, answersTo, inOrder } from "./search/ranking.js";
import { NotFetched, SITE, forget, index as opened, textKey } from "./search/store.js";

export { NotFetched };

const PREFIXES = { en: "", "zh-Hant": "zh-Hant/" };
const LENT = 0.5; // what an answer counts that came through the glossary
const SAME_NUMBER = 0.9; // or that has a number written in another way
const LONGEST_NUMERALS = 200; // letters of a query of which numbers are written in other ways
const LONGEST = 2000; // letters of a query: what has all has the first ones
const LONG = new Set(["article", "page", "guide"]); // kinds whose passages have anchors of their own

/** The passages that answer a query, best first: the `results` of `find`. */
export async function search(query, options) {
  return (await find(query, options)).results;
}

/**
 * The passages that answer a query, with what is to be said of all of them: `{results, total, totals
 * (by kind, whichever are asked for), suggestion (the query with misspelt words corrected, or null)}`.
 *
 * `lang` is the reader's language; `limit` results come after the first `offset`; `kinds` are some of
 * "term", "name", "article", "claim", "source", "page", "guide"; `side` takes one language's texts alone;
 * `perPage` is how many results of one page there may be.
 *
 * A result is `{url, anchor, kind, title, passage, matches}`. Texts, and in `matches` the ranges
 * `[start, end]` that answer the query, are `{en, "zh-Hant"}`. `matches.lent` is the form of a term
 * or name through which it was found, if only so; `matches.isKnown` tells that the query is a form or
 * a reading of this very entry.
 */
export async function find(query, options = {}) {
  try {
    return await found(query, options);
  } catch (error) {
    if (!(error instanceof NotFetched)) throw error;
    forget(); // a newer edition may have taken the place of the files
    return found(query, options);
  }
}

/** Fetch what any search needs, before there is one. */
export async function warm() {
  const index = await opened();
  await index.folds();
}

async function found(query, options) {
  const { lang = "en", limit = 10, offset = 0, kinds, side, perPage = Infinity } = options;
  const index = await opened();
  const typed = readable(query);
  const { answers, suggestion } = await answered(index, typed, { lang, side });
  const kindOf = ({ document }) => index.kindOf(document);
  const few = guideLast(atMost(byPlace(index, answers), perPage), kindOf);
  const totals = Object.fromEntries(index.kinds.map(([kind]) => [kind, 0]));
  for (const answer of few) totals[kindOf(answer)] += 1;
  const wanted = kinds ? few.filter((answer) => kinds.includes(kindOf(answer))) : few;
  const shown = wanted.slice(offset, offset + limit);
  const results = await Promise.all(shown.map((answer) => resultOf(index, answer, lang)));
  return { results, total: wanted.length, totals, suggestion };
}

/** A query without halves of characters, and not endless. */
function readable(query) {
  const whole = query
    .normalize("NFC")
    .replace(/[\ud800-\udfff]/gu, " ")
    .trim();
  return whole.length > LONGEST ? [...whole.slice(0, LONGEST)].slice(0, -1).join("") : whole;
}

/** All answers in order, each once, with what is to be marked in it. */
async function answered(index, query, options) {
  const pieces = await piecesOf(index, query);
  const [typed, headwords, lentOnes] = await Promise.all([
    looked(index, query, options),
    headwordsOf(index, pieces),
    lentQueries(index, query, pieces),
  ]);
  const numerals = query.length > LONGEST_NUMERALS ? [] : index.numerals.others(query);
  const others = [
    ...numerals.map((other) => ({ query: other, weight: SAME_NUMBER })),
    ...lentOnes.map((other) => ({ ...other, weight: LENT })),
  ];
  const lent = await Promise.all(others.map((other) => looked(index, other.query, options)));
  const best = new Map();
  for (const answer of typed.answers) {
    best.set(answer.passage, { ...answer, sequences: typed.sequences });
  }
  for (const { passage, standing, score } of headwords) {
    const answer = best.get(passage) ?? { passage, standing, score: 0, sequences: typed.sequences };
    answer.standing = Math.min(answer.standing, standing);
    best.set(passage, { ...answer, score: answer.score + score, isKnown: true });
  }
  lent.forEach(({ answers, sequences }, number) => {
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

/** What is found of one wording of the query. */
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

/** Corrections mean nothing where all that is found is corrected, and the rest is nowhere. */
function withoutGuesses(parts) {
  const found = parts.filter(({ hits }) => hits.size);
  if (found.length === parts.length || found.some(({ correction }) => !correction)) return parts;
  return parts.map((part) => ({ ...part, hits: new Map(), correction: undefined }));
}

function hitsOfAll(index, parts, query) {
  return Promise.all(
    parts.map((part) => hitsOf(index, part, { isBeginning: part.end === query.length })),
  );
}

/** The query with its corrections, or null. */
function corrected(query, parts) {
  const changes = parts.filter(({ correction }) => correction).sort((a, b) => b.start - a.start);
  if (!changes.length) return null;
  return changes.reduce((text, { correction: [first, ...others], start, end }) => {
    const isCapital = text[start] !== text[start].toLowerCase();
    const word = (isCapital ? first.toUpperCase() : first) + others.join("");
    return text.slice(0, start) + word + text.slice(end);
  }, query);
}

/**
 * Answers in order, one for each place that they lead to: a head leads where the passage below it
 * does, and a short page is one place. The best passage of a place is shown.
 */
function byPlace(index, answers) {
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

/** Answers with no more of one document than so many. */
function atMost(answers, most) {
  const counts = new Map();
  return answers.filter(({ document }) => {
    counts.set(document, (counts.get(document) ?? 0) + 1);
    return counts.get(document) <= most;
  });
}

/** Answers with those of the editors' guide after all others: readers seldom look for them. */
function guideLast(answers, kindOf) {
  const isGuide = (answer) => kindOf(answer) === "guide";
  return [...answers.filter((answer) => !isGuide(answer)), ...answers.filter(isGuide)];
}

async function resultOf(index, answer, lang) {
  const { document, shown: number } = answer;
  const [leaf, folds] = await Promise.all([
    index.texts.leaf(textKey(document, number)),
    index.folds(),
  ]);
  const [path, ...title] = leaf[textKey(document, 0)];
  const [anchorEn, anchorZh, ...passage] = leaf[textKey(document, number)] ?? ["", "", "", ""];
  const marks = (texts) => inBoth(texts.map((text) => marksOf(text, answer.sequences, folds)));
  return {
    url: new URL(PREFIXES[lang] + path, SITE).href,
    anchor: lang === "en" ? anchorEn : anchorZh,
    kind: index.kindOf(document),
    title: inBoth(title),
    passage: inBoth(passage),
    matches: {
      title: marks(title.slice(0, 2)),
      passage: marks(passage),
      lent: answer.lent ?? null,
      isKnown: answer.isKnown ?? false,
    },
  };
}

function inBoth([en, zhHant]) {
  return { en, "zh-Hant": zhHant };
}
