// Numbers of a query in the other ways in which they are written: in characters, in figures with or
// without a unit, in millions. The characters are those of scripts/search/numerals.json, by way of
// the index; tests/search/numerals.yml has what becomes of queries.

const MOST = 1e15; // larger ones are not exact
const QUOTES = /["\u201c\u201d\u300c-\u300f]/;

/** What numerals of the index mean, `{digits, small, large, words, …}`, as tables and patterns. */
export class Numerals {
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

  /** A query with its numbers written in other ways, each of which is looked for as a phrase. */
  others(query) {
    const text = query.normalize("NFKC");
    const found = [...text.matchAll(this.pattern)]
      .map((match) => read(this, match))
      .filter(Boolean);
    if (!found.length) return [];
    const queries = STYLES.map((style) => rewritten(text, found, (...one) => style(this, ...one)));
    const bare = (one) => one.replace(/[\s"]/g, "");
    return [...new Set(queries)].filter((other) => bare(other) !== bare(text));
  }
}

/** Characters by what they mean; an ideographic space holds the place of none. */
function tableOf(rows, meaning) {
  const entries = rows.flatMap((row) => [...row].map((one, place) => [one, meaning(place)]));
  return new Map(entries.filter(([one]) => one.trim()));
}

/** A text with each number that was FOUND in a style. Without one, it is left as it is. */
function rewritten(text, found, style) {
  const quote = QUOTES.test(text) ? "" : '"';
  let written = "";
  let last = 0;
  for (const { value, start, end, before, after } of found) {
    const number = style(value, after) ?? text.slice(start + before.length, end - after.length);
    const phrase = /[a-z]$/.test(number) ? number : `${before}${number}${after}`;
    written += `${text.slice(last, start)} ${quote}${phrase}${quote} `;
    last = end;
  }
  return (written + text.slice(last)).trim().replace(/ +/g, " ");
}

/** A numeral that a query has, if it is one: `{value, start, end, before, after}`. */
function read(numerals, match) {
  const [whole, before, figures, units, word, han, decimals, scale, after] = match;
  const isAlone =
    (han?.length === 1 && !decimals) || /^[0-9]$/.test(figures + (units ?? word ?? ""));
  if (isAlone && !after && !before) return null;
  const value = figures
    ? Number(figures.replaceAll(",", "")) * (numerals.words.get(word) ?? scaleOf(numerals, units))
    : valueOf(numerals, han, decimals, scale);
  if (!(value < MOST)) return null;
  return {
    value: rounded(value),
    start: match.index,
    end: match.index + whole.length,
    before,
    after,
  };
}

function scaleOf({ units }, text = "") {
  return [...text].reduce((scale, unit) => scale * units.get(unit), 1);
}

function valueOf(numerals, han, decimals, scale) {
  if (!decimals) return integer(numerals, han);
  const fraction = [...decimals].map((digit) => numerals.digits.get(digit)).join("");
  return Number(`${integer(numerals, han)}.${fraction}`) * scaleOf(numerals, scale);
}

/** The value of a numeral in characters, digit by digit or as it is read aloud. */
function integer({ digits, small, large }, han) {
  const characters = [...han];
  if (characters.every((one) => digits.has(one))) {
    return Number(characters.map((one) => digits.get(one)).join(""));
  }
  let total = 0;
  let section = 0;
  let digit;
  for (const one of characters) {
    if (digits.has(one)) digit = digits.get(one);
    else if (small.has(one)) {
      section += (digit || 1) * small.get(one);
      digit = undefined;
    } else {
      const below = section + (digit ?? 0);
      total = below || !total ? total + (below || 1) * large.get(one) : total * large.get(one);
      section = 0;
      digit = undefined;
    }
  }
  return total + section + (digit ?? 0);
}

function rounded(value) {
  return Number(value.toPrecision(15));
}

const STYLES = [
  (_, value) => String(value),
  ({ large }, value) => scaled(value, [...large].slice(0, 2).reverse()),
  (numerals, value, after) => (value === 2 && after ? numerals.two : inHan(numerals, value)),
  (numerals, value) => digitByDigit(numerals, value) ?? withOtherTwo(numerals, value),
  ({ words }, value) => {
    const [, ...units] = [...words].map(([word, scale]) => [` ${word}`, scale]);
    return scaled(value, units.reverse());
  },
];

/** A number in the largest unit that it reaches, if it is short in it. */
function scaled(value, units) {
  const [unit, scale] = units.find(([, least]) => value >= least) ?? [];
  const figure = rounded(value / scale);
  return unit && /^[0-9]+(?:\.[0-9]{1,3})?$/.test(figure) ? `${figure}${unit}` : undefined;
}

/** A year, or what may be one, in characters. */
function digitByDigit({ figures }, value) {
  if (!Number.isInteger(value) || value < 1000 || value >= 3000) return undefined;
  return Array.from(String(value), (digit) => figures[digit]).join("");
}

function withOtherTwo(numerals, value) {
  const { figures, small, units, two } = numerals;
  const [first, second, ...rest] = inHan(numerals, value) ?? "";
  const isTwo = first === figures[2] && units.has(second) && second !== [...small.keys()][0];
  return isTwo ? [two, second, ...rest].join("") : undefined;
}

/** A whole number in characters, as it is read aloud. */
function inHan(numerals, value) {
  if (!Number.isInteger(value) || value === 0) return undefined;
  const zero = [...numerals.digits.keys()][10];
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

function below10000({ figures, small }, value, zero) {
  const [ten, hundred, thousand] = small.keys();
  let text = "";
  let isGap = false;
  for (const [scale, unit] of [
    [1000, thousand],
    [100, hundred],
    [10, ten],
    [1, ""],
  ]) {
    const digit = Math.floor(value / scale) % 10;
    if (digit) text += (isGap ? zero : "") + figures[digit] + unit;
    isGap = !digit && Boolean(text);
  }
  return text;
}
