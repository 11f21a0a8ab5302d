/** The current section, marked in the contents of the sidebar. */

import { all } from "./dom.js";
import { onMove, placeOfReader } from "./reading-position.js";

const links = all(".md-nav--secondary a[href^='#']", HTMLAnchorElement);

export function initCurrentSection() {
  if (links.length) onMove(update);
}

function update() {
  const place = placeOfReader();
  const section = place?.closest(".fp-section") ?? place;
  for (const link of links) {
    if (section && link.hash === `#${section.id}`) link.setAttribute("aria-current", "location");
    else link.removeAttribute("aria-current");
  }
}
