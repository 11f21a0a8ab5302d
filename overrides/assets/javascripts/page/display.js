/** How texts are shown: their size, what is marked in them, over which words Jyutping stands. */

import { all, elementOf, maybe } from "./dom.js";
import { savePreferences } from "./preferences.js";
import { keepingPlace } from "./reading-position.js";

const root = document.documentElement;

/** Show what was chosen before, and follow what is chosen now. */
export function initDisplay() {
  const panel = maybe(".fp-display", HTMLDetailsElement);
  if (!panel) return;
  const boxes = all("input", HTMLInputElement, panel);
  for (const box of boxes) box.checked = isChosen(box);
  panel.addEventListener("change", () => choose(boxes));
  document.addEventListener("pointerdown", ({ target }) => {
    if (!panel.contains(elementOf(target))) panel.open = false;
  });
  panel.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !panel.open) return;
    panel.open = false;
    maybe("summary", HTMLElement, panel)?.focus();
  });
  panel.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !panel.contains(elementOf(relatedTarget))) panel.open = false;
  });
}

/** @param {HTMLInputElement} box */
function isChosen({ name, value }) {
  if (name === "size") return root.dataset.size === value;
  if (name === "marks") return (root.dataset.marks ?? "").split(" ").includes(value);
  return "glossary" in root.dataset;
}

/** @param {HTMLInputElement[]} boxes */
function choose(boxes) {
  const chosen = (/** @type {string} */ name) =>
    boxes.filter((box) => box.name === name && box.checked).map(({ value }) => value);
  const [size] = chosen("size");
  const marks = chosen("marks").join(" ");
  const glossary = chosen("glossary").length > 0;
  keepingPlace(() => {
    root.dataset.size = size;
    root.dataset.marks = marks;
    root.toggleAttribute("data-glossary", glossary);
  });
  savePreferences({ size, marks, glossary });
}
