/** The switch to the page in the other language: it keeps the reader's place and view. */

import { all } from "./dom.js";
import { preferences, savePreferences } from "./preferences.js";
import { placeOfReader } from "./reading-position.js";

const SWITCHES = "a[hreflang][rel~=alternate]";
const root = document.documentElement;

/**
 * Aim the switches at the reader's place, however they are followed: by a click, the keyboard, in a
 * new tab, or copied.
 */
export function initLanguageSwitch() {
  for (const link of all(SWITCHES, HTMLAnchorElement)) {
    for (const event of ["pointerdown", "focus", "click"]) {
      link.addEventListener(event, () => aim(link));
    }
    link.addEventListener("click", () => {
      savePreferences({ view: viewIn(link.hreflang) ?? preferences().view });
    });
  }
}

/** @param {HTMLAnchorElement} link */
function aim(link) {
  const address = new URL(link.href);
  address.hash = placeOfReader()?.id ?? "";
  address.search = location.search;
  const view = viewIn(link.hreflang);
  if (view) address.searchParams.set("view", view);
  link.href = address.href;
}

/**
 * The view after a switch to a language, if it changes: whoever reads the page's language alone then
 * reads the other alone.
 *
 * @param {string} language
 */
function viewIn(language) {
  const { view } = root.dataset;
  const own = root.lang.startsWith("zh") ? "zh-Hant" : "en";
  return view === own ? language : undefined;
}
