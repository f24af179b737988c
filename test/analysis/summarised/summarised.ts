import type { SummarisedColumn, SummarisedOrder } from '../../../src/facts/summary-file.ts';
import { SUMMARY_VERSION } from '../../../src/facts/summary.ts';
import { ecdf } from '../../../src/stats/describe/ecdf.ts';
import { moments } from '../../../src/stats/describe/moments.ts';
import { quantiles } from '../../../src/stats/describe/quantiles.ts';
import { binOf, binSums } from '../../stats/bin-sums.ts';

/** Edges as an engine makes them: so many quantiles, each once; all values where they are few. */
export function edgesOf(values: Float64Array, bins = 200): number[] {
  const curve = ecdf(values);
  if (curve.values.length <= bins) return [...curve.values];
  const even = Array.from({ length: bins + 1 }, (_, i) => i / bins);
  const wanted = quantiles(curve, [...even, ...[1e-4, 1e-3, 1 - 1e-3, 1 - 1e-4]]).sort((a, b) => a - b);
  return [...new Set(wanted)];
}

/** What a summary would know of a column of numbers whose rows are so far apart in time. */
export function summarised(
  values: Float64Array,
  edges: readonly number[],
  { name = 'x', perStretch }: { name?: string; perStretch?: number } = {},
): Pick<SummarisedColumn, 'summary' | 'order'> {
  const origin = edges[Math.floor(edges.length / 2)] ?? 0;
  const curve = ecdf(values);
  const bins = binSums(values, edges, origin);
  return {
    summary: {
      version: SUMMARY_VERSION,
      ...{ column: name, slices: ['all'] },
      counts: { rows: values.length, missing: 0, nan: 0, positiveInfinity: 0, negativeInfinity: 0, coerced: null },
      values: {
        ...{ kind: 'numbers', as: 'number', values: new Float64Array(), upTo: new Uint32Array() },
        ...{ moments: moments(curve), periods: null, sequence: null, bins },
      },
    },
    order: perStretch === undefined ? null : { stretches: stretchesOf(values, edges, perStretch), levels: [] },
  };
}

const HOUR = 3_600_000;

function stretchesOf(values: Float64Array, edges: readonly number[], rows: number): SummarisedOrder['stretches'] {
  const count = Math.ceil(values.length / rows);
  const places = Float64Array.from(edges);
  const sums: SummarisedOrder['stretches'] = {
    starts: Float64Array.from({ length: count }, (_, i) => i * HOUR),
    ...{ n: new Float64Array(count), total: new Float64Array(count) },
  };
  values.forEach((value, row) => {
    const [stretch, bin] = [Math.floor(row / rows), binOf(places, value)];
    sums.n[stretch]! += 1;
    sums.total[stretch]! += bin;
  });
  return sums;
}
