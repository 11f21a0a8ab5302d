/** The cases of tests/search/*.yml, which the Python tests read too, and the tables of the generator. */

import { readFileSync } from "node:fs";
import { parse } from "yaml";

const ROOT = new URL("../../", import.meta.url);

/** The text of a file. @param {string} path from the project's folder */
function text(path) {
  return readFileSync(new URL(path, ROOT), "utf8");
}

/** @param {string} name @returns {any[]} */
export function cases(name) {
  return parse(text(`tests/search/${name}.yml`));
}

/** @param {string} path */
export function json(path) {
  return JSON.parse(text(path));
}

/** The rows of a table, without its comments. @param {string} path */
export function rows(path) {
  return text(path)
    .split("\n")
    .filter((row) => row && !row.startsWith("#"));
}

/** The table by which Han characters are folded. @returns {Folds} */
export function folds() {
  return new Map(
    rows("scripts/search/folds.tsv").flatMap((row) => {
      const [form, , ...others] = row;
      return others.map((/** @type {string} */ other) => [other, form]);
    }),
  );
}
