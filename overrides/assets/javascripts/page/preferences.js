/**
 * What the reader has chosen, kept in this browser and nowhere else.
 *
 * `overrides/partials/chosen.js` reads it before the first paint.
 */

const KEY = "facing-pages";

/**
 * @returns {{view?: string, jyutping?: boolean, shortcuts?: boolean}} all choices; none where the
 *   browser keeps nothing
 */
export function choices() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
}

/** Keep some choices for the next page and visit. @param {object} changed */
export function choose(changed) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...choices(), ...changed }));
  } catch {
    // A browser that keeps nothing still does what was asked on this page.
  }
}
