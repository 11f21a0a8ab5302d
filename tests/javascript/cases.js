/** The cases of tests/search/*.yml, which the Python tests read too, and the tables of the generator. */

import { readFileSync } from "node:fs";
import { parse } from "yaml";

const ROOT = new URL("../../", import.meta.url);

/** @param {string} path from the project's folder */
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

/** The table by which Han characters are folded. @returns {Folds} */
export function folds() {
  const rows = text("scripts/text/variants/folds.tsv").split("\n");
  const classes = rows.filter((row) => row && !row.startsWith("#"));
  return new Map(
    classes.flatMap((row) => {
      const [form, , ...others] = row;
      return others.map((/** @type {string} */ other) => [other, form]);
    }),
  );
}
