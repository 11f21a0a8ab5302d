/** A search index in memory: the same interface as the one whose files are fetched. */

import { Numerals } from "../../overrides/assets/javascripts/search/numerals.js";
import { json } from "./cases.js";

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Sorted entries in one leaf. @template V @implements {Tree<V>} */
class MemoryTree {
  /** @param {Record<string, V>} entries */
  constructor(entries) {
    this.entries = Object.fromEntries(
      Object.entries(entries).sort(([one], [two]) => (one < two ? -1 : 1)),
    );
  }

  /** @param {string} key */
  async get(key) {
    return Object.hasOwn(this.entries, key) ? this.entries[key] : undefined;
  }

  async leaf() {
    return this.entries;
  }

  /** @param {string} prefix */
  async beginning(prefix) {
    return Object.entries(this.entries).filter(([key]) => key.startsWith(prefix));
  }

  async leaves() {
    return [this.entries];
  }
}

/** @param {number} value */
function encoded(value) {
  let rest = value;
  let text = "";
  for (; rest > 31; rest >>>= 5) text += DIGITS[(rest & 31) | 32];
  return text + DIGITS[rest];
}

/**
 * A list of postings.
 *
 * @param {[document: number, unit: number, position: number][]} places in order
 */
export function postings(places) {
  let [document, unit, position] = [0, 0, 0];
  return places
    .map((place) => {
      const [d, u, p] = [place[0] - document, place[1] - unit, place[2] - position];
      [document, unit, position] = place;
      if (d) return encoded((d << 2) | 2) + encoded(unit) + encoded(position);
      if (u) return encoded((u << 2) | 1) + encoded(position);
      return encoded(p << 2);
    })
    .join("");
}

/**
 * @param {{postings?: Record<string, PostingsEntry>, headwords?: Record<string, HeadwordEntry[]>,
 *   texts?: Record<string, HeadTexts | PassageTexts>, vocabulary?: Record<string, number>,
 *   stopWords?: string[], lightWords?: string[], folds?: Folds, documents?: number}} content
 * @returns {SearchIndex}
 */
export function memoryIndex(content) {
  const { documents = 10, folds = new Map() } = content;
  /** @param {string} name @returns {Compiled} */
  const rules = (name) =>
    json(`scripts/search/${name}.json`).map((/** @type {[string, string]} */ [pattern, put]) => [
      new RegExp(pattern, "g"),
      put,
    ]);
  return {
    postings: new MemoryTree(content.postings ?? {}),
    texts: new MemoryTree(content.texts ?? {}),
    headwords: new MemoryTree(content.headwords ?? {}),
    vocabulary: new MemoryTree(content.vocabulary ?? {}),
    stopWords: new Set(content.stopWords),
    lightWords: new Set(content.lightWords),
    spelling: rules("spelling"),
    endings: rules("endings"),
    numerals: new Numerals(json("scripts/search/numerals.json")),
    kinds: [["article", documents]],
    documents,
    folds: async () => folds,
    kindOf: () => "article",
  };
}
