/** The contents in the sidebar follow the reader, also for those who listen. */

import { followPlace, placeOfReader } from "./reading-position.js";

const links = document.querySelectorAll(".md-nav--secondary a[href^='#']");

export function tellSection() {
  if (links.length) followPlace(tell);
}

function tell() {
  const place = placeOfReader();
  const section = place?.closest(".fp-section") ?? place;
  for (const link of links) {
    if (section && link.hash === `#${section.id}`) link.setAttribute("aria-current", "location");
    else link.removeAttribute("aria-current");
  }
}
