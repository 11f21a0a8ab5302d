// The files of the index, each fetched once when it is needed. HACKING.md describes their format.

import { Numerals } from "./numerals.js";

const FORMAT = 2;
const NAME = 8; // letters of a file's name
const FOLDER = new URL("../../search/", import.meta.url);

/** The root of the site, under whatever path it is published. */
export const SITE = new URL("../../../", import.meta.url);

/** @type {Promise<SearchIndex> | undefined} */
let opened;

/** The published index, opened once. */
export function openIndex() {
  opened ??= opening();
  return opened;
}

/** Forget the opened index: files of an older edition may be gone. */
export function forgetIndex() {
  opened = undefined;
}

async function opening() {
  try {
    /** @type {Manifest} */
    const manifest = await fetched("index.json", { cache: "no-cache" });
    if (manifest.format !== FORMAT)
      throw new NotFetched("The page and its index differ: load it again.");
    return new Index(manifest);
  } catch (error) {
    forgetIndex();
    throw error;
  }
}

/** A file of the index could not be fetched: offline, or replaced by a newer edition. */
export class NotFetched extends Error {}

/** @param {string} file @param {RequestInit} [options] */
async function fetched(file, options) {
  try {
    const response = await fetch(new URL(file, FOLDER), options);
    if (response.ok) return await response.json();
    throw new Error(`${file}: ${response.status}`);
  } catch (error) {
    throw new NotFetched(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** The manifest, and the files that it leads to. @implements {SearchIndex} */
class Index {
  /** @type {Map<string, Promise<any>>} */
  #files = new Map();
  /** @type {Promise<Folds> | undefined} */
  #folds;

  /** @param {Manifest} manifest */
  constructor(manifest) {
    /** @param {TreeRoot} root */
    const tree = (root) => new FileTree(root, (name) => this.#file(name));
    /** @type {Tree<PostingsEntry>} */
    this.postings = tree(manifest.postings);
    /** @type {Tree<HeadTexts | PassageTexts>} */
    this.texts = tree(manifest.texts);
    /** @type {Tree<HeadwordEntry[]>} */
    this.headwords = tree(manifest.known);
    /** @type {Tree<number>} */
    this.vocabulary = tree(manifest.vocabulary);
    this.stopWords = new Set(manifest.stopWords);
    this.lightWords = new Set(manifest.lightWords);
    this.spelling = compiled(manifest.spelling);
    this.endings = compiled(manifest.endings);
    this.numerals = new Numerals(manifest.numerals);
    this.kinds = Object.entries(manifest.kinds);
    this.documents = this.kinds.reduce((sum, [, count]) => sum + count, 0);
    this.foldsFile = manifest.folds;
  }

  /** @param {string} name */
  #file(name) {
    const known = this.#files.get(name);
    if (known) return known;
    const content = fetched(`${name}.json`);
    content.catch(() => this.#files.delete(name)); // to be fetched again
    this.#files.set(name, content);
    return content;
  }

  /** The form that each Han character of the texts is folded to. */
  folds() {
    this.#folds ??= this.#file(this.foldsFile).then(foldsOf);
    return this.#folds;
  }

  /** @param {number} document its number */
  kindOf(document) {
    let end = 0;
    for (const [kind, count] of this.kinds) {
      end += count;
      if (document < end) return kind;
    }
    throw new RangeError(`no document ${document}`);
  }
}

/** @param {string[]} classes the folded form and the others of each @returns {Folds} */
function foldsOf(classes) {
  return new Map(classes.flatMap(([form, ...others]) => others.map((other) => [other, form])));
}

/** Sorted entries in files, each of which has a range of the keys. @template V */
class FileTree {
  /** @param {TreeRoot} root @param {(name: string) => Promise<any>} file */
  constructor(root, file) {
    this.root = root;
    this.file = file;
  }

  /** The value of a key, if it has one. @param {string} key @returns {Promise<V | undefined>} */
  async get(key) {
    const leaf = await this.leaf(key);
    return leaf && Object.hasOwn(leaf, key) ? leaf[key] : undefined; // “constructor” is a word, too
  }

  /** The leaf in whose range a key lies. @param {string} key */
  async leaf(key) {
    const [leaf] = await this.leaves(key, key, 1);
    return leaf;
  }

  /**
   * The entries whose keys begin with a prefix, in order, from a few leaves.
   *
   * @param {string} prefix
   * @param {number} most leaves
   */
  async beginning(prefix, most) {
    const leaves = await this.leaves(prefix, `${prefix}\uffff`, most);
    const entries = leaves.flatMap((leaf) => Object.entries(leaf));
    return entries.filter(([key]) => key.startsWith(prefix));
  }

  /**
   * The first leaves whose ranges have keys between two.
   *
   * @param {string} low
   * @param {string} high
   * @param {number} most
   * @returns {Promise<Record<string, V>[]>}
   */
  async leaves(low, high, most) {
    /** @type {any[]} */
    let nodes = [this.root];
    for (let depth = this.root.depth; depth >= 0; depth -= 1) {
      const names = nodes.flatMap((node) => namesBetween(node, low, high)).slice(0, most);
      nodes = await Promise.all(names.map((name) => this.file(name)));
    }
    return nodes;
  }
}

/**
 * The names of a node's files whose ranges have keys between two.
 *
 * @param {TreeNode} node
 * @param {string} low
 * @param {string} high
 */
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

/**
 * The key of a passage's texts, or of a document's titles, which are passage 0.
 *
 * @param {number} document
 * @param {number} passage
 */
export function textKey(document, passage) {
  return `${String(document).padStart(6, "0")}.${String(passage).padStart(5, "0")}`;
}

/** @param {[pattern: string, replacement: string][]} rules @returns {Compiled} */
function compiled(rules) {
  return rules.map(([pattern, replacement]) => [new RegExp(pattern, "g"), replacement]);
}
