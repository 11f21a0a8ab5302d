/** The switch to the page's counterpart leads to the same place, in the same view. */

import { choices, choose } from "./preferences.js";
import { placeOfReader } from "./reading-position.js";

const SWITCHES = "a[hreflang][rel~=alternate]";
const root = document.documentElement;

/**
 * Aim the switches at where the reader is, however they are followed: by a click, the keyboard,
 * in a new tab, or copied.
 */
export function followReader() {
  for (const link of document.querySelectorAll(SWITCHES)) {
    for (const event of ["pointerdown", "focus", "click"]) {
      link.addEventListener(event, () => aim(link));
    }
    link.addEventListener("click", () =>
      choose({ view: followed(link.hreflang) ?? choices().view }),
    );
  }
}

function aim(link) {
  const address = new URL(link.href);
  address.hash = placeOfReader()?.id ?? "";
  address.search = location.search;
  const view = followed(link.hreflang);
  if (view) address.searchParams.set("view", view);
  link.href = address.href;
}

/** Whoever reads the page's language alone reads the other alone after the switch. */
function followed(language) {
  const { view } = root.dataset;
  const own = root.lang.startsWith("zh") ? "zh-Hant" : "en";
  return view === own ? language : undefined;
}
