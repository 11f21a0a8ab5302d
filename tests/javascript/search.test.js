import assert from "node:assert/strict";
import { test } from "node:test";
import { headwordsOf } from "../../overrides/assets/javascripts/search/headword-index.js";
import { marksOf } from "../../overrides/assets/javascripts/search/marks.js";
import { following, placesOf, union } from "../../overrides/assets/javascripts/search/postings.js";
import { hitsOf, loosened, partsOf } from "../../overrides/assets/javascripts/search/query.js";
import { expandedQueries } from "../../overrides/assets/javascripts/search/query-expansion.js";
import {
  answersTo,
  BEGUN,
  COMPLETE,
  inOrder,
  KNOWN,
  PARTIAL,
} from "../../overrides/assets/javascripts/search/ranking.js";
import {
  compact,
  foldedWord,
  signsOf,
  tokenise,
} from "../../overrides/assets/javascripts/search/tokeniser.js";
import {
  correctionsOf,
  distance,
  formsOf,
  formsWithin,
  respelt,
} from "../../overrides/assets/javascripts/search/word-forms.js";
import { cases, folds } from "./cases.js";
import { memoryIndex, postings } from "./memory-index.js";

const FOLDS = folds();

// ── Tokeniser ──────────────────────────────────────────────────────────────────────────────────

for (const { text, pieces } of cases("tokeniser")) {
  test(`tokenise ${JSON.stringify(text)}`, () => {
    const found = tokenise(text, FOLDS);
    const shown = found.map((one) => `${one.isPart ? "-" : ""}${one.text} ${one.position}`);
    assert.deepEqual(shown, pieces);
  });
}

test("a piece has its place in the text as it was written", () => {
  const text = "Ｎo ﬁlm, 夜\u200b航 co-op";
  const places = tokenise(text, FOLDS).map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(places, ["Ｎo", "ﬁlm", "夜\u200b航", "co-op", "co-op", "co-op"]);
});

test("words are folded", () => {
  assert.equal(foldedWord("Œuvré"), "oeuvre");
  assert.equal(foldedWord("plain"), "plain");
});

test("the signs of a text are folded, with their places", () => {
  assert.deepEqual(signsOf("a “b” –"), [
    { text: '"', start: 2, end: 3 },
    { text: '"', start: 4, end: 5 },
    { text: "-", start: 6, end: 7 },
  ]);
});

for (const [text, key] of [
  ["soft power", "softpower"],
  ["Soft-Power", "softpower"],
  ["M+", "m+"],
  ["軟實力", "软实力"],
  ["Heron’s Isle", "heronisle"],
]) {
  test(`the headword key of ${text}`, () => {
    assert.equal(compact(tokenise(text, FOLDS)), key);
  });
}

// ── Numerals and spelling ──────────────────────────────────────────────────────────────────────

for (const [query, others] of cases("numerals").flatMap((one) => Object.entries(one))) {
  test(`other notations of ${query}`, () => {
    assert.deepEqual(memoryIndex({}).numerals.others(query), others);
  });
}

for (const [british, american] of cases("spelling")) {
  test(`${british} is ${american}`, () => {
    const index = memoryIndex({});
    assert.equal(respelt(index, british), respelt(index, american));
  });
}

// ── Word forms ─────────────────────────────────────────────────────────────────────────────────

for (const [one, other, most, expected] of /** @type {[string, string, number, number][]} */ ([
  ["ferry", "ferry", 2, 0],
  ["ferry", "fery", 2, 1],
  ["ferry", "ferrys", 2, 1],
  ["ferry", "fetty", 2, 2],
  ["ferry", "frery", 2, 1],
  ["ferry", "boats", 2, 3],
  ["ferry", "fer", 1, 2],
])) {
  test(`the edit distance of ${one} and ${other}`, () => {
    assert.equal(distance(one, other, most), expected);
  });
}

test("a misspelt word is corrected to the nearest, the most frequent first", async () => {
  const index = memoryIndex({ vocabulary: { ferry: 4, fairy: 9, merry: 2, ferrous: 1 } });
  assert.deepEqual(await correctionsOf(index, "fery"), ["ferry"]);
  assert.deepEqual(await correctionsOf(index, "ferri"), ["ferry"]);
  assert.deepEqual(await correctionsOf(index, "xx"), []);
});

test("a word stands for its lemma group, in which its own form counts most", async () => {
  const place = postings([[0, 2, 0]]);
  const index = memoryIndex({
    postings: { boat: { boat: place, boats: place }, boats: "=boat", boathouse: place },
  });
  const forms = await formsOf(index, "boats");
  assert.deepEqual(
    new Map(forms.map(({ form, weight }) => [form, weight])),
    new Map([
      ["boat", 0.35],
      ["boats", 1],
    ]),
  );
  const longer = await formsOf(index, "boat", { isBeginning: true });
  assert.deepEqual(longer.map(({ form }) => form).sort(), ["boat", "boathouse", "boats"]);
  assert.deepEqual(await formsOf(index, "constructor"), []);
});

test("letters within words are the last resort", async () => {
  const place = postings([[0, 2, 0]]);
  const index = memoryIndex({ postings: { boathouse: place }, vocabulary: { boathouse: 1 } });
  const forms = await formsWithin(index, "thous");
  assert.deepEqual(
    forms.map(({ form, weight }) => [form, weight]),
    [["boathouse", 0.2]],
  );
  assert.deepEqual(await formsWithin(index, "th"), []);
});

// ── Postings ───────────────────────────────────────────────────────────────────────────────────

test("postings are decoded", () => {
  /** @type {[number, number, number][]} */
  const places = [
    [0, 0, 5],
    [0, 0, 40],
    [0, 3, 2],
    [7, 2, 1000],
    [7, 2, 1001],
  ];
  const expected = places.map(([d, u, p]) => d * 2 ** 32 + u * 2 ** 16 + p);
  assert.deepEqual(placesOf(postings([[0, 0, 5], ...places.slice(1)])), expected);
  assert.deepEqual(placesOf(""), []);
});

test("lists of places are merged, and followed", () => {
  assert.deepEqual(
    union([
      [1, 5],
      [5, 2],
    ]),
    [1, 2, 5],
  );
  assert.deepEqual(
    following([
      { places: [3, 8, 20], offset: 0 },
      { places: [4, 21, 30], offset: 1 },
    ]),
    [3, 20],
  );
  assert.deepEqual(
    following([
      { places: [3], offset: 0 },
      { places: [], offset: 1 },
    ]),
    [],
  );
});

// ── Queries ────────────────────────────────────────────────────────────────────────────────────

/** @param {SearchIndex} index @param {string} query */
async function parsed(index, query) {
  const parts = await partsOf(index, query);
  return parts.map(({ pieces, isPhrase, isLight }) =>
    [isPhrase ? "phrase" : isLight ? "light" : "word", ...pieces.map(({ text }) => text)].join(" "),
  );
}

test("a query is split into words, runs and phrases", async () => {
  const index = memoryIndex({ stopWords: ["the"], lightWords: ["never"], folds: FOLDS });
  assert.deepEqual(await parsed(index, 'the boats "the night" 渡輪'), [
    "word boats",
    "phrase the night",
    "word 渡轮",
  ]);
  assert.deepEqual(await parsed(index, "never boats"), ["light never", "word boats"]);
  assert.deepEqual(await parsed(index, "never"), ["word never"]);
  assert.deepEqual(await parsed(index, "the"), ["word the"]);
  assert.deepEqual(await parsed(index, "co-op"), ["word co op coop"]);
});

test("a query of signs has a part for each", async () => {
  const parts = await partsOf(memoryIndex({}), "? !");
  assert.deepEqual(
    parts.map(({ sign }) => sign),
    ["?", "!"],
  );
});

test("a run is found where its pairs follow each other", async () => {
  const index = memoryIndex({
    postings: {
      渡轮: postings([
        [0, 3, 0],
        [1, 3, 4],
      ]),
      轮船: postings([[1, 3, 5]]),
    },
    folds: FOLDS,
  });
  const [part] = await partsOf(index, "渡輪船");
  const { hits } = await hitsOf(index, part, { isBeginning: false });
  assert.deepEqual([...hits.keys()], [2 ** 16 + 3]);
  assert.deepEqual(
    loosened(index, part).map(({ pieces: [{ text }] }) => text),
    ["渡轮", "轮船"],
  );
});

test("a word that is nowhere is found corrected", async () => {
  const index = memoryIndex({
    postings: { ferry: postings([[0, 2, 3]]) },
    vocabulary: { ferry: 1 },
  });
  const [part] = await partsOf(index, "fery");
  const { hits, correction } = await hitsOf(index, part, { isBeginning: true });
  assert.equal(correction, "ferry");
  assert.deepEqual(hits.get(2)?.positions, [3]);
});

// ── Headwords ──────────────────────────────────────────────────────────────────────────────────

test("a headword is found by its form, its beginning and its romanisation", async () => {
  const index = memoryIndex({
    headwords: {
      渡轮: [[3, "", 0]],
      渡轮船: [[4, "", 0]],
      dousyeun: [[3, "dou6 syeun4", 0]],
      syeun: [[3, "syeun4", 1]],
    },
    folds: FOLDS,
  });
  /** @param {string} query */
  const standings = async (query) =>
    (await headwordsOf(index, tokenise(query, FOLDS))).map(({ passage, standing }) => [
      passage / 2 ** 15,
      standing,
    ]);
  assert.deepEqual(await standings("渡輪"), [
    [3, KNOWN],
    [4, BEGUN],
  ]);
  assert.deepEqual(await standings("dou6 syeun4"), [[3, KNOWN]]);
  assert.deepEqual(await standings("dou syeun"), [[3, KNOWN]]);
  assert.deepEqual(await standings("dou1 syeun4"), []);
  assert.deepEqual(await standings("syeun"), [[3, COMPLETE]]);
});

test("a headword in the query is replaced by its forms in the other language", async () => {
  const index = memoryIndex({
    headwords: { nightboat: [[0, "", 0]], 夜船: [[0, "", 0]] },
    texts: {
      "000000.00000": ["glossary/x/", "night boat", "夜船", ["night boat"], ["夜船", "夜渡"]],
    },
    folds: FOLDS,
  });
  /** @param {string} query */
  const expanded = async (query) =>
    (await expandedQueries(index, query, tokenise(query, FOLDS))).map((one) => one.query);
  assert.deepEqual(await expanded("old night boat"), ['old  "夜船" ', 'old  "夜渡" ']);
  assert.deepEqual(await expanded("夜船"), [' "night boat" ']);
  assert.deepEqual(await expanded("pier"), []);
});

// ── Ranking and marks ──────────────────────────────────────────────────────────────────────────

/**
 * A part with one hit in each of some units.
 *
 * @param {Record<number, number[]>} units positions by unit
 * @param {Partial<FoundPart>} [other]
 * @returns {FoundPart}
 */
function part(units, other) {
  const hits = new Map(
    Object.entries(units).map(([unit, positions]) => [
      Number(unit),
      { weight: 1, count: positions.length, positions },
    ]),
  );
  const blank = { pieces: [], isPhrase: false, isLight: false, length: 1, start: 0, end: 0 };
  return { ...blank, sequences: [], hits, ...other };
}

/** The first unit of a passage of a document. @param {number} document @param {number} passage */
const unit = (document, passage) => document * 2 ** 16 + passage * 2;

/** @param {FoundPart[]} parts @param {Language} [side] */
function ranked(parts, side) {
  const index = memoryIndex({ documents: 10 });
  return inOrder(answersTo(index, parts, { lang: "en", side })).map(({ passage, standing }) => [
    Math.floor(passage / 2 ** 15),
    passage % 2 ** 15,
    standing,
  ]);
}

test("the title field outweighs a text", () => {
  assert.deepEqual(ranked([part({ [unit(1, 1)]: [0], [unit(2, 0)]: [0] })]), [
    [2, 0, COMPLETE],
    [1, 1, COMPLETE],
  ]);
});

test("words next to each other outweigh words far apart", () => {
  const one = part({ [unit(1, 1)]: [0], [unit(2, 1)]: [0] });
  const two = part({ [unit(1, 1)]: [9], [unit(2, 1)]: [1] });
  assert.deepEqual(ranked([one, two]), [
    [2, 1, COMPLETE],
    [1, 1, COMPLETE],
  ]);
});

test("what lacks a light word answers, and what lacks another does not", () => {
  const word = part({ [unit(1, 1)]: [0], [unit(2, 1)]: [0] });
  const other = part({ [unit(2, 1)]: [1] });
  assert.deepEqual(ranked([word, other]), [[2, 1, COMPLETE]]);
  assert.equal(ranked([word, { ...other, isLight: true }]).length, 2);
});

test("if nothing has all parts, those with most answer", () => {
  const parts = [
    part({ [unit(1, 1)]: [0] }),
    part({ [unit(1, 1)]: [1] }),
    part({ [unit(2, 1)]: [0] }),
  ];
  assert.deepEqual(ranked(parts), [[1, 1, PARTIAL]]);
});

test("one language alone is searched if it is asked for", () => {
  const word = part({ [unit(1, 1)]: [0], [unit(2, 1) + 1]: [0] });
  assert.deepEqual(ranked([word], "zh-Hant"), [[2, 1, COMPLETE]]);
});

for (const [text, sequence, expected] of /** @type {[string, Sequence, string[]][]} */ ([
  ["Night boats, night", [[new Set(["night"]), 0]], ["Night", "night"]],
  [
    "Night boats, night",
    [
      [new Set(["night"]), 0],
      [new Set(["boats"]), 1],
    ],
    ["Night boats"],
  ],
  [
    "夜航渡輪",
    [
      [new Set(["渡"]), 0],
      [new Set(["轮"]), 1],
    ],
    ["渡輪"],
  ],
  ["“A” – b", { sign: "-" }, ["–"]],
  ["Night", [[new Set(["boat"]), 0]], []],
])) {
  test(`${JSON.stringify(expected)} is marked in ${text}`, () => {
    const marks = marksOf(text, [sequence], FOLDS);
    assert.deepEqual(
      marks.map(([start, end]) => text.slice(start, end)),
      expected,
    );
  });
}
