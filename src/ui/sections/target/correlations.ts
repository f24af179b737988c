import type { CorrelationMatrix } from '../../../facts/document/distribution.ts';
import type { Correlation } from '../../../facts/methods.ts';

/** The coefficient that is shown where a column has several: of any growth, not of straight lines alone. */
const BY_RANKS: Correlation = 'spearman';

export interface FeatureCorrelation {
  name: string;
  reference: number | null;
  current: number | null;
  difference: number | null;
}

/** A column's correlations with every other, those that changed most first. */
export function correlationsOf(matrices: readonly CorrelationMatrix[], column: string): FeatureCorrelation[] {
  const matrix =
    matrices.find(({ method, columns }) => method === BY_RANKS && columns.includes(column)) ??
    matrices.find(({ columns }) => columns.includes(column));
  const index = matrix?.columns.indexOf(column) ?? -1;
  if (matrix === undefined || index < 0) return [];
  const size = ({ difference, current, reference }: FeatureCorrelation) =>
    Math.abs(difference ?? 0) + Math.abs(current ?? reference ?? 0) / 1e6;
  return matrix.columns
    .flatMap((name, i): FeatureCorrelation[] => {
      if (i === index) return [];
      const reference = matrix.values.reference?.[index]?.[i] ?? null;
      const current = matrix.values.current?.[index]?.[i] ?? null;
      const difference = reference === null || current === null ? null : current - reference;
      return [{ name, reference, current, difference }];
    })
    .sort((a, b) => size(b) - size(a));
}
