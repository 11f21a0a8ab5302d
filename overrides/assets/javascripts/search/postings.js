// Lists of postings: where a word or a pair of characters stands.
//
// A place is one number: document × 2³² + unit × 2¹⁶ + position. A unit is one side of a passage:
// 0 and 1 are a document's head in English and in Chinese, 2 and 3 its first passage, and so on.

export const UNIT = 2 ** 16;
const DOCUMENT = 2 ** 32;
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUES = new Map(Array.from(DIGITS, (digit, value) => [digit.charCodeAt(0), value]));
const BY_CODE = Uint8Array.from({ length: 128 }, (_, code) => VALUES.get(code) ?? 0);

/** The places of a list of postings, in order. */
export function placesOf(postings) {
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

export const unitOf = (place) => Math.floor(place / UNIT);
export const passageOf = (unit) => Math.floor(unit / 2);
export const documentOf = (passage) => Math.floor(passage / (UNIT / 2));
/** The number of a passage in its document; 0 is the head. */
export const numberOf = (passage) => passage % (UNIT / 2);
/** The language of a unit's text. */
export const languageOf = (unit) => (unit % 2 ? "zh-Hant" : "en");

/** The lists of places as one, in order, each place once. */
export function union(lists) {
  if (!lists.length) return [];
  if (lists.length === 1) return lists[0];
  const sorted = lists.flat().sort((one, other) => one - other);
  return sorted.filter((place, at) => place !== sorted[at - 1]);
}

/** The places from which each of some lists has the place at its offset: where a phrase begins. */
export function following(lists) {
  const sizes = (one, other) => one.places.length - other.places.length;
  const [rarest, ...others] = [...lists].sort(sizes);
  const sets = others.map(({ places, offset }) => [new Set(places), offset - rarest.offset]);
  if (others.some(({ places }) => !places.length)) return [];
  const found = rarest.places.filter((place) => sets.every(([set, by]) => set.has(place + by)));
  return found.map((place) => place - rarest.offset);
}
