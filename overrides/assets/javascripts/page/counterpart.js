/** The other text of a passage, shown in place where one language is read alone. */

import { all } from "./dom.js";

export function initCounterparts() {
  for (const button of all(".fp-reveal", HTMLElement)) {
    button.addEventListener("click", () => toggle(button));
  }
}

/** @param {HTMLElement} button */
function toggle(button) {
  const isOpen = button.closest(".fp-passage")?.classList.toggle("fp-open");
  button.setAttribute("aria-expanded", String(isOpen));
}
