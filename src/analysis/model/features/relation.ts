import { seededRandom } from '../../../stats/random.ts';
import { binCodes } from '../../../stats/model/bin-edges.ts';
import { binTimes } from '../../../stats/model/relation/bin-times.ts';
import { conceptDrift } from '../../../stats/model/relation/concept-drift.ts';
import { jointBins } from '../../../stats/model/relation/joint-bins.ts';
import {
  pooledSlopes,
  relationSums,
  type RelationRows,
  type RelationSums,
} from '../../../stats/model/relation/relation-sums.ts';
import type { ConceptDrift, FeatureBins, FeatureResult } from '../../../facts/document/model/features.ts';
import type { PerSide } from '../../../facts/document/side.ts';
import type { BinnedFeature, ScoredRows, Series } from '../scored-rows.ts';

/** Too few rows have the same values of the feature in both files. */
const FEW = 'few-rows';
const BINS = 10;
/** Of longer files so many rows are looked at: a change that matters does not hide from them. */
const MOST_ROWS = 32_768;

interface Pair<T> {
  reference: T;
  current: T;
}

/** Whether the target still depends on a feature as it did; null for one file alone. */
export function relation(
  { bins, ordered }: { bins: FeatureBins; ordered: boolean },
  rows: PerSide<ScoredRows>,
  features: PerSide<BinnedFeature>,
): FeatureResult['concept'] {
  const [{ reference, current }, seen] = [rows, features];
  if (!reference || !current || !seen.reference || !seen.current) return null;
  const looked = { reference: placed(seen.reference), current: placed(seen.current) };
  const binned = bins.kind === 'numeric' ? jointlyBinned(looked) : categoryBins(looked, bins.names.length);
  const tests = reference.targets.flatMap((referenceTarget, i) => {
    const currentTarget = current.targets[i];
    if (currentTarget === undefined) return [];
    const pair = {
      reference: relationRows(binned.rows.reference, reference, referenceTarget),
      current: relationRows(binned.rows.current, current, currentTarget),
    };
    return tested(pair, { ...binned, ordered, isShare: reference.isShare });
  });
  const [best] = tests.toSorted((a, b) => a.pValue - b.pValue);
  // Of several classes the one that changed most speaks for all (Bonferroni).
  return best === undefined ? { notTested: FEW } : { ...best, pValue: Math.min(1, best.pValue * tests.length) };
}

/** The rows that are looked at, with what the feature says of each; numbers have their codes later. */
interface Placed {
  at: Int32Array | null;
  codes: Int32Array;
  values: Float64Array | null;
}

/** One row at random of each stretch, so that no cycle of the rows is always met at the same place. */
function placed({ codes, values }: BinnedFeature): Placed {
  if (codes.length <= 2 * MOST_ROWS) return { at: null, codes, values };
  const at = rowsToLookAt(codes.length);
  return values === null
    ? { at, codes: codesAt(codes, at), values }
    : { at, codes: new Int32Array(at.length), values: valuesAt(values, at) };
}

// Loops over rows take an index: arrays of numbers call a function for each row ten times as slowly.
function rowsToLookAt(rows: number): Int32Array {
  const random = seededRandom(1);
  const stretch = rows / MOST_ROWS;
  const chosen = new Int32Array(MOST_ROWS);
  for (let i = 0; i < chosen.length; i++) chosen[i] = Math.floor((i + random()) * stretch);
  return chosen;
}

function valuesAt(values: Float64Array, rows: Int32Array): Float64Array {
  const found = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) found[i] = values[rows[i]!]!;
  return found;
}

function codesAt(codes: Int32Array, rows: Int32Array): Int32Array {
  const found = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) found[i] = codes[rows[i]!]!;
  return found;
}

interface Binned {
  bins: number;
  /** The middle value of each bin; none of categories. */
  middles: readonly number[];
  rows: Pair<Placed>;
}

function jointlyBinned({ reference, current }: Pair<Placed>): Binned {
  const nothing = new Float64Array();
  const { low, high, edges, middles } = jointBins(reference.values ?? nothing, current.values ?? nothing, BINS);
  const coded = (side: Placed): Placed => {
    const values = side.values ?? nothing;
    const codes = binCodes(values, edges);
    for (let row = 0; row < codes.length; row++) if (!(values[row]! >= low && values[row]! <= high)) codes[row] = -1;
    return { ...side, codes };
  };
  return { bins: edges.length + 1, middles, rows: { reference: coded(reference), current: coded(current) } };
}

/** What is left of the categories is no category: its mixture may change. */
function categoryBins({ reference, current }: Pair<Placed>, bins: number): Binned {
  const named = (side: Placed): Placed => ({ ...side, codes: side.codes.map((code) => (code < bins ? code : -1)) });
  return { bins, middles: [], rows: { reference: named(reference), current: named(current) } };
}

function relationRows({ at, codes, values }: Placed, { groups }: ScoredRows, series: Series): RelationRows {
  if (series instanceof Float64Array) return { codes, x: values, y: at === null ? series : valuesAt(series, at) };
  const y = new Float64Array(codes.length);
  for (let i = 0; i < y.length; i++) y[i] = series[groups.codes[at === null ? i : at[i]!]!] ?? NaN;
  return { codes, x: values, y };
}

function tested(
  rows: Pair<RelationRows>,
  { bins, middles, ordered, isShare }: Pick<Binned, 'bins' | 'middles'> & { ordered: boolean; isShare: boolean },
): ConceptDrift[] {
  const [reference, current] = [relationSums(rows.reference, bins), relationSums(rows.current, bins)];
  const slopes = pooledSlopes(reference, current);
  const timesOf = (side: RelationRows, sums: RelationSums): number[] =>
    ordered ? binTimes(side, sums, slopes) : Array.from(slopes, () => 1);
  const currentTimes = timesOf(rows.current, current);
  // Where nothing changed both share one memory, and a short file shows too little of it.
  const times = timesOf(rows.reference, reference).map((time, bin) => Math.max(time, currentTimes[bin] ?? 1));
  const halfSums = (side: RelationRows): RelationSums =>
    relationSums({ ...side, codes: halfCodes(side, middles) }, 2 * bins);
  const halves =
    isShare || middles.length === 0 ? null : { reference: halfSums(rows.reference), current: halfSums(rows.current) };
  const found = conceptDrift(reference, current, { times, isShare, halves });
  if (found === null) return [];
  const { statistic, degreesOfFreedom, pValue, spread } = found;
  const scale = isShare ? 1 : Math.max(totalStd(rows.reference.y), Number.MIN_VALUE);
  return [{ statistic, degreesOfFreedom, pValue, effect: spread / scale }];
}

/** The half of its bin that each row is in. */
function halfCodes({ codes, x }: RelationRows, middles: readonly number[]): Int32Array {
  const halves = new Int32Array(codes.length).fill(-1);
  for (let row = 0; row < codes.length; row++) {
    const bin = codes[row]!;
    if (bin >= 0 && x !== null) halves[row] = 2 * bin + Number(x[row]! > middles[bin]!);
  }
  return halves;
}

/** Standard deviation of all rows with a value. */
function totalStd(values: Float64Array): number {
  const first = values.find((value) => value === value) ?? 0;
  let [rows, sum, square] = [0, 0, 0];
  for (let row = 0; row < values.length; row++) {
    const rest = values[row]! - first;
    if (rest !== rest) continue;
    rows++;
    sum += rest;
    square += rest * rest;
  }
  return Math.sqrt(Math.max(0, square - sum ** 2 / rows) / Math.max(1, rows - 1));
}
