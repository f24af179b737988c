import { byCodePoint } from '../../facts/by-code-point.ts';
import type { Ecdf } from '../describe/ecdf.ts';
import { commonLevels, type FrequencyTable } from '../describe/frequency-table.ts';
import { forEachValue } from '../compare/numeric/pooled.ts';

/** A column of both files in the form its kind has. Missing, NaN and infinite cells are apart, as Evidently drops them. */
export type ColumnPair =
  | { kind: 'numeric'; reference: Ecdf; current: Ecdf }
  | { kind: 'categorical'; reference: FrequencyTable; current: FrequencyTable };

/** Two rows of counts over the same bins, values or levels. */
export interface CountPair {
  reference: Float64Array;
  current: Float64Array;
}

function levelCounts(reference: FrequencyTable, current: FrequencyTable): CountPair {
  const common = commonLevels(reference, current);
  const used = [...common.levels.keys()].filter((i) => common.reference[i]! + common.current[i]! > 0);
  const sorted = used.sort((i, j) => byCodePoint(common.levels[i]!, common.levels[j]!));
  const pick = (counts: Float64Array) => Float64Array.from(sorted, (i) => counts[i]!);
  return { reference: pick(common.reference), current: pick(common.current) };
}

/**
 * How often each distinct value or level of either side occurs, in ascending order of the values (texts by code point).
 * O(distinct), for levels O(k log k).
 * @param pair any pair
 * @returns e.g. reference [1, 1, 0] and current [0, 2, 1] for (1, 2) and (2, 2, 3)
 */
export function valueCounts(pair: ColumnPair): CountPair {
  if (pair.kind === 'categorical') return levelCounts(pair.reference, pair.current);
  const maxDistinct = pair.reference.values.length + pair.current.values.length;
  const [reference, current] = [new Float64Array(maxDistinct), new Float64Array(maxDistinct)];
  let distinct = 0;
  forEachValue(pair.reference, pair.current, (_, r, c) => {
    reference[distinct] = r;
    current[distinct++] = c;
  });
  return { reference: reference.subarray(0, distinct), current: current.subarray(0, distinct) };
}
