// Numbers of a query in other notations: in characters, in figures with or without a unit, in
// millions. The characters come from scripts/search/numerals.json through the index. Tested by
// tests/search/numerals.yml.

const MOST = 1e15; // larger ones are not exact
const QUOTES = /["\u201c\u201d\u300c-\u300f]/;

/** @typedef {{value: number, start: number, end: number, before: string, after: string}} Numeral */
/** @typedef {(numerals: Numerals, value: number, after: string) => string | undefined} Style */

/** The numerals of the index as tables and a pattern. */
export class Numerals {
  /** @param {NumeralTables} tables */
  constructor({ digits, small, large, words, two, first, point, measures }) {
    this.figures = [...digits[0]];
    this.digits = tableOf(digits, (place) => place);
    this.small = tableOf(small, (place) => 10 ** (place + 1));
    this.large = tableOf(large, (place) => 10 ** (4 * (place + 1)));
    this.words = new Map(words.map((word, place) => [word, 10 ** (3 * (place + 1))]));
    this.units = new Map([...this.small, ...this.large]);
    this.two = two;
    const [ones, units, larger] = [this.digits, this.units, this.large].map((table) =>
      [...table.keys()].join(""),
    );
    this.pattern = new RegExp(
      `(${first}?)(?:(?<![\\w.,-])([0-9][0-9,]*(?:\\.[0-9]+)?)(?![0-9.,-]*[0-9])` +
        `(?:([${units}]+)|\\s*(${words.join("|")})\\b|(?![\\w-]))` +
        `|([${ones}${units}]+)(?:[${point}]([${ones}]+)([${larger}]*))?)` +
        `([${measures}]?)`,
      "gu",
    );
  }

  /**
   * The query in other notations; each number is looked for as a phrase.
   *
   * @param {string} query
   */
  others(query) {
    const text = query.normalize("NFKC");
    const found = [...text.matchAll(this.pattern)]
      .map((match) => parsed(this, match))
      .filter((numeral) => numeral !== null);
    if (!found.length) return [];
    const queries = STYLES.map((style) => rewritten(this, text, found, style));
    /** @param {string} one */
    const bare = (one) => one.replace(/[\s"]/g, "");
    return [...new Set(queries)].filter((other) => bare(other) !== bare(text));
  }
}

/**
 * Characters with their values; an ideographic space holds the place of none.
 *
 * @param {string[]} rows
 * @param {(place: number) => number} valueAt
 */
function tableOf(rows, valueAt) {
  const table = new Map();
  for (const row of rows) {
    [...row].forEach((one, place) => {
      if (one.trim()) table.set(one, valueAt(place));
    });
  }
  return /** @type {Map<string, number>} */ (table);
}

/**
 * A text with its numerals in a style; those without one are unchanged.
 *
 * @param {Numerals} numerals
 * @param {string} text
 * @param {Numeral[]} found
 * @param {Style} style
 */
function rewritten(numerals, text, found, style) {
  const quote = QUOTES.test(text) ? "" : '"';
  let written = "";
  let last = 0;
  for (const { value, start, end, before, after } of found) {
    const number =
      style(numerals, value, after) ?? text.slice(start + before.length, end - after.length);
    const phrase = /[a-z]$/.test(number) ? number : `${before}${number}${after}`;
    written += `${text.slice(last, start)} ${quote}${phrase}${quote} `;
    last = end;
  }
  return (written + text.slice(last)).trim().replace(/ +/g, " ");
}

/**
 * The numeral of a match, if it is one.
 *
 * @param {Numerals} numerals
 * @param {RegExpExecArray} match
 * @returns {Numeral | null}
 */
function parsed(numerals, match) {
  const [whole, before, figures, units, word, han, decimals, scale, after] = match;
  const isAlone =
    (han?.length === 1 && !decimals) || /^[0-9]$/.test(figures + (units ?? word ?? ""));
  if (isAlone && !after && !before) return null;
  const value = figures
    ? Number(figures.replaceAll(",", "")) * (numerals.words.get(word) ?? scaleOf(numerals, units))
    : hanValue(numerals, han, decimals, scale);
  if (!(value < MOST)) return null;
  return {
    value: rounded(value),
    start: match.index,
    end: match.index + whole.length,
    before,
    after,
  };
}

/** @param {Numerals} numerals @param {string} [text] of units */
function scaleOf({ units }, text = "") {
  return [...text].reduce((scale, unit) => scale * (units.get(unit) ?? 1), 1);
}

/** @param {Numerals} numerals @param {string} han @param {string} decimals @param {string} scale */
function hanValue(numerals, han, decimals, scale) {
  if (!decimals) return integer(numerals, han);
  const fraction = [...decimals].map((digit) => numerals.digits.get(digit)).join("");
  return Number(`${integer(numerals, han)}.${fraction}`) * scaleOf(numerals, scale);
}

/**
 * The value of a numeral in characters, digit by digit or as it is read aloud.
 *
 * @param {Numerals} numerals
 * @param {string} han
 */
function integer({ digits, small, large }, han) {
  const characters = [...han];
  if (characters.every((one) => digits.has(one))) {
    return Number(characters.map((one) => digits.get(one)).join(""));
  }
  let total = 0;
  let section = 0;
  /** @type {number | undefined} */
  let digit;
  for (const one of characters) {
    if (digits.has(one)) {
      digit = digits.get(one);
      continue;
    }
    const unit = small.get(one);
    if (unit) section += (digit || 1) * unit;
    else {
      const scale = large.get(one) ?? 1;
      const below = section + (digit ?? 0);
      total = below || !total ? total + (below || 1) * scale : total * scale;
      section = 0;
    }
    digit = undefined;
  }
  return total + section + (digit ?? 0);
}

/** @param {number} value */
function rounded(value) {
  return Number(value.toPrecision(15));
}

/** @type {Style[]} */
const STYLES = [
  (_, value) => String(value),
  ({ large }, value) => scaled(value, [...large].slice(0, 2).reverse()),
  (numerals, value, after) => (value === 2 && after ? numerals.two : inHan(numerals, value)),
  (numerals, value) => digitByDigit(numerals, value) ?? withOtherTwo(numerals, value),
  ({ words }, value) => {
    const [, ...units] = words;
    return scaled(value, units.reverse(), " ");
  },
];

/**
 * A number in the largest unit that it reaches, if it is short in it.
 *
 * @param {number} value
 * @param {[unit: string, scale: number][]} units
 */
function scaled(value, units, space = "") {
  const found = units.find(([, least]) => value >= least);
  if (!found) return undefined;
  const [unit, scale] = found;
  const figure = String(rounded(value / scale));
  return /^[0-9]+(?:\.[0-9]{1,3})?$/.test(figure) ? `${figure}${space}${unit}` : undefined;
}

/** A year, or what may be one, in characters. @param {Numerals} numerals @param {number} value */
function digitByDigit({ figures }, value) {
  if (!Number.isInteger(value) || value < 1000 || value >= 3000) return undefined;
  return Array.from(String(value), (digit) => figures[Number(digit)]).join("");
}

/** The other word for two at the beginning. @param {Numerals} numerals @param {number} value */
function withOtherTwo(numerals, value) {
  const { figures, small, units, two } = numerals;
  const [first, second, ...rest] = inHan(numerals, value) ?? "";
  const isTwo = first === figures[2] && units.has(second) && second !== [...small.keys()][0];
  return isTwo ? [two, second, ...rest].join("") : undefined;
}

/**
 * A whole number in characters, as it is read aloud.
 *
 * @param {Numerals} numerals
 * @param {number} value
 */
function inHan(numerals, value) {
  if (!Number.isInteger(value) || value === 0) return undefined;
  const zero = [...numerals.digits.keys()][10];
  /** @type {[unit: string, scale: number][]} */
  const sections = [...[...numerals.large].slice(0, 3).reverse(), ["", 1]];
  let rest = value;
  let text = "";
  for (const [unit, scale] of sections) {
    const section = Math.floor(rest / scale);
    rest %= scale;
    if (section)
      text += (text && section < 1000 ? zero : "") + below10000(numerals, section, zero) + unit;
  }
  const [one, ten] = [numerals.figures[1], [...numerals.small.keys()][0]];
  return text.startsWith(one + ten) ? text.slice(1) : text;
}

/** @param {Numerals} numerals @param {number} value @param {string} zero */
function below10000({ figures, small }, value, zero) {
  const [ten, hundred, thousand] = small.keys();
  let text = "";
  let isGap = false;
  let scale = 1000;
  for (const unit of [thousand, hundred, ten, ""]) {
    const digit = Math.floor(value / scale) % 10;
    if (digit) text += (isGap ? zero : "") + figures[digit] + unit;
    isGap = !digit && Boolean(text);
    scale /= 10;
  }
  return text;
}
