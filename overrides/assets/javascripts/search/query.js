// Query parsing: splits a query into words, runs of characters and phrases, and finds each of them.

import { following, placesOf, UNIT, union, unitOf } from "./postings.js";
import { signsOf, tokenise } from "./tokeniser.js";
import { correctionsOf, formsOf, formsWithin } from "./word-forms.js";

const QUOTED = /["“”「『]([^"“”「」『』]+)["“”」』]?/gu;
const HAN = /[\u1100-\u1dff\u2e80-\u{10ffff}]/u;
const LEAVES_OF_ONE = 12; // read for a single character, which has many
const MOST_PIECES = 48; // of a query that are looked for: what has all has these
const MOST_CHARACTERS = 200; // of a run

/** @typedef {{isBeginning?: boolean, isExact?: boolean}} PieceOptions */

/**
 * The pieces of a query in NFC; the table of Han characters is fetched only if it has any.
 *
 * @param {SearchIndex} index
 * @param {string} query
 */
export async function piecesOf(index, query) {
  const folds = HAN.test(query) ? await index.folds() : new Map();
  return tokenise(query, folds).slice(0, MOST_PIECES);
}

/**
 * The parts of a query. A quotation is one part, and so is a joined word. Stop words are left out,
 * unless there is nothing else; light words are optional for a match. A query of nothing but signs
 * has a part for each of them.
 *
 * @param {SearchIndex} index
 * @param {string} query
 * @returns {Promise<QueryPart[]>}
 */
export async function partsOf(index, query) {
  const pieces = await piecesOf(index, query);
  if (!pieces.length) return signParts(query);
  const quoted = Array.from(query.matchAll(QUOTED), ({ 0: whole, index: at }) => [
    at,
    at + whole.length,
  ]);
  /** @type {Map<number, {pieces: Piece[], isPhrase: boolean}>} */
  const groups = new Map();
  for (const piece of pieces) {
    const quote = quoted.find(([start, end]) => start <= piece.start && piece.end <= end);
    const key = quote ? quote[0] - 0.5 : piece.start; // a quote begins before its first word
    const group = groups.get(key);
    if (group) group.pieces.push(piece);
    else groups.set(key, { pieces: [piece], isPhrase: Boolean(quote) });
  }
  const parts = [...groups.values()]
    .flatMap((part) => (isFrequent(index, part) ? apart(part) : [part]))
    .map((part) => measured(index, part));
  const looked = parts.filter(
    ({ pieces: [first], isPhrase }) => isPhrase || !index.stopWords.has(first.text),
  );
  if (looked.some(({ isLight }) => !isLight)) return looked;
  return (looked.length ? looked : parts).map((part) => ({ ...part, isLight: false }));
}

/**
 * Whether all words of a part are too frequent to be looked for together.
 *
 * @param {SearchIndex} index
 * @param {{pieces: Piece[]}} part
 */
function isFrequent(index, { pieces }) {
  return pieces.every(({ text, isWhole }) => isWhole || index.stopWords.has(text));
}

/** A part for each word of a part. @param {{pieces: Piece[]}} part */
function apart({ pieces }) {
  const words = pieces.filter(({ isWhole }) => !isWhole);
  return words.map((piece) => ({ pieces: [piece], isPhrase: false }));
}

/** @param {SearchIndex} index @param {{pieces: Piece[], isPhrase: boolean}} part @returns {QueryPart} */
function measured(index, part) {
  const [first, last] = [part.pieces[0], part.pieces[part.pieces.length - 1]];
  const length = last.position - first.position + (last.isRun ? [...last.text].length : 1);
  const isLight = !part.isPhrase && index.lightWords.has(first.text);
  return { ...part, isLight, length, start: first.start, end: last.end };
}

/** @param {string} query @returns {QueryPart[]} */
function signParts(query) {
  const signs = new Map(signsOf(query).map((sign) => [sign.text, sign]));
  return [...signs.values()].slice(0, MOST_PIECES).map(({ text, start, end }) => ({
    sign: text,
    pieces: [],
    isPhrase: false,
    isLight: false,
    length: 1,
    start,
    end,
  }));
}

/**
 * The hits of a part, and what is to be marked in texts.
 *
 * @param {SearchIndex} index
 * @param {QueryPart} part
 * @param {{isBeginning: boolean}} options whether it may be the beginning of a longer word
 * @returns {Promise<PartHits>}
 */
export async function hitsOf(index, part, { isBeginning }) {
  if (part.sign) return hitsOfSign(index, part.sign);
  const options = { isBeginning, isExact: part.isPhrase };
  const signed = part.isPhrase ? undefined : part.pieces.find((piece) => piece.isSigned);
  const asTyped = signed && (await sequenceOf(index, [signed], { isExact: true }));
  const found = asTyped?.matches.length
    ? [asTyped]
    : await Promise.all(waysOf(part).map((way) => sequenceOf(index, way, options)));
  return {
    hits: byUnit(found.flatMap(({ matches }) => matches)),
    sequences: found.map(({ sequence }) => sequence),
    correction: found.length === 1 && part.pieces.length === 1 ? found[0].correction : undefined,
  };
}

/** @param {SearchIndex} index @param {string} sign @returns {Promise<PartHits>} */
async function hitsOfSign(index, sign) {
  const places = placesIn(await index.postings.get(`+${sign.codePointAt(0)?.toString(16)}`));
  return { hits: byUnit([{ places, weight: 1 }]), sequences: [{ sign }] };
}

/**
 * The ways to find a part: its pieces in a row or, if it is a joined word, the whole of it.
 *
 * @param {QueryPart} part
 */
function waysOf({ pieces, isPhrase }) {
  const row = pieces.filter((piece) => !piece.isWhole);
  const wholes = isPhrase ? [] : pieces.filter((piece) => piece.isWhole && !piece.isSigned);
  return [row, ...wholes.map((piece) => [piece])];
}

/**
 * The matches of pieces that follow each other.
 *
 * @param {SearchIndex} index
 * @param {Piece[]} pieces
 * @param {PieceOptions} options
 * @returns {Promise<{matches: Match[], sequence: [Set<string>, number][], correction?: string}>}
 */
async function sequenceOf(index, pieces, options) {
  const start = pieces[0].position;
  const looked = pieces.filter(({ text }) => pieces.length === 1 || !index.stopWords.has(text));
  const found = await Promise.all(looked.map((piece) => placesOfPiece(index, piece, options)));
  const sequence = looked.flatMap(({ position }, number) =>
    found[number].atoms.map((atom, at) => pair(atom, position - start + at)),
  );
  if (!found.length) return { matches: [], sequence };
  if (found.length === 1) return { ...found[0], sequence };
  const lists = found.map(({ matches }, number) => ({
    places: union(matches.map(({ places }) => places)),
    offset: looked[number].position - start,
  }));
  return { matches: [{ places: following(lists), weight: 1 }], sequence };
}

/** @type {(words: Set<string>, offset: number) => [Set<string>, number]} */
const pair = (words, offset) => [words, offset];

/**
 * The matches of a word, its other forms or its corrections, or of a run.
 *
 * @param {SearchIndex} index
 * @param {Piece} piece
 * @param {PieceOptions} options
 * @returns {Promise<{matches: Match[], atoms: Set<string>[], correction?: string}>}
 */
async function placesOfPiece(index, piece, { isBeginning, isExact }) {
  if (piece.isRun) {
    const places = await placesOfRun(index, piece.text);
    const atoms = Array.from(piece.text, (character) => new Set([character]));
    return { matches: [{ places, weight: 1 }], atoms };
  }
  let forms = await formsOf(index, piece.text, { isBeginning });
  /** @type {string[]} */
  let corrections = [];
  if (isExact) forms = forms.filter(({ form }) => form === piece.text);
  else if (!forms.length && !piece.isWhole) {
    corrections = await correctionsOf(index, piece.text);
    forms = (await Promise.all(corrections.map((word) => formsOf(index, word)))).flat();
    if (!forms.length) forms = await formsWithin(index, piece.text);
  }
  const atoms = [new Set(forms.map(({ form }) => form))];
  return { matches: forms, atoms, correction: corrections[0] };
}

/**
 * The places of a run of characters: of the pairs that cover it, at their offsets.
 *
 * @param {SearchIndex} index
 * @param {string} run
 */
async function placesOfRun(index, run) {
  const characters = [...run].slice(0, MOST_CHARACTERS);
  if (characters.length === 1) {
    const entries = await index.postings.beginning(run, LEAVES_OF_ONE);
    return union([[], ...entries.map(([, postings]) => placesIn(postings))]);
  }
  const last = characters.length - 2;
  const half = Math.ceil(characters.length / 2);
  const offsets = Array.from({ length: half }, (_, at) => Math.min(at * 2, last));
  const pairs = await Promise.all(
    offsets.map(async (offset) => ({
      places: placesIn(await index.postings.get(characters[offset] + characters[offset + 1])),
      offset,
    })),
  );
  return pairs.every(({ places }) => places.length) ? following(pairs) : [];
}

/** The places of a pair of characters or a sign. @param {PostingsEntry} [entry] */
function placesIn(entry) {
  return typeof entry === "string" ? placesOf(entry) : [];
}

/** The hits in each unit. @param {Match[]} matches */
function byUnit(matches) {
  /** @type {Map<number, Hit>} */
  const hits = new Map();
  for (const { places, weight } of matches) {
    for (const place of places) {
      const unit = unitOf(place);
      const hit = hits.get(unit);
      if (!hit) hits.set(unit, { weight, count: weight, positions: [place % UNIT] });
      else {
        hit.weight = Math.max(hit.weight, weight);
        hit.count += weight;
        hit.positions.push(place % UNIT);
      }
    }
  }
  return hits;
}

/**
 * The smaller parts of one that is nowhere: pairs of characters of a run, words of a joined word.
 *
 * @param {SearchIndex} index
 * @param {QueryPart} part
 * @returns {QueryPart[]}
 */
export function loosened(index, part) {
  if (part.isPhrase || part.sign) return [part];
  const [piece] = part.pieces;
  if (!piece.isRun) {
    const words = apart(part);
    const rare = words.filter(({ pieces: [{ text }] }) => !index.stopWords.has(text));
    return (rare.length ? rare : words).map((word) => measured(index, word));
  }
  const characters = [...piece.text].slice(0, MOST_PIECES);
  if (characters.length < 3) return [part];
  return characters.slice(1).map((character, at) => ({
    ...part,
    pieces: [{ ...piece, text: characters[at] + character, position: piece.position + at }],
  }));
}
