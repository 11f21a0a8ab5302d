/**
 * Jyutping over the Chinese: off until a reader asks for it, and fetched only then.
 *
 * The syllables are drawn by the styles and are no text, so that copying, finding in the page and
 * reading aloud meet the Chinese alone.
 */

import { choose } from "./preferences.js";
import { keepingPlace } from "./reading-position.js";

// One Han character, as in scripts/text/script.py, of which this is the one echo.
export const HAN = /([\u2e80-\u2fdf\u3005\u3007\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}])/u;

const LONGEST = 3000; // ms that texts wait unseen for syllables asked for on another page
const root = document.documentElement;
const files = new Map(); // what was fetched, by address
const annotated = new Map(); // the nodes that stand in the place of each text node

/** Make the switch work, and do what was chosen on another page. */
export function offerJyutping() {
  const control = document.querySelector(".fp-aloud input");
  if (!control) return;
  const isPressed = control.checked; // before this was there
  control.checked ||= "jyutping" in root.dataset;
  control.addEventListener("change", () => turn(control));
  setTimeout(() => delete root.dataset.awaited, LONGEST);
  if (isPressed) turn(control);
  else if (control.checked) follow(control);
}

function turn(control) {
  choose({ jyutping: control.checked });
  follow(control);
}

async function follow(control) {
  tell("");
  if (!control.checked) return keepingPlace(takeOut);
  const passages = [...document.querySelectorAll(".fp-passage[data-jyutping]")];
  try {
    const found = await Promise.all(passages.map(pronunciation));
    if (!control.checked || annotated.size) return; // the reader was faster
    keepingPlace(() => {
      root.dataset.jyutping = "";
      passages.forEach((passage, i) =>
        annotate(passage.querySelector(".fp-text:lang(zh)"), found[i]),
      );
      tell("made");
      delete root.dataset.awaited;
    });
  } catch {
    control.checked = false;
    keepingPlace(takeOut);
    tell("failed");
  }
}

/** @returns {Promise<{syllables: (string | null)[], authored: [number, number][]}>} */
async function pronunciation(passage) {
  const { href, hash } = new URL(passage.dataset.jyutping, document.baseURI);
  const address = href.slice(0, -hash.length);
  if (!files.has(address)) files.set(address, fetched(address));
  const file = await files.get(address);
  return file.passages[hash.slice(1)] ?? { syllables: [], authored: [] };
}

async function fetched(address) {
  try {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.statusText);
    return await answer.json();
  } catch (error) {
    files.delete(address); // to be asked for again
    throw error;
  }
}

/** Set a text with its syllables; bare if they were made of another text. */
function annotate(text, { syllables, authored }) {
  if (text.textContent.split(HAN).length !== 2 * syllables.length + 1) return;
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  let number = 0;
  for (const node of nodes) {
    const pieces = node.data
      .split(HAN)
      .filter(Boolean)
      .map((piece) => {
        if (!HAN.test(piece)) return new Text(piece);
        const isAuthored = authored.some(([from, to]) => from <= number && number < to);
        return ruby(piece, syllables[number++], isAuthored);
      });
    node.replaceWith(...pieces);
    annotated.set(node, pieces);
  }
}

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

/** Put every text back as it was. */
function takeOut() {
  delete root.dataset.jyutping;
  delete root.dataset.awaited;
  for (const [node, [first, ...rest]] of annotated) {
    for (const piece of rest) piece.remove();
    first.replaceWith(node);
  }
  annotated.clear();
}

function tell(what) {
  for (const note of document.querySelectorAll(".fp-told > [data-told]")) {
    note.hidden = note.dataset.told !== what;
  }
}
