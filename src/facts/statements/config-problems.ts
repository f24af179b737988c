/** Rules of settings that need words of their own, by the id that their schema carries as its message. */
export const CONFIG_RULES = [
  ...([
    'a-delimiter',
    'a-limit',
    'a-picture-address',
    'a-small-picture',
    'a-colour',
    'a-column-reading',
    'a-time',
    'each-cell-once',
  ] as const),
  ...(['a-finite-number', 'so-deep', 'so-many'] as const),
] as const;
export type ConfigRule = (typeof CONFIG_RULES)[number];

/** A column that rows cannot be compared within, and why. */
export type RefusedCondition =
  | { column: string; reason: 'many-values'; values: number; most: number }
  | { column: string; reason: 'one-file'; values: 0; most: 0 };

/** What is wrong with settings. `path` is where: `config.columns["a"].readAs`. */
export type ConfigProblem =
  | { problem: 'no-object'; path: string }
  | { problem: 'unknown-setting' | 'unknown-column'; path: string; suggestion: string | null }
  | { problem: 'rule'; path: string; rule: ConfigRule }
  /** A column that cannot be a condition: with so many different values, of at most so many; or that a file lacks. */
  | { problem: 'condition'; path: string; refused: RefusedCondition }
  /** Rows cannot be chosen by a column that a file lacks. */
  | { problem: 'filter-one-file'; path: string; column: string }
  /** Two files were given, and one is to be cut in two. */
  | { problem: 'split-two-files'; path: string }
  /** `expected` and `received` as schemas write them: `("ks" | "welch")`, `>=1`, `"x"`. */
  | { problem: 'value'; path: string; expected: string; received: string }
  | { problem: 'whole-number'; path: string; received: string }
  /** A text of more than so many letters. */
  | { problem: 'long'; path: string; limit: number }
  | { problem: 'unreadable'; detail: string }
  | { problem: 'no-settings' }
  /** Settings that stand twice in one object: only one of them could hold. */
  | { problem: 'keys-twice'; keys: string[] }
  /** YAML of more than so many bytes. */
  | { problem: 'long-yaml'; limit: number };
