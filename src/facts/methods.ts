/** Ids of methods, listed once: settings, documents, metrics and words speak of them by these. */

/**
 * Tests that a verdict on numbers may go by: those that keep α also where values are tied. (Cramér-von Mises by
 * mid-ranks does not: it calls up to 90 % of tied columns changed in which nothing has.)
 */
export const NUMERIC_TESTS = ['ks', 'mann_whitney', 'welch'] as const;
export type NumericTest = (typeof NUMERIC_TESTS)[number];

/** Tests that a verdict on categories may go by. */
export const CATEGORY_TESTS = ['chi_square', 'g_test'] as const;
export type CategoryTest = (typeof CATEGORY_TESTS)[number];

/** Evidently's own names of its methods. */
export const EVIDENTLY_METHOD_IDS = [
  'ks',
  'wasserstein',
  'anderson',
  'cramer_von_mises',
  'mannw',
  't_test',
  'es',
  'ed',
  'empirical_mmd',
  'chisquare',
  'z',
  'g_test',
  'fisher_exact',
  'TVD',
  'psi',
  'kl_div',
  'jensenshannon',
  'hellinger',
] as const;
export type EvidentlyMethod = (typeof EVIDENTLY_METHOD_IDS)[number];
