// The ranges of a text that answer a query.

import { signsOf, tokenise } from "./tokeniser.js";

/** @typedef {{text: string, position: number, start: number, end: number}} Atom a word or character */

/**
 * The ranges of a text that have one of some sequences.
 *
 * @param {string} text
 * @param {Iterable<Sequence>} sequences
 * @param {Folds} folds
 */
export function marksOf(text, sequences, folds) {
  const atoms = atomsByPosition(text, folds);
  /** @type {TextRange[]} */
  const ranges = [];
  for (const sequence of sequences) {
    if ("sign" in sequence) ranges.push(...rangesOfSign(text, sequence.sign));
    else if (sequence.length) ranges.push(...rangesOfWords(atoms, sequence));
  }
  return joined(ranges);
}

/** @param {string} text @param {Folds} folds */
function atomsByPosition(text, folds) {
  /** @type {Map<number, Atom[]>} */
  const atoms = new Map();
  for (const atom of tokenise(text, folds).flatMap(atomsOf)) {
    const others = atoms.get(atom.position);
    if (others) others.push(atom);
    else atoms.set(atom.position, [atom]);
  }
  return atoms;
}

/** @param {Piece} piece @returns {Atom[]} */
function atomsOf({ text, position, isRun, start, end }) {
  if (!isRun) return [{ text, position, start, end }];
  let next = start;
  return Array.from(text, (character, offset) => {
    const at = next;
    next += character.length;
    return { text: character, position: position + offset, start: at, end: next };
  });
}

/** @param {string} text @param {string} sign @returns {TextRange[]} */
function rangesOfSign(text, sign) {
  return signsOf(text)
    .filter((found) => found.text === sign)
    .map(({ start, end }) => [start, end]);
}

/** @param {Map<number, Atom[]>} atoms @param {[words: Set<string>, offset: number][]} sequence */
function rangesOfWords(atoms, sequence) {
  return [...atoms.keys()].flatMap((position) => {
    const range = rangeAt(atoms, sequence, position);
    return range ? [range] : [];
  });
}

/**
 * The range of a sequence that begins at a position, if it does.
 *
 * @param {Map<number, Atom[]>} atoms
 * @param {[words: Set<string>, offset: number][]} sequence
 * @param {number} position
 * @returns {TextRange | null}
 */
function rangeAt(atoms, sequence, position) {
  const found = [];
  for (const [words, offset] of sequence) {
    const atom = atoms.get(position + offset)?.find(({ text }) => words.has(text));
    if (!atom) return null;
    found.push(atom);
  }
  return [found[0].start, found[found.length - 1].end];
}

/** Ranges in order; those that touch are joined. @param {TextRange[]} ranges */
function joined(ranges) {
  /** @type {TextRange[]} */
  const whole = [];
  for (const [start, end] of ranges.sort((one, other) => one[0] - other[0])) {
    const last = whole.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else whole.push([start, end]);
  }
  return whole;
}
