// Where in a text the words are that were looked for.

import { cut, signsOf } from "./tokeniser.js";

/**
 * The ranges of a text, `[start, end]`, that have one of some sequences. A sequence is a list of
 * `[words, offset]`: one of the words, or characters, stands at each offset from its first one; or
 * it is a sign, `{sign}`.
 */
export function marksOf(text, sequences, folds) {
  const atoms = new Map();
  for (const piece of cut(text, folds)) {
    for (const atom of atomsOf(piece)) {
      if (!atoms.has(atom.position)) atoms.set(atom.position, []);
      atoms.get(atom.position).push(atom);
    }
  }
  const ranges = [];
  for (const sequence of sequences) {
    if (sequence.sign) ranges.push(...placesOfSign(text, sequence.sign));
    if (!sequence.length) continue;
    for (const position of atoms.keys()) {
      const range = matched(atoms, sequence, position);
      if (range) ranges.push(range);
    }
  }
  return joined(ranges);
}

function placesOfSign(text, sign) {
  return signsOf(text)
    .filter((found) => found.text === sign)
    .map(({ start, end }) => [start, end]);
}

function atomsOf({ text, position, isRun, start, end }) {
  if (!isRun) return [{ text, position, start, end }];
  let at = start;
  return Array.from(text, (character, offset) => ({
    text: character,
    position: position + offset,
    start: at,
    end: (at += character.length),
  }));
}

function matched(atoms, sequence, position) {
  const found = [];
  for (const [words, offset] of sequence) {
    const atom = atoms.get(position + offset)?.find(({ text }) => words.has(text));
    if (!atom) return null;
    found.push(atom);
  }
  return [found[0].start, found.at(-1).end];
}

/** Ranges in order, those that touch as one. */
function joined(ranges) {
  const whole = [];
  for (const [start, end] of ranges.sort((one, other) => one[0] - other[0])) {
    const last = whole.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else whole.push([start, end]);
  }
  return whole;
}
