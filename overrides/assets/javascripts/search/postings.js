// Postings: the places of a word or a pair of characters.
//
// A place is one number: document × 2³² + unit × 2¹⁶ + position. A unit is one side of a passage:
// 0 and 1 are a document's head in English and in Chinese, 2 and 3 its first passage, and so on.

export const UNIT = 2 ** 16;
const DOCUMENT = 2 ** 32;
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUES = new Map(Array.from(DIGITS, (digit, value) => [digit.charCodeAt(0), value]));
const BY_CODE = Uint8Array.from({ length: 128 }, (_, code) => VALUES.get(code) ?? 0);

/** Decode a list of postings into places, in order. @param {string} postings */
export function placesOf(postings) {
  /** @type {number[]} */
  const places = [];
  let at = 0;
  let document = 0;
  let unit = 0;
  let position = 0;
  function number() {
    let value = 0;
    for (let bits = 0; ; bits += 5) {
      const digit = BY_CODE[postings.charCodeAt(at++)];
      value |= (digit & 31) << bits;
      if (digit < 32) return value;
    }
  }
  while (at < postings.length) {
    const head = number();
    const kind = head & 3;
    const difference = head >>> 2;
    if (kind === 0) position += difference;
    if (kind === 1) unit += difference;
    if (kind === 2) {
      document += difference;
      unit = number();
    }
    if (kind > 0) position = number();
    places.push(document * DOCUMENT + unit * UNIT + position);
  }
  return places;
}

/** @param {number} place */
export const unitOf = (place) => Math.floor(place / UNIT);
/** @param {number} unit */
export const passageOf = (unit) => Math.floor(unit / 2);
/** @param {number} passage */
export const documentOf = (passage) => Math.floor(passage / (UNIT / 2));
/** The number of a passage in its document; 0 is the head. @param {number} passage */
export const numberOf = (passage) => passage % (UNIT / 2);
/** The language of a unit's text. @param {number} unit @returns {Language} */
export const languageOf = (unit) => (unit % 2 ? "zh-Hant" : "en");

/** Merge lists of places, in order, each place once. @param {number[][]} lists */
export function union(lists) {
  if (!lists.length) return [];
  if (lists.length === 1) return lists[0];
  const sorted = lists.flat().sort((one, other) => one - other);
  return sorted.filter((place, at) => place !== sorted[at - 1]);
}

/**
 * The places where a phrase begins: from each of them, every list has the place at its offset.
 *
 * @param {{places: number[], offset: number}[]} lists
 */
export function following(lists) {
  const [rarest, ...others] = [...lists].sort((one, two) => one.places.length - two.places.length);
  const sets = others.map(({ places, offset }) => ({
    set: new Set(places),
    by: offset - rarest.offset,
  }));
  if (others.some(({ places }) => !places.length)) return [];
  const found = rarest.places.filter((place) => sets.every(({ set, by }) => set.has(place + by)));
  return found.map((place) => place - rarest.offset);
}
