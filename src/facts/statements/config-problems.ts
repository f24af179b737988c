/** Rules of settings that need words of their own, by the id that their schema carries as its message. */
export const CONFIG_RULES = ['one-character', 'a-limit', 'a-picture-address', 'a-colour', 'a-column-reading'] as const;
export type ConfigRule = (typeof CONFIG_RULES)[number];

/** What is wrong with settings. `path` is where: `config.columns["a"].readAs`. */
export type ConfigProblem =
  | { problem: 'no-object'; path: string }
  | { problem: 'unknown-setting' | 'unknown-column'; path: string; suggestion: string | null }
  | { problem: 'rule'; path: string; rule: ConfigRule }
  /** `expected` and `received` as schemas write them: `("ks" | "welch")`, `>=1`, `"x"`. */
  | { problem: 'value'; path: string; expected: string; received: string }
  | { problem: 'whole-number'; path: string; received: string }
  | { problem: 'unreadable'; detail: string }
  | { problem: 'no-settings' };
