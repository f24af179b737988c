import type { EvidentlyMethod, MethodId } from '../../facts/methods.ts';

/** What people read of a method. */
export interface MethodWords {
  /** In headings and lists. */
  name: string;
  /** In menus and under figures, where there is little room. */
  short: string;
  /** What it looks at, as it stands behind its name in a menu. */
  description: string;
}

/** Plumbline's own methods. */
export const methods: Record<MethodId, MethodWords> = {
  wasserstein: {
    name: 'Wasserstein distance',
    short: 'Wasserstein',
    description: 'how far the distribution moved',
  },
  total_variation: {
    name: 'Total variation distance',
    short: 'Total variation',
    description: 'share of rows that changed category',
  },
  ks: { name: 'Kolmogorov–Smirnov test', short: 'Kolmogorov–Smirnov', description: 'any change' },
  mann_whitney: { name: 'Mann–Whitney test', short: 'Mann–Whitney', description: 'the level' },
  welch: { name: 'Welch’s t test', short: 'Welch’s t test', description: 'the mean' },
  kuiper: { name: 'Kuiper test', short: 'Kuiper', description: 'any change, of spread as well as of level' },
  chi_square: { name: 'Chi-square test', short: 'Chi-square', description: 'any change' },
  g_test: { name: 'G test', short: 'G test', description: 'any change' },
  fisher_exact: { name: 'Fisher’s exact test', short: 'Fisher’s exact', description: 'two categories with few rows' },
  chi_square_permutation: {
    name: 'Chi-square test by permutation',
    short: 'Chi-square by permutation',
    description: 'categories with few rows',
  },
  ks_within: {
    name: 'Rank and Kolmogorov–Smirnov test within groups',
    short: 'Within groups',
    description: 'any change within groups of rows',
  },
  cochran_mantel_haenszel: {
    name: 'Cochran–Mantel–Haenszel test',
    short: 'Cochran–Mantel–Haenszel',
    description: 'any change within groups of rows',
  },
  psi: { name: 'Population stability index', short: 'PSI', description: 'shares of bins' },
  jensen_shannon: { name: 'Jensen–Shannon distance', short: 'Jensen–Shannon', description: 'shares of bins' },
  hellinger: { name: 'Hellinger distance', short: 'Hellinger', description: 'shares of bins' },
  pearson: { name: 'Pearson', short: 'Pearson', description: 'linear relations' },
  spearman: { name: 'Spearman', short: 'Spearman', description: 'monotone relations' },
  cramers_v: { name: 'Cramér’s V', short: 'Cramér’s V', description: 'relations of categories' },
};

/** What a score of Evidently’s is called in a sentence. */
export const evidentlyMethods: Record<EvidentlyMethod, string> = {
  ks: 'Kolmogorov-Smirnov p-value',
  wasserstein: 'normalised Wasserstein distance',
  anderson: 'Anderson-Darling p-value',
  cramer_von_mises: 'Cramér-von Mises p-value',
  mannw: 'Mann-Whitney p-value',
  t_test: 't-test p-value',
  es: 'Epps-Singleton p-value',
  ed: 'energy distance',
  empirical_mmd: 'MMD p-value',
  chisquare: 'chi-square p-value',
  z: 'z-test p-value',
  g_test: 'G-test p-value',
  fisher_exact: 'Fisher’s exact p-value',
  TVD: 'total variation p-value',
  psi: 'PSI',
  kl_div: 'Kullback-Leibler divergence',
  jensenshannon: 'Jensen-Shannon distance',
  hellinger: 'Hellinger distance',
};

/** A test in a menu: "Kolmogorov–Smirnov: any change (usual)". */
const testChoice = (id: MethodId, usual: boolean): string =>
  `${methods[id].short}: ${methods[id].description}${usual ? ' (usual)' : ''}`;

/** Choices of methods in menus. */
export const methodChoices = {
  testHint: 'Behind each name stands what it looks at',
  test: testChoice,
  /** By Evidently’s own name, as its own reports have it. */
  evidently: (id: EvidentlyMethod): string => id,
  evidentlyOwn: 'Evidently’s own choice',
  asForAll: 'as for all columns',
};
