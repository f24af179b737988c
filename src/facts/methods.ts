/**
 * Every method, listed once: settings, menus, sentences, the document, bench, calibration and handbook go by these tables.
 * How a method is computed stands in `src/analysis/compare/methods` (Evidently's: `src/stats/evidently/methods.ts`),
 * what it is called in `src/words/en/methods.ts`; both are typed by these ids. An id is also its anchor in the handbook,
 * with `evidently-` before it for Evidently's.
 */

/** What a column is compared as; times count as numbers, yes and no as categories. */
export const COLUMN_KINDS = ['numeric', 'categorical'] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/**
 * What a method is for. `effect`: how large a change is (a distance). `evidence`: a test that a verdict may go by (small
 * p-values mean a change). `sparse evidence`: a test that takes its place in tables with few rows. `stratified evidence`: a test within
 * the strata of other columns. `bin score`: a distance over the bins that are drawn. `correlation`: a coefficient of two columns.
 */
export type MethodRole =
  'effect' | 'evidence' | 'sparse evidence' | 'stratified evidence' | 'bin score' | 'correlation';

interface MethodFacts {
  role: MethodRole;
  kinds: readonly ColumnKind[];
}

/**
 * Plumbline's own methods. A numeric test is evidence only where it keeps α on tied values too, with rows at what they
 * are worth: see `test/report/verdict/calibration.test.ts`. (Cramér-von Mises by mid-ranks does not: it calls up to 90 % of tied
 * columns changed in which nothing has.)
 */
export const METHODS = {
  wasserstein: { role: 'effect', kinds: ['numeric'] },
  total_variation: { role: 'effect', kinds: ['categorical'] },
  ks: { role: 'evidence', kinds: ['numeric'] },
  mann_whitney: { role: 'evidence', kinds: ['numeric'] },
  welch: { role: 'evidence', kinds: ['numeric'] },
  kuiper: { role: 'evidence', kinds: ['numeric'] },
  chi_square: { role: 'evidence', kinds: ['categorical'] },
  g_test: { role: 'evidence', kinds: ['categorical'] },
  fisher_exact: { role: 'sparse evidence', kinds: ['categorical'] },
  chi_square_permutation: { role: 'sparse evidence', kinds: ['categorical'] },
  ks_within: { role: 'stratified evidence', kinds: ['numeric'] },
  cochran_mantel_haenszel: { role: 'stratified evidence', kinds: ['categorical'] },
  psi: { role: 'bin score', kinds: ['numeric', 'categorical'] },
  jensen_shannon: { role: 'bin score', kinds: ['numeric', 'categorical'] },
  hellinger: { role: 'bin score', kinds: ['numeric', 'categorical'] },
  pearson: { role: 'correlation', kinds: ['numeric'] },
  spearman: { role: 'correlation', kinds: ['numeric'] },
  cramers_v: { role: 'correlation', kinds: ['categorical'] },
} as const satisfies Record<string, MethodFacts>;

export type MethodId = keyof typeof METHODS;

type MethodOf<Role extends MethodRole, Kind extends ColumnKind = ColumnKind> = {
  [Id in MethodId]: (typeof METHODS)[Id] extends { role: Role; kinds: readonly (infer Its)[] }
    ? Kind & Its extends never
      ? never
      : Id
    : never;
}[MethodId];

export type NumericTest = MethodOf<'evidence', 'numeric'>;
export type CategoryTest = MethodOf<'evidence', 'categorical'>;
export type SparseTest = MethodOf<'sparse evidence'>;
export type BinScoreMethod = MethodOf<'bin score'>;
export type Correlation = MethodOf<'correlation'>;
export type NumberCorrelation = MethodOf<'correlation', 'numeric'>;

/** All ids, in the order in which menus and tables list them. */
export const METHOD_IDS = Object.keys(METHODS) as MethodId[];

function idsFor<Role extends MethodRole, Kind extends ColumnKind = ColumnKind>(
  role: Role,
  kind?: Kind,
): MethodOf<Role, Kind>[] {
  return METHOD_IDS.filter((id): id is MethodOf<Role, Kind> => {
    const { role: methodRole, kinds }: MethodFacts = METHODS[id];
    return methodRole === role && (kind === undefined || kinds.includes(kind));
  });
}

/** Tests that a verdict may go by. */
export const NUMERIC_TESTS: readonly NumericTest[] = idsFor('evidence', 'numeric');
export const CATEGORY_TESTS: readonly CategoryTest[] = idsFor('evidence', 'categorical');
export const TESTS = { numeric: NUMERIC_TESTS, categorical: CATEGORY_TESTS };

export const BIN_SCORE_METHODS: readonly BinScoreMethod[] = idsFor('bin score');
export const CORRELATIONS: readonly Correlation[] = idsFor('correlation');
const NUMBER_CORRELATIONS: readonly NumberCorrelation[] = idsFor('correlation', 'numeric');
/** Whether a coefficient is of numbers; one of categories otherwise. */
export const isOfNumbers = (method: Correlation): method is NumberCorrelation =>
  NUMBER_CORRELATIONS.some((id) => id === method);

/** The test of each kind where the config names none. */
export const USUAL_TESTS = { numeric: 'ks', categorical: 'chi_square' } as const satisfies {
  numeric: NumericTest;
  categorical: CategoryTest;
};

/** What a column was compared as, from the method of its effect. */
export const comparedAs = ({ method }: { method: string }): ColumnKind =>
  Object.hasOwn(METHODS, method) ? METHODS[method as MethodId].kinds[0] : 'numeric';

/** How Evidently judges a score. */
export interface EvidentlyRule {
  score: 'distance' | 'p-value';
  /** Which columns it may be asked for; the default choice takes `chisquare` and `z` for numbers of few values too. */
  kinds: readonly ColumnKind[];
  threshold: number;
  /** A column drifts where score, comparison, threshold hold in this order. */
  comparison: '>=' | '>' | '<=' | '<';
}

type Kinds = EvidentlyRule['kinds'];

const distance = (kinds: Kinds, comparison: '>=' | '>' = '>='): EvidentlyRule => {
  return { score: 'distance', kinds, threshold: 0.1, comparison };
};
const test = (kinds: Kinds, threshold: 0.05 | 0.1, comparison: '<=' | '<' = '<'): EvidentlyRule => {
  return { score: 'p-value', kinds, threshold, comparison };
};

const NUMERIC: Kinds = ['numeric'];
const CATEGORICAL: Kinds = ['categorical'];
const BOTH: Kinds = COLUMN_KINDS;

/**
 * Every method that Evidently 0.7 has for numeric and categorical columns, by its own name, with its thresholds and the
 * direction in which it compares. Source: its package evidently.legacy.calculations.stattests.
 */
export const EVIDENTLY_METHODS = {
  ks: test(NUMERIC, 0.05, '<='),
  wasserstein: distance(NUMERIC),
  anderson: test(NUMERIC, 0.1),
  cramer_von_mises: test(NUMERIC, 0.1, '<='),
  mannw: test(NUMERIC, 0.05),
  t_test: test(NUMERIC, 0.05),
  es: test(NUMERIC, 0.05),
  ed: distance(NUMERIC, '>'),
  empirical_mmd: test(NUMERIC, 0.1),
  chisquare: test(CATEGORICAL, 0.05),
  z: test(CATEGORICAL, 0.05),
  g_test: test(CATEGORICAL, 0.1),
  fisher_exact: test(CATEGORICAL, 0.1),
  TVD: test(CATEGORICAL, 0.1),
  psi: distance(BOTH),
  kl_div: distance(BOTH),
  jensenshannon: distance(BOTH),
  hellinger: distance(BOTH),
};

export type EvidentlyMethod = keyof typeof EVIDENTLY_METHODS;

export const EVIDENTLY_METHOD_IDS = Object.keys(EVIDENTLY_METHODS) as EvidentlyMethod[];

/** Evidently's methods for a kind of column. */
export const evidentlyMethodsFor = (kind: ColumnKind): EvidentlyMethod[] =>
  EVIDENTLY_METHOD_IDS.filter((id) => EVIDENTLY_METHODS[id].kinds.includes(kind));

/** How Evidently judges a method's score; undefined for a name that this version does not know. */
export const evidentlyRule = (method: string): EvidentlyRule | undefined =>
  Object.hasOwn(EVIDENTLY_METHODS, method) ? EVIDENTLY_METHODS[method as EvidentlyMethod] : undefined;
