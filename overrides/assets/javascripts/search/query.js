// What a reader typed, as parts that are looked for: words, runs of Han characters, phrases.

import { cut, signsOf } from "./tokeniser.js";
import { UNIT, following, placesOf, union, unitOf } from "./postings.js";
import { correctionsOf, formsOf, formsWithin } from "./word-forms.js";

const QUOTED = /["“”「『]([^"“”「」『』]+)["“”」』]?/gu;
const HAN = /[^\u0000-\u10ff\u1e00-\u2e7f]/u;
const LEAVES_OF_ONE = 12; // read for a single character, which has many
const MOST_PIECES = 48; // of a query that are looked for: what has all has these
const MOST_CHARACTERS = 200; // of a run

/** The pieces of a query in NFC; the table of Han characters is fetched only if it has any. */
export async function piecesOf(index, query) {
  const folds = HAN.test(query) ? await index.folds() : new Map();
  return cut(query, folds).slice(0, MOST_PIECES);
}

/**
 * The parts of a query: `{pieces, isPhrase, isLight, length, start, end}`, with their place in it.
 * What is in quotes is one part, and so is a joined word. Words too frequent to be looked for are
 * left out, unless there is nothing else; what lacks a light word answers the query all the same.
 * A query of nothing but signs has each of them as a part, `{sign}`.
 */
export async function partsOf(index, query) {
  const pieces = await piecesOf(index, query);
  if (!pieces.length) return signParts(query);
  const quoted = Array.from(query.matchAll(QUOTED), ({ 0: whole, index: at }) => [
    at,
    at + whole.length,
  ]);
  const groups = new Map();
  for (const piece of pieces) {
    const quote = quoted.find(([start, end]) => start <= piece.start && piece.end <= end);
    const key = quote ? quote[0] - 0.5 : piece.start; // a quote begins before its first word
    if (!groups.has(key)) groups.set(key, { pieces: [], isPhrase: Boolean(quote) });
    groups.get(key).pieces.push(piece);
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

/** Whether all words of a part are too frequent to be looked for together. */
function isFrequent(index, { pieces }) {
  return pieces.every(({ text, isWhole }) => isWhole || index.stopWords.has(text));
}

/** A part that consists of several words as a part for each. */
function apart({ pieces }) {
  const words = pieces.filter(({ isWhole }) => !isWhole);
  return words.map((piece) => ({ pieces: [piece], isPhrase: false }));
}

function measured(index, part) {
  const [first, last] = [part.pieces[0], part.pieces.at(-1)];
  const length = last.position - first.position + (last.isRun ? [...last.text].length : 1);
  const isLight = !part.isPhrase && index.lightWords.has(first.text);
  return { ...part, isLight, length, start: first.start, end: last.end };
}

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
 * Where a part is found: `hits`, by unit `{weight, count, positions}`; `sequences`, what is to be
 * marked in texts: each a list of `[words or characters, offset]`; and the `correction` of a word
 * that is nowhere.
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

async function hitsOfSign(index, sign) {
  const postings = await index.postings.get(`+${sign.codePointAt(0).toString(16)}`);
  const places = postings ? placesOf(postings) : [];
  return { hits: byUnit([{ places, weight: 1 }]), sequences: [{ sign }] };
}

/** What a part may be: its pieces in a row or, if it is joined, the whole of it. */
function waysOf({ pieces, isPhrase }) {
  const row = pieces.filter((piece) => !piece.isWhole);
  const wholes = isPhrase ? [] : pieces.filter((piece) => piece.isWhole && !piece.isSigned);
  return [row, ...wholes.map((piece) => [piece])];
}

/** Where pieces follow each other: `matches`, lists of places with their weights. */
async function sequenceOf(index, pieces, options) {
  const start = pieces[0].position;
  const isLooked = ({ text }) => pieces.length === 1 || !index.stopWords.has(text);
  const looked = pieces.filter(isLooked);
  const found = await Promise.all(looked.map((piece) => placesOfPiece(index, piece, options)));
  const sequence = looked.flatMap(({ position }, number) =>
    found[number].atoms.map((atom, at) => [atom, position - start + at]),
  );
  if (found.length < 2) return { matches: [], ...found[0], sequence };
  const lists = found.map(({ matches }, number) => ({
    places: union(matches.map(({ places }) => places)),
    offset: looked[number].position - start,
  }));
  return { matches: [{ places: following(lists), weight: 1 }], sequence };
}

/** Where a word, its other forms or its corrections stand, or a run. */
async function placesOfPiece(index, piece, { isBeginning, isExact }) {
  if (piece.isRun) {
    const places = await placesOfRun(index, piece.text);
    const atoms = Array.from(piece.text, (character) => new Set([character]));
    return { matches: [{ places, weight: 1 }], atoms };
  }
  let forms = await formsOf(index, piece.text, { isBeginning });
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

/** Where a run of characters stands. Pairs that cover it are enough, as their places are known. */
async function placesOfRun(index, run) {
  const characters = [...run].slice(0, MOST_CHARACTERS);
  if (characters.length === 1) {
    const entries = await index.postings.beginning(run, LEAVES_OF_ONE);
    return union([[], ...entries.map(([, postings]) => placesOf(postings))]);
  }
  const last = characters.length - 2;
  const half = Math.ceil(characters.length / 2);
  const offsets = Array.from({ length: half }, (_, at) => Math.min(at * 2, last));
  const pairs = await Promise.all(
    offsets.map(async (offset) => ({
      places: placesOf(
        (await index.postings.get(characters[offset] + characters[offset + 1])) ?? "",
      ),
      offset,
    })),
  );
  return pairs.every(({ places }) => places.length) ? following(pairs) : [];
}

/** What is found in each unit: the best weight, how often, and where. */
function byUnit(matches) {
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

/** A part that is nowhere as smaller ones: a run as pairs of characters, a joined word as words. */
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
