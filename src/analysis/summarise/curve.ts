import { ecdfOfSteps, stepsOf, type Ecdf } from '../../stats/describe/ecdf.ts';
import type { FrequencyTable } from '../../stats/describe/frequency-table.ts';
import type { ColumnSummary, LevelValues, NumberValues } from '../../facts/summary.ts';

const curves = new WeakMap<Float64Array, Ecdf>();

/** The arrays of a summary from an ECDF, which `curveOf` gives back; views of the same memory. */
export function stepsOfCurve(curve: Ecdf): Pick<NumberValues, 'values' | 'upTo'> {
  keepCurve(curve);
  return { values: curve.values, upTo: stepsOf(curve).upTo };
}

/** Has `curveOf` give this ECDF for a summary with its values. */
export const keepCurve = (curve: Ecdf): void => void curves.set(curve.values, curve);

/** The ECDF of a summary; the same one each time. */
export function curveOf({ counts, values: { values, upTo } }: ColumnSummary<NumberValues>): Ecdf {
  const known = curves.get(values);
  if (known !== undefined) return known;
  const { missing, nan, positiveInfinity, negativeInfinity } = counts;
  const curve = ecdfOfSteps({ values, upTo }, { missing, nan, positiveInfinity, negativeInfinity });
  curves.set(values, curve);
  return curve;
}

/** The frequency table of a summary. */
export const tableOf = ({ counts: { missing }, values }: ColumnSummary<LevelValues>): FrequencyTable => ({
  levels: values.levels,
  counts: values.counts,
  size: values.counts.reduce((sum, count) => sum + count, 0),
  missing,
});
