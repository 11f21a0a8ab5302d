import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { rows } from "./cases.js";

const ASSETS = fileURLToPath(new URL("../../overrides/assets/", import.meta.url));
const IMPORT = /(?:from |import |import\()"(\.[^"]+)"/g;

test("renamed assets are published under their new names only", () => {
  for (const row of rows("tests/javascript/renamed-assets.tsv")) {
    const [before, after] = row.split("\t");
    assert.ok(!existsSync(join(ASSETS, before)), before);
    assert.ok(existsSync(join(ASSETS, after)), after);
  }
});

/** The modules that each of ours imports, also when it runs. */
async function imports() {
  const files = await readdir(ASSETS, { recursive: true });
  const scripts = files.filter((file) => file.endsWith(".js"));
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const file of scripts) {
    const source = await readFile(join(ASSETS, file), "utf8");
    const targets = [...source.matchAll(IMPORT)].map((match) => join(dirname(file), match[1]));
    found.set(file, targets);
  }
  return found;
}

test("no module imports itself through others", async () => {
  const graph = await imports();
  assert.ok(graph.get("javascripts/page/search-dialog.js")?.length);
  for (const start of graph.keys()) {
    const reached = new Set(graph.get(start));
    for (const module of reached) {
      for (const next of graph.get(module) ?? assert.fail(module)) reached.add(next);
    }
    assert.ok(!reached.has(start), `${start} imports itself`);
  }
});
