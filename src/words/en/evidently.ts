import type { ColumnVerdictValues } from '../../facts/column-verdict.ts';
import { effect } from '../format.ts';

/** Evidently's methods as a sentence names what they yield. */
const scores: Record<string, string> = {
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
  fisher_exact: 'Fisher exact p-value',
  TVD: 'total variation p-value',
  psi: 'PSI',
  kl_div: 'Kullback-Leibler divergence',
  jensenshannon: 'Jensen-Shannon distance',
  hellinger: 'Hellinger distance',
};

/** "Evidently’s Jensen-Shannon distance is 0.13, above 0.1". */
export function scoreClause({ method, value, threshold }: ColumnVerdictValues['score']): string {
  const name = scores[method] ?? method;
  if (value === null) return `Evidently’s ${name} is not a number`;
  const place = value < threshold ? 'below' : value > threshold ? 'above' : 'at';
  return `Evidently’s ${name} is ${effect(value)}, ${place} ${effect(threshold)}`;
}

/** The same as a sentence: "…: drift." */
export const scoreSentence = (score: ColumnVerdictValues['score']): string =>
  `${scoreClause(score)}: ${score.drifted ? 'drift' : 'no drift'}.`;
