// The site's search. `search` finds passages by either language's text; `find` tells more of them.
//
// Nothing is fetched before the first call. The index is told of in HACKING.md, under “Search”.

import { headwordsOf, lentQueries, textKey } from "./search/glossary.js";
import { marksOf } from "./search/marks.js";
import { documentOf, numberOf } from "./search/postings.js";
import { hitsOf, partsOf, piecesOf, inPairs } from "./search/query.js";
import { COMPLETE, answersTo, inOrder } from "./search/ranking.js";
import { SITE, forget, index as opened } from "./search/store.js";

const PREFIXES = { en: "", "zh-Hant": "zh-Hant/" };
const LENT = 0.5; // what an answer counts that came through the glossary
const LONG = new Set(["article", "page"]); // kinds whose passages have anchors of their own

/**
 * The passages that answer a query, best first.
 *
 * @param {string} query what a reader typed; words in quotes are a phrase
 * @param {object} [options]
 * @param {"en" | "zh-Hant"} [options.lang] the reader's language
 * @param {number} [options.limit] how many, after the first `offset`
 * @param {number} [options.offset]
 * @param {string[]} [options.kinds] of "term", "name", "article", "claim", "source", "page"
 * @param {"en" | "zh-Hant"} [options.side] to look in one language's texts alone
 * @param {number} [options.perPage] passages of one page, at most
 * @returns {Promise<Result[]>}
 *
 * @typedef {object} Result
 * @property {string} url the address of the page in the reader's language
 * @property {string} anchor the id of the passage on it; empty for the page itself
 * @property {string} kind
 * @property {{en: string, "zh-Hant": string}} title
 * @property {{en: string, "zh-Hant": string}} passage
 * @property {object} matches `title` and `passage`: for each language ranges `[start, end]` of the
 *   text that answer the query; `lent`: the form of a term or name through which it was found, if
 *   the query itself is not there; `isKnown`: whether the query is a form or a reading of the entry
 */
export async function search(query, options = {}) {
  return (await find(query, options)).results;
}

/**
 * The passages with what is to be said of them all: `{results, total, totals, suggestion}`, how many
 * there are, also by kind (all kinds, whichever are asked for), and the query with its misspelt
 * words corrected, if there were any.
 */
export async function find(query, options = {}) {
  try {
    return await found(query, options);
  } catch (error) {
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
  const { answers, suggestion } = await answered(index, query.normalize("NFC").trim(), { lang, side });
  const few = atMost(byPlace(index, answers), perPage);
  const kindOf = ({ document }) => index.kindOf(document);
  const totals = Object.fromEntries(index.kinds.map(([kind]) => [kind, 0]));
  for (const answer of few) totals[kindOf(answer)] += 1;
  const wanted = kinds ? few.filter((answer) => kinds.includes(kindOf(answer))) : few;
  const shown = wanted.slice(offset, offset + limit);
  const results = await Promise.all(shown.map((answer) => resultOf(index, answer, lang)));
  return { results, total: wanted.length, totals, suggestion };
}

/** All answers in order, each once, with what is to be marked in it. */
async function answered(index, query, options) {
  const pieces = await piecesOf(index, query);
  if (!pieces.length) return { answers: [], suggestion: null };
  const [typed, headwords, others] = await Promise.all([
    looked(index, query, options),
    headwordsOf(index, pieces),
    lentQueries(index, query, pieces),
  ]);
  const lent = await Promise.all(others.map((other) => looked(index, other.query, options)));
  const best = new Map();
  const add = (answer, more) => {
    const known = best.get(answer.passage);
    if (!known) best.set(answer.passage, { ...answer, ...more });
    else if (answer.standing < known.standing) Object.assign(known, { standing: answer.standing, score: answer.score + known.score });
  };
  for (const answer of typed.answers) add(answer, { sequences: typed.sequences });
  for (const answer of headwords) add({ ...answer, isKnown: true }, { sequences: typed.sequences });
  lent.forEach(({ answers, sequences }, number) => {
    for (const answer of answers) {
      if (answer.standing > COMPLETE) continue;
      add({ ...answer, score: answer.score * LENT }, { sequences, lent: others[number].form });
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
    parts = parts.flatMap((part) => (missing.includes(part) ? inPairs(part) : [part]));
    places = await hitsOfAll(index, parts, query);
  }
  const all = parts.map((part, number) => ({ ...part, ...places[number] }));
  return {
    answers: answersTo(index, all, options),
    sequences: all.flatMap(({ sequences }) => sequences),
    suggestion: corrected(query, all),
  };
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
  return changes.reduce(
    (text, { correction, start, end }) => text.slice(0, start) + correction + text.slice(end),
    query,
  );
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
    if (!place) places.set(key, { ...answer, document, shown, isHead: shown > numberOf(answer.passage) });
    else if (place.isHead && !LONG.has(index.kindOf(document))) Object.assign(place, { shown, isHead: false });
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
