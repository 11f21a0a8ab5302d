// The tokeniser: splits a text into words and runs of unspaced characters, with their positions.
// The rules are those of scripts/search/tokeniser.py, where they are described. Both are tested by
// tests/search/tokeniser.yml.

const UNSPACED =
  "\\u2e80-\\u2fdf\\u3005\\u3007\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}" +
  "\\u0530-\\u1dbf\\u25cb\\u25ef\\u2c80-\\u2ddf\\u3021-\\u3029\\u3041-\\u3096\\u309d-\\u309f" +
  "\\u30a1-\\u30fa\\u30fc-\\u31ff\\ua000-\\ua71f\\ua800-\\ud7ff\\u{10000}-\\u{1cfff}" +
  "\\u{1e000}-\\u{1efff}";
const LETTERS =
  "0-9A-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02af\\u0370-\\u052f\\u1e00-\\u1fff" +
  "\\u2c60-\\u2c7f\\ua720-\\ua7ff";
const UNSEEN =
  "\\u00ad\\u0300-\\u036f\\u061c\\u180b-\\u180f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u200b-\\u200f" +
  "\\u202a-\\u202e\\u2060-\\u206f\\u20d0-\\u20ff\\ufe00-\\ufe0f\\ufe20-\\ufe2f\\ufeff" +
  "\\u{e0000}-\\u{e0fff}";
const COMPATIBLE =
  "\\u00aa\\u00b2\\u00b3\\u00b5\\u00b9\\u00ba\\u00bc-\\u00be\\u02b0-\\u02b8\\u02e0-\\u02e4" +
  "\\u1d2c-\\u1d6a\\u1d9b-\\u1dbf\\u2070-\\u209c\\u2100-\\u211f\\u2121\\u2123-\\u218b" +
  "\\u2460-\\u24ff\\u3131-\\u318e\\u3200-\\u33ff\\ua69c\\ua69d\\ua770\\ufb00-\\ufdff\\ufe62\\ufe63" +
  "\\ufe70-\\ufefc\\uff03\\uff06\\uff07\\uff0b\\uff0d\\uff0f\\uff10-\\uff19\\uff21-\\uff3a" +
  "\\uff41-\\uff5a\\uff66-\\uffdc\\u{1d400}-\\u{1d7ff}\\u{1f100}-\\u{1f1ad}\\u{1f200}-\\u{1f251}";
const RAISED = "\\u00b2\\u00b3\\u00b9\\u00bc-\\u00be\\u2070-\\u2079\\u2080-\\u2089\\u2150-\\u215f";
const APOSTROPHES = "'’‘ʼ`´′";
const HYPHENS = "\\u2010-\\u2013\\u2043\\u2212\\-";
const DASHES = "\\u2014\\u2015\\u223c\\u301c\\uff5e~\\/\\u2044";
const QUOTES = '"“”„‟«»「」『』〝〞″＂';
const SPACES = " \\t\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000";

const ODD = new RegExp(
  `[${UNSEEN}]+|[${COMPATIBLE}]+|(?<=[\\uff10-\\uff19])[\\uff0c\\uff0e](?=[\\uff10-\\uff19])`,
  "gu",
);
const RAISED_ONES = new RegExp(`[${RAISED}]+`, "gu");
const IS_UNSEEN = new RegExp(`^[${UNSEEN}]`, "u");
const PIECE = new RegExp(
  `([${UNSPACED}]+)` +
    `|((?<![${LETTERS}])[A-Za-z](?:\\.[A-Za-z])+(?![${LETTERS}])` +
    `|[${LETTERS}]+(?:(?:[${APOSTROPHES}&${HYPHENS}]|(?<=[0-9])[${DASHES}](?=[0-9])|[.,](?=[0-9]))` +
    `[${LETTERS}]+)*)(?:([+#]+)(?![${LETTERS}+#]))?`,
  "gu",
);
const GAP = new RegExp(`[^${SPACES}${DASHES}${HYPHENS}]`, "u");
const JOINT = new RegExp(`[.,&${APOSTROPHES}${DASHES}${HYPHENS}]`, "u");
const PARTING = new RegExp(`([&${APOSTROPHES}${DASHES}${HYPHENS}])`, "u");
const DASH = new RegExp(`[${DASHES}${HYPHENS}]`, "u");
const DOTTED = /^[A-Za-z](?:\.[A-Za-z])+$/;
const PLAIN = /^[0-9A-Za-z]*$/;
const NUMBER = /^(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)+)$/;
const SIGN = new RegExp(
  `[^${UNSPACED}${LETTERS}${SPACES}\\s\\u0000-\\u001f\\u007f-\\u009f\\ud800-\\udfff]`,
  "gu",
);
/** @type {Record<string, string>} */
const LIGATURES = {
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  þ: "th",
  ß: "ss",
  ı: "i",
  ς: "σ",
};

/**
 * Split a text into pieces.
 *
 * @param {string} text
 * @param {Folds} folds
 */
export function tokenise(text, folds) {
  const { bare, startOf, endOf } = plain(text);
  /** @type {Piece[]} */
  const pieces = [];
  let position = 0;
  let end = 0;
  for (const match of bare.matchAll(PIECE)) {
    const [whole, run, word, marks] = match;
    if (match.index > end && GAP.test(bare.slice(end, match.index))) position += 1;
    end = match.index + whole.length;
    const place = { start: startOf(match.index), end: endOf(end) };
    if (run) {
      pieces.push({ text: folded(run, folds), position, isRun: true, ...place });
      position += [...run].length;
      continue;
    }
    const found = JOINT.test(word) ? joined(word) : [{ text: foldedWord(word), offset: 0 }];
    const { text: last, offset } = found[found.length - 1];
    if (marks) found.push({ text: last + marks, offset, isWhole: true, isSigned: true });
    for (const { offset: from, ...piece } of found) {
      pieces.push({ ...piece, position: position + from, ...place });
    }
    position += offset + 1;
  }
  return pieces;
}

/**
 * A text without invisible and compatibility characters, and where each place of it was before.
 *
 * @param {string} text
 */
function plain(text) {
  let bare = "";
  let last = 0;
  /** @type {number[]} */
  const starts = [];
  /** @type {number[]} */
  const ends = [];
  /** @param {string} part @param {(at: number) => TextRange} placeOf */
  const add = (part, placeOf) => {
    for (let at = 0; at < part.length; at += 1) {
      const [start, end] = placeOf(at);
      starts.push(start);
      ends.push(end);
    }
    bare += part;
  };
  /** @type {(from: number) => (at: number) => TextRange} */
  const unchanged = (from) => (at) => [from + at, from + at + 1];
  for (const { 0: odd, index } of text.matchAll(ODD)) {
    add(text.slice(last, index), unchanged(last));
    last = index + odd.length;
    /** @type {TextRange} */
    const place = [index, last];
    if (!IS_UNSEEN.test(odd)) add(odd.replace(RAISED_ONES, " $&").normalize("NFKC"), () => place);
  }
  /** @param {number} place */
  const itself = (place) => place;
  if (last === 0) return { bare: text, startOf: itself, endOf: itself };
  add(text.slice(last), unchanged(last));
  return {
    bare,
    startOf: (/** @type {number} */ place) => starts[place],
    endOf: (/** @type {number} */ place) => ends[place - 1],
  };
}

/** A word without case, accents and ligatures. @param {string} word */
export function foldedWord(word) {
  if (PLAIN.test(word)) return word.toLowerCase();
  const bare = word
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();
  return bare.replace(/[æœøđðłþßıς]/g, (letter) => LIGATURES[letter]);
}

/** A run with its characters folded. @param {string} run @param {Folds} folds */
function folded(run, folds) {
  return Array.from(run, (character) => folds.get(character) ?? character).join("");
}

/**
 * The parts of a word that is joined by signs, and the whole of it.
 *
 * @param {string} word
 * @returns {{text: string, offset: number, isPart?: boolean, isWhole?: boolean, isSigned?: boolean}[]}
 */
function joined(word) {
  const [first, ...rest] = (DOTTED.test(word) ? word.replaceAll(".", "-") : word).split(PARTING);
  const kept = [first];
  let isPart = false;
  for (let at = 0; at < rest.length; at += 2) {
    const isApostrophe = APOSTROPHES.includes(rest[at]);
    if (!isApostrophe) isPart = true;
    if (!isApostrophe || !/^s$/i.test(rest[at + 1])) kept.push(rest[at + 1]);
  }
  const parts = kept.flatMap(numbersWhole).map(foldedWord);
  /** @type {ReturnType<typeof joined>} */
  const found = parts.map((text, offset) => ({ text, offset, isPart }));
  const areFigures = parts.every((part) => /^[0-9]+$/.test(part));
  if (parts.length === kept.length && parts.length > 1 && !areFigures) {
    found.push({ text: parts.join(""), offset: parts.length - 1, isWhole: true });
  }
  return found;
}

/** A part split at its dots and commas, unless it is a number. @param {string} part */
function numbersWhole(part) {
  return NUMBER.test(part) ? [part.replaceAll(",", "")] : part.split(/[.,]/);
}

/**
 * The signs of a text, folded, with their places.
 *
 * @param {string} text
 * @returns {Sign[]}
 */
export function signsOf(text) {
  const { bare, startOf, endOf } = plain(text);
  return Array.from(bare.matchAll(SIGN), ({ 0: sign, index }) => ({
    text: foldedSign(sign),
    start: startOf(index),
    end: endOf(index + sign.length),
  }));
}

/** A sign, the same for every kind of quotation mark, apostrophe or dash. @param {string} sign */
function foldedSign(sign) {
  if (QUOTES.includes(sign)) return '"';
  if (APOSTROPHES.includes(sign)) return "'";
  if (DASH.test(sign)) return "-";
  return [...sign.normalize("NFKC").trim()][0] ?? sign;
}

/** The key of a headword: folded, without spaces and punctuation. @param {Piece[]} pieces */
export function compact(pieces) {
  /** @type {string[]} */
  const kept = [];
  for (const piece of pieces) {
    if (piece.isSigned) kept.pop();
    if (piece.isSigned || !piece.isWhole) kept.push(piece.text);
  }
  return kept.join("");
}
