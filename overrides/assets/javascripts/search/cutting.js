// A text cut into what is looked up: words, and runs of unspaced characters, with their positions.
// The rules are those of scripts/search/cutting.py, which tells them; tests/search/cutting.yml holds
// both to the same results.

const UNSPACED =
  "\\u2e80-\\u2fdf\\u3005\\u3007\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}" +
  "\\u3041-\\u3096\\u309d-\\u309f\\u30a1-\\u30fa\\u30fc-\\u30ff\\uac00-\\ud7a3";
const LETTERS =
  "0-9A-Za-z\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f\\u0370-\\u03ff" +
  "\\u0400-\\u052f\\u1e00-\\u1eff\\uff10-\\uff19\\uff21-\\uff3a\\uff41-\\uff5a";
const APOSTROPHES = "'’‘ʼ";
const SIGNS = `.,${APOSTROPHES}\\u2010\\u2011\\-`;

const PIECE = new RegExp(
  `([${UNSPACED}]+)|[${LETTERS}]+(?:(?:[${SIGNS.slice(2)}]|[.,](?=[0-9]))[${LETTERS}]+)*`,
  "gu",
);
const SIGN = new RegExp(`([${SIGNS}])`, "u");
const GAP = /[^ \t\u00a0\u2009\u202f]/;
const PLAIN = /^[0-9A-Za-z]*$/;
const NUMBER = /^[0-9]+(?:[.,][0-9]+)+$/;
const LIGATURES = {
  æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", þ: "th", ß: "ss", ı: "i",
};

/**
 * The pieces of a text in NFC: `{text, position, isRun, isWhole, start, end}`. `text` is folded,
 * `start` and `end` are its place in the text, for the parts of a joined word that of all of it.
 * `folds` has the form that each Han character is folded to.
 */
export function cut(text, folds) {
  const pieces = [];
  let position = 0;
  let end = 0;
  for (const match of text.matchAll(PIECE)) {
    const start = match.index;
    if (GAP.test(text.slice(end, start))) position += 1;
    end = start + match[0].length;
    const isRun = match[1] !== undefined;
    const found = isRun
      ? [[folded(match[0], folds), 0]]
      : SIGN.test(match[0]) ? joined(match[0]) : [[foldedWord(match[0]), 0]];
    let last = -1;
    for (const [folded, offset] of found) {
      const isWhole = offset === last;
      pieces.push({ text: folded, position: position + offset, isRun, isWhole, start, end });
      last = offset;
    }
    position += isRun ? [...match[0]].length : last + 1;
  }
  return pieces;
}

/** A word without case, accents and ligatures. */
export function foldedWord(word) {
  if (PLAIN.test(word)) return word.toLowerCase();
  const plain = word.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  return plain.replace(/[æœøđðłþßı]/g, (letter) => LIGATURES[letter]);
}

/** A run with its characters folded. */
function folded(run, folds) {
  return Array.from(run, (character) => folds.get(character) ?? character).join("");
}

/** The parts of a word that is joined by signs, and the whole of it: texts and offsets. */
function joined(word) {
  if (NUMBER.test(word)) return [[word.replaceAll(",", ""), 0]];
  const [first, ...rest] = word.split(SIGN);
  const parts = [foldedWord(first)];
  for (let at = 0; at < rest.length; at += 2) {
    const isPossessive = APOSTROPHES.includes(rest[at]) && /^s$/i.test(rest[at + 1]);
    if (!isPossessive) parts.push(foldedWord(rest[at + 1]));
  }
  const found = parts.map((part, offset) => [part, offset]);
  if (parts.length > 1 && !rest.includes(".") && !rest.includes(",")) {
    found.push([parts.join(""), parts.length - 1]);
  }
  return found;
}

/** A text without what writers may leave out or change: what a headword is known by. */
export function compact(pieces) {
  return pieces.filter((piece) => !piece.isWhole).map((piece) => piece.text).join("");
}
