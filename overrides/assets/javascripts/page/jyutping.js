/**
 * Jyutping over the Chinese: off until a reader asks for it, and fetched only then.
 *
 * The syllables are drawn by the styles and are no text, so that copying, finding in the page and
 * reading aloud have the Chinese alone.
 */

import { all, maybe, one } from "./dom.js";
import { savePreferences } from "./preferences.js";
import { keepingPlace } from "./reading-position.js";

// One Han character, as in scripts/text/script.py.
export const HAN = /([\u2e80-\u2fdf\u3005\u3007\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}])/u;

const LONGEST = 3000; // ms that texts stay hidden for syllables asked for on another page
const root = document.documentElement;

/** @type {Map<string, Promise<{passages: Record<string, Pronunciation>}>>} */
const files = new Map(); // by address
/** @type {Map<Text, ChildNode[]>} */
const annotated = new Map(); // the nodes that replace each text node

/** Make the switch work, and follow what was chosen on another page. */
export function initJyutping() {
  const control = maybe(".fp-aloud input", HTMLInputElement);
  if (!control) return;
  const isPressed = control.checked; // before this script ran
  control.checked ||= "jyutping" in root.dataset;
  control.addEventListener("change", () => turn(control));
  setTimeout(() => delete root.dataset.awaited, LONGEST);
  if (isPressed) turn(control);
  else if (control.checked) follow(control);
}

/** @param {HTMLInputElement} control */
function turn(control) {
  savePreferences({ jyutping: control.checked });
  follow(control);
}

/** @param {HTMLInputElement} control */
async function follow(control) {
  showNote("");
  if (!control.checked) return keepingPlace(removeSyllables);
  const passages = all(".fp-passage[data-jyutping]", HTMLElement);
  try {
    const found = await Promise.all(passages.map(pronunciation));
    if (!control.checked || annotated.size) return; // the reader was faster
    keepingPlace(() => {
      root.dataset.jyutping = "";
      for (const [number, passage] of passages.entries()) {
        annotate(one(".fp-text:lang(zh)", HTMLElement, passage), found[number]);
      }
      showNote("made");
      delete root.dataset.awaited;
    });
  } catch {
    control.checked = false;
    keepingPlace(removeSyllables);
    showNote("failed");
  }
}

/** @param {HTMLElement} passage @returns {Promise<Pronunciation>} */
async function pronunciation(passage) {
  const { href, hash } = new URL(passage.dataset.jyutping ?? "", document.baseURI);
  const address = href.slice(0, -hash.length);
  const content = files.get(address) ?? fetched(address);
  files.set(address, content);
  const file = await content;
  return file.passages[hash.slice(1)] ?? { syllables: [], authored: [] };
}

/** @param {string} address */
async function fetched(address) {
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(response.statusText);
    return await response.json();
  } catch (error) {
    files.delete(address); // to be fetched again
    throw error;
  }
}

/** Set the syllables over a text; none if they are of another text. @param {HTMLElement} text @param {Pronunciation} pronunciation */
function annotate(text, { syllables, authored }) {
  if (text.textContent.split(HAN).length !== 2 * syllables.length + 1) return;
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const nodes = [];
  while (walker.nextNode()) nodes.push(/** @type {Text} */ (walker.currentNode));
  let number = 0;
  for (const node of nodes) {
    const pieces = node.data
      .split(HAN)
      .filter(Boolean)
      .map((piece) => {
        if (!HAN.test(piece)) return new Text(piece);
        const at = number++;
        return ruby(
          piece,
          syllables[at],
          authored.some(([from, to]) => from <= at && at < to),
        );
      });
    node.replaceWith(...pieces);
    annotated.set(node, pieces);
  }
}

/** @param {string} character @param {string | null} syllable @param {boolean} isAuthored */
function ruby(character, syllable, isAuthored) {
  if (!syllable) return new Text(character);
  const annotation = document.createElement("rt");
  annotation.dataset.syllable = syllable;
  annotation.ariaHidden = "true";
  annotation.classList.toggle("fp-authored", isAuthored);
  const pair = document.createElement("ruby");
  pair.append(character, annotation);
  return pair;
}

/** Restore every text. */
function removeSyllables() {
  delete root.dataset.jyutping;
  delete root.dataset.awaited;
  for (const [node, [first, ...rest]] of annotated) {
    for (const piece of rest) piece.remove();
    first.replaceWith(node);
  }
  annotated.clear();
}

/** Show one of the notes beside the switch, or none. @param {string} name */
function showNote(name) {
  for (const note of all(".fp-told > [data-told]", HTMLElement)) {
    note.hidden = note.dataset.told !== name;
  }
}
