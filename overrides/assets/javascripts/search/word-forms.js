// The forms that a word of a query may stand for: itself, its lemma group, longer words, corrections.

import { placesOf } from "./postings.js";

const EXACT = 1;
const SAME_GROUP = 0.35;
export const LONGER = 0.3; // no word as it was typed weighs as little
const WITHIN = 0.2;
const PART = 0.5; // of what a word counts, where it is a part of another: operation in co-operation
const FEWEST_LETTERS = 3; // of a word that may be the beginning of others, or misspelt
const LEAVES = 8; // of the vocabulary, to look for corrections in
const CORRECTIONS = 3;
const LONGEST = 24; // words that have the same letters within them

/**
 * The forms that a word may stand for. With `isBeginning`, it may be the beginning of a word that is
 * being typed.
 *
 * @param {SearchIndex} index
 * @param {string} word
 * @param {{isBeginning?: boolean}} [options]
 * @returns {Promise<WordForm[]>}
 */
export async function formsOf(index, word, { isBeginning = false } = {}) {
  const forms = await lemmaGroupOf(index, word);
  if (!isBeginning || (word.length < FEWEST_LETTERS && forms.length)) return forms;
  const known = new Set(forms.map(({ form }) => form));
  const entries = await index.postings.beginning(word, 1);
  const others = entries
    .flatMap(([key, entry]) => formsIn(key, entry))
    .filter(({ form }) => form.startsWith(word) && !known.has(form));
  const words = others.filter(({ isPart }) => !isPart);
  const longer = words.length || forms.length ? words : others;
  return [...forms, ...longer.map((other) => ({ ...other, weight: LONGER }))];
}

/**
 * The words that have letters within them: the last resort for what is not found otherwise.
 *
 * @param {SearchIndex} index
 * @param {string} letters
 */
export async function formsWithin(index, letters) {
  if (letters.length < FEWEST_LETTERS) return [];
  const leaves = await index.vocabulary.leaves("", "\uffff", LEAVES);
  const words = leaves.flatMap(Object.keys).filter((word) => word.includes(letters));
  const forms = await Promise.all(words.slice(0, LONGEST).map((word) => lemmaGroupOf(index, word)));
  return forms
    .flat()
    .filter(({ form }) => form.includes(letters))
    .map((form) => ({ ...form, weight: WITHIN }));
}

/**
 * The forms of a word's lemma group. A word that is in no text is tried respelt and without its ending.
 *
 * @param {SearchIndex} index
 * @param {string} word
 * @returns {Promise<WordForm[]>}
 */
async function lemmaGroupOf(index, word) {
  for (const guess of guesses(index, word)) {
    const entry = await index.postings.get(guess);
    const key = typeof entry === "string" && entry[0] === "=" ? entry.slice(1) : guess;
    const group = key === guess ? entry : await index.postings.get(key);
    if (group === undefined) continue;
    return formsIn(key, group).map((found) => ({
      ...found,
      weight: (found.form === word ? EXACT : SAME_GROUP) * (found.isPart ? PART : 1),
    }));
  }
  return [];
}

/** @param {SearchIndex} index @param {string} word */
function guesses(index, word) {
  const found = new Set([word, respelt(index, word)]);
  if (!/^[a-z]{4,}$/.test(word)) return found;
  for (const [pattern, put] of index.endings) {
    const base = word.replace(pattern, put);
    if (base.length >= FEWEST_LETTERS) found.add(base).add(respelt(index, base));
  }
  return found;
}

/**
 * A word in American spelling, as far as the rules go.
 *
 * @param {Pick<SearchIndex, "spelling">} index
 * @param {string} word
 */
export function respelt(index, word) {
  if (!/^[a-z]{3,}$/.test(word)) return word;
  return index.spelling.reduce((spelt, [pattern, put]) => spelt.replace(pattern, put), word);
}

/**
 * The forms of an entry of the index; one that only leads to a lemma group has none.
 *
 * @param {string} key
 * @param {PostingsEntry} entry
 */
function formsIn(key, entry) {
  if (typeof entry === "object") {
    return Object.entries(entry).map(([form, postings]) => ({
      form: form.replace(/^-/, ""),
      isPart: form[0] === "-",
      places: placesOf(postings),
    }));
  }
  return entry[0] === "=" ? [] : [{ form: key, isPart: false, places: placesOf(entry) }];
}

/**
 * The words that a misspelt one most likely stands for: the nearest, of these the most frequent. They
 * begin as it does, or else its first letter is all that is wrong.
 *
 * @param {SearchIndex} index
 * @param {string} word
 */
export async function correctionsOf(index, word) {
  if (word.length < FEWEST_LETTERS || /[0-9]/.test(word)) return [];
  const most = word.length < 6 ? 1 : 2;
  for (const initial of new Set([word[0], word[1]])) {
    const allowed = initial === word[0] ? most : 1; // the first letter is seldom wrong
    const entries = await index.vocabulary.beginning(initial, LEAVES);
    const near = entries
      .filter(([other]) => mayBeNear(word, other, allowed))
      .map(([other, frequency]) => ({ other, frequency, distance: distance(word, other, allowed) }))
      .filter((found) => found.distance <= allowed)
      .sort((one, two) => one.distance - two.distance || two.frequency - one.frequency);
    const nearest = near.filter((found) => found.distance === near[0].distance);
    if (nearest.length) return nearest.slice(0, CORRECTIONS).map(({ other }) => other);
  }
  return [];
}

/**
 * Whether words have enough letters in common: each change removes one and adds one, at most.
 *
 * @param {string} one
 * @param {string} other
 * @param {number} most changes
 */
function mayBeNear(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return false;
  let unlike = lettersOf(one) ^ lettersOf(other);
  let left = 2 * most;
  for (; unlike && left >= 0; left -= 1) unlike &= unlike - 1;
  return left >= 0;
}

/** The letters of a word, a bit for each; some share one. @param {string} word */
function lettersOf(word) {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

/**
 * The edit distance of two words (optimal string alignment); anything above `most` if it is larger.
 *
 * @param {string} one
 * @param {string} other
 * @param {number} most
 */
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  /** @type {number[]} */
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + cost);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        next[j] = Math.min(next[j], before[j - 2] + 1);
      }
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[other.length];
}
