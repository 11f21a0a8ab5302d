// Numbers of a query in the other ways in which they are written: 十五億 as 15億 and 1.5 billion.

const DIGITS = new Map([
  ..."〇一二三四五六七八九".split("").map((digit, value) => [digit, value]),
  ..."零壹貳叁肆伍陸柒捌玖".split("").map((digit, value) => [digit, value]),
  ...Object.entries({ "○": 0, "◯": 0, 兩: 2, 两: 2, 贰: 2, 參: 3, 叄: 3, 陆: 6 }),
]);
const SMALL = new Map(Object.entries({ 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }));
const LARGE = new Map(Object.entries({ 萬: 1e4, 万: 1e4, 億: 1e8, 亿: 1e8, 兆: 1e12 }));
const WORDS = new Map([["thousand", 1e3], ["million", 1e6], ["billion", 1e9], ["trillion", 1e12]]);
const MOST = 1e15; // larger ones are not exact
const UNITS = [...SMALL.keys(), ...LARGE.keys()].join("");
const HAN = [...DIGITS.keys()].join("") + UNITS;
// What numbers stand before: a numeral of one character without any of these may be part of a word.
const MEASURES =
  "年月日號号時时分秒天週周個个位名項项次部屆届條条成倍歲岁場场家間间份種种級级層层座艘班人件" +
  "本章節节頁页期集輪轮國国元";
const NUMERAL = new RegExp(
  `(第?)(?:(?<![\\w.,-])([0-9][0-9,]*(?:\\.[0-9]+)?)(?![0-9.,-]*[0-9])` +
    `(?:([${UNITS}]+)|\\s*(${[...WORDS.keys()].join("|")})\\b|(?![\\w-]))` +
    `|([${HAN}]+)(?:[點点]([${[...DIGITS.keys()].join("")}]+)([${[...LARGE.keys()].join("")}]*))?)` +
    `([${MEASURES}]?)`,
  "gu",
);
const QUOTES = /["“”「」『』]/;

/** A query with its numbers written in other ways, each of which is looked for as a phrase. */
export function otherNumerals(query) {
  const text = query.normalize("NFKC");
  const quote = QUOTES.test(text) ? "" : '"';
  const found = [...text.matchAll(NUMERAL)].map(read).filter(Boolean);
  if (!found.length) return [];
  const queries = STYLES.map((style) => {
    let written = "";
    let last = 0;
    for (const { value, start, end, before, after } of found) {
      const number = style(value, after) ?? text.slice(start + before.length, end - after.length);
      const isEnglish = /[a-z]$/.test(number);
      const phrase = isEnglish ? number : `${before}${number}${after}`;
      written += `${text.slice(last, start)} ${quote}${phrase}${quote} `;
      last = end;
    }
    return (written + text.slice(last)).trim().replace(/ +/g, " ");
  });
  const bare = (one) => one.replace(/[\s"]/g, "");
  return [...new Set(queries)].filter((other) => bare(other) !== bare(text));
}

/** A numeral that a query has, if it is one: `{value, start, end, before, after}`. */
function read(match) {
  const [whole, before, figures, units, word, han, decimals, scale, after] = match;
  const isAlone = (han?.length === 1 && !decimals) || /^[0-9]$/.test(figures + (units ?? word ?? ""));
  if (isAlone && !after && !before) return null;
  const value = figures
    ? Number(figures.replaceAll(",", "")) * (units ? scaleOf(units) : (WORDS.get(word) ?? 1))
    : valueOf(han, decimals, scale);
  if (!(value < MOST)) return null;
  return { value: rounded(value), start: match.index, end: match.index + whole.length, before, after };
}

function scaleOf(units) {
  return [...units].reduce((scale, unit) => scale * (SMALL.get(unit) ?? LARGE.get(unit)), 1);
}

function valueOf(han, decimals, scale) {
  if (!decimals) return integer(han);
  const fraction = [...decimals].map((digit) => DIGITS.get(digit)).join("");
  return Number(`${integer(han)}.${fraction}`) * scaleOf(scale);
}

/** The value of a numeral in characters: 二〇二四, or 二千零二十四. */
function integer(han) {
  const characters = [...han];
  if (characters.every((one) => DIGITS.has(one))) {
    return Number(characters.map((one) => DIGITS.get(one)).join(""));
  }
  let total = 0;
  let section = 0;
  let digit;
  for (const one of characters) {
    if (DIGITS.has(one)) digit = DIGITS.get(one);
    else if (SMALL.has(one)) {
      section += (digit || 1) * SMALL.get(one);
      digit = undefined;
    } else {
      const below = section + (digit ?? 0);
      total = below || !total ? total + (below || 1) * LARGE.get(one) : total * LARGE.get(one);
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
  (value) => String(value),
  (value) => scaled(value, [[1e8, "億"], [1e4, "萬"]]),
  (value, after) => (value === 2 && after ? "兩" : inHan(value)),
  (value) => (value >= 1000 && value < 3000 ? digitByDigit(value) : inHan(value)?.replace(/^二(?=[千萬億])/, "兩")),
  (value) =>
    value < 1e6 ? undefined : scaled(value, [[1e12, " trillion"], [1e9, " billion"], [1e6, " million"]]),
];

/** A number in the largest unit that it reaches, if it is short in it. */
function scaled(value, units) {
  const [scale, unit] = units.find(([least]) => value >= least) ?? [];
  const figure = rounded(value / scale);
  return scale && String(figure).length < 7 ? `${figure}${unit}` : undefined;
}

function digitByDigit(value) {
  if (!Number.isInteger(value)) return undefined;
  return Array.from(String(value), (digit) => "〇一二三四五六七八九"[digit]).join("");
}

/** A whole number in characters, as it is read aloud. */
function inHan(value) {
  if (!Number.isInteger(value) || value === 0) return undefined;
  let rest = value;
  let text = "";
  for (const [scale, unit] of [[1e12, "兆"], [1e8, "億"], [1e4, "萬"], [1, ""]]) {
    const section = Math.floor(rest / scale);
    rest %= scale;
    if (!section) continue;
    const isGap = text && section < 1000;
    text += (isGap ? "零" : "") + below10000(section) + unit;
  }
  return text.replace(/^一十/, "十");
}

function below10000(value) {
  let text = "";
  let isGap = false;
  for (const [scale, unit] of [[1000, "千"], [100, "百"], [10, "十"], [1, ""]]) {
    const digit = Math.floor(value / scale) % 10;
    if (!digit) isGap = Boolean(text);
    else {
      text += (isGap ? "零" : "") + "〇一二三四五六七八九"[digit] + unit;
      isGap = false;
    }
  }
  return text;
}
