/**
 * The reader's preferences, kept in this browser and nowhere else.
 *
 * `overrides/partials/chosen.js` reads them before the first paint.
 */

const KEY = "facing-pages";

/** @returns {Preferences} none where the browser keeps nothing */
export function preferences() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "{}") ?? {};
  } catch {
    return {};
  }
}

/** Keep some preferences for the next page and visit. @param {Preferences} changed */
export function savePreferences(changed) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...preferences(), ...changed }));
  } catch {
    // A browser that keeps nothing still does what was asked on this page.
  }
}
