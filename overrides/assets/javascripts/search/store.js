// The files of the index: fetched when they are asked for, once. Their format is told in HACKING.md.

import { Numerals } from "./numerals.js";

const FORMAT = 2;
const NAME = 8; // letters of a file's name
const FOLDER = new URL("../../search/", import.meta.url);

/** The root of the site, under whatever path it is published. */
export const SITE = new URL("../../../", import.meta.url);

let opened; // the index, or the promise of it

/** The index that is published now, or was when it was first asked for. */
export function index() {
  opened ??= opening();
  return opened;
}

/** Forget the index: files of an older edition may be gone. */
export function forget() {
  opened = undefined;
}

async function opening() {
  try {
    const manifest = await fetched("index.json", { cache: "no-cache" });
    if (manifest.format !== FORMAT)
      throw new NotFetched("The page and its index differ: load it again.");
    return new Index(manifest);
  } catch (error) {
    forget();
    throw error;
  }
}

/** A file of the index could not be had: offline, or a newer edition has taken its place. */
export class NotFetched extends Error {}

async function fetched(file, options) {
  try {
    const response = await fetch(new URL(file, FOLDER), options);
    if (response.ok) return await response.json();
    throw new Error(`${file}: ${response.status}`);
  } catch (error) {
    throw new NotFetched(error.message, { cause: error });
  }
}

/** What the manifest says, and the files that it leads to. */
class Index {
  #files = new Map();
  #folds;

  constructor(manifest) {
    const tree = (name) => new Tree(manifest[name], (file) => this.#file(file));
    this.postings = tree("postings");
    this.texts = tree("texts");
    this.known = tree("known");
    this.vocabulary = tree("vocabulary");
    this.stopWords = new Set(manifest.stopWords);
    this.lightWords = new Set(manifest.lightWords);
    this.spelling = compiled(manifest.spelling);
    this.endings = compiled(manifest.endings);
    this.numerals = new Numerals(manifest.numerals);
    this.kinds = Object.entries(manifest.kinds);
    this.documents = this.kinds.reduce((sum, [, count]) => sum + count, 0);
    this.foldsFile = manifest.folds;
  }

  #file(name) {
    if (!this.#files.has(name)) {
      const content = fetched(`${name}.json`);
      content.catch(() => this.#files.delete(name)); // to be asked for again
      this.#files.set(name, content);
    }
    return this.#files.get(name);
  }

  /** The form that each Han character of the texts is folded to. */
  folds() {
    this.#folds ??= this.#file(this.foldsFile).then(
      (classes) => new Map(classes.flatMap(([form, ...others]) => others.map((c) => [c, form]))),
    );
    return this.#folds;
  }

  /** The kind of a document, by its number. */
  kindOf(document) {
    let end = 0;
    return this.kinds.find(([, count]) => document < (end += count))[0];
  }
}

/** Sorted entries in files, each of which has a range of the keys. */
class Tree {
  constructor(root, file) {
    this.root = root;
    this.file = file;
  }

  /** The value of a key, if it has one. */
  async get(key) {
    const leaf = await this.leaf(key);
    return leaf && Object.hasOwn(leaf, key) ? leaf[key] : undefined; // “constructor” is a word, too
  }

  /** The leaf in whose range a key lies. */
  async leaf(key) {
    const [leaf] = await this.leaves(key, key, 1);
    return leaf;
  }

  /** The keys that begin so, in order, with their values; those of a few leaves at most. */
  async beginning(prefix, most) {
    const leaves = await this.leaves(prefix, `${prefix}\uffff`, most);
    const entries = leaves.flatMap((leaf) => Object.entries(leaf));
    return entries.filter(([key]) => key.startsWith(prefix));
  }

  /** The leaves whose ranges have keys from LOW to HIGH; the first MOST of them. */
  async leaves(low, high, most) {
    let nodes = [this.root];
    for (let depth = this.root.depth; depth >= 0; depth -= 1) {
      const names = nodes.flatMap((node) => namesBetween(node, low, high)).slice(0, most);
      nodes = await Promise.all(names.map((name) => this.file(name)));
    }
    return nodes;
  }
}

/** The names of the files of a node whose ranges have keys from LOW to HIGH. */
function namesBetween({ keys, files }, low, high) {
  if (!files) return [];
  const bounds = keys.split(" ");
  const after = bounds.findIndex((bound) => bound > high);
  const last = after < 0 ? bounds.length : after;
  const first = Math.max(
    0,
    bounds.findLastIndex((bound) => bound <= low),
  );
  const places = Array.from({ length: Math.max(0, last - first) }, (_, place) => first + place);
  return places.map((place) => files.slice(place * NAME, (place + 1) * NAME));
}

/** The key of a passage's texts, or of a document's head, which is passage 0. */
export function textKey(document, passage) {
  return `${String(document).padStart(6, "0")}.${String(passage).padStart(5, "0")}`;
}

function compiled(rules) {
  return rules.map(([pattern, replacement]) => [new RegExp(pattern, "g"), replacement]);
}
