import type { Ecdf } from '../describe/ecdf.ts';
import { fences, type Range } from '../describe/fences.ts';
import { forEachValue } from '../compare/numeric/pooled.ts';
import { binnedCounts } from './bins.ts';
import { valueCounts, type ColumnPair, type CountPair } from './column-pair.ts';
import { jensenShannonParts, klParts, psiParts } from './divergences.ts';
import { hellingerCounts } from './hellinger.ts';
import type { EvidentlyMethod } from '../../facts/methods.ts';
import { wassersteinScale } from './wasserstein.ts';

/** Rows on either side, and the part of a score (of its square, for `ed`, `jensenshannon` and `hellinger`) they make. */
export interface Part {
  referenceRows: number;
  currentRows: number;
  /** In [0, 1] but for `kl_div`, whose parts have both signs; null for p-values. */
  part: number | null;
}

/** What an Evidently score is made of where it says something else than effect and evidence do. */
export interface ScoreParts {
  /** About what two random samples of these sizes from one distribution score; null for p-values. */
  byChance: number | null;
  /** Of the distances along the axis, what lies beyond the reference's fences: outliers. */
  beyondFences: Part | null;
  /** Of scores over bins or levels, what comes from those in which one side has no row. */
  oneSided: (Part & { bins: number }) | null;
}

/** Integrals over the axis, of pooled F and of the gap |F − G|, each to the power of the method. */
interface Areas {
  spread: number;
  gap: number;
  gapBeyond: number;
}

// The length of [from, to] that lies outside a range.
function lengthOutside(from: number, to: number, { low, high }: Range): number {
  return Math.max(0, Math.min(to, low) - from) + Math.max(0, to - Math.max(from, high));
}

function areasOf(reference: Ecdf, current: Ecdf, power: 1 | 2, range: Range): Areas {
  const [n, m] = [reference.size, current.size];
  let [r, c, before] = [0, 0, NaN];
  const areas = { spread: 0, gap: 0, gapBeyond: 0 };
  forEachValue(reference, current, (value, rHere, cHere) => {
    if (r + c > 0) {
      const pooled = (r + c) / (n + m);
      const gap = Math.abs(r / n - c / m) ** power;
      areas.spread += (pooled * (1 - pooled)) ** (power / 2) * (value - before);
      areas.gap += gap * (value - before);
      areas.gapBeyond += gap * lengthOutside(before, value, range);
    }
    [r, c, before] = [r + rHere, c + cHere, value];
  });
  return areas;
}

function rowsOutside(column: Ecdf, { low, high }: Range): number {
  return column.values.reduce((rows, value, i) => (value < low || value > high ? rows + column.counts[i]! : rows), 0);
}

const ratio = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);

// E|F − G| of a normal difference is √(2/π) standard deviations; for `ed`, the root of the mean square is given.
function alongAxis(method: 'wasserstein' | 'ed', reference: Ecdf, current: Ecdf): ScoreParts {
  const range = fences(reference);
  const areas = areasOf(reference, current, method === 'ed' ? 2 : 1, range);
  const noise = 1 / reference.size + 1 / current.size;
  const byChance =
    method === 'ed'
      ? Math.sqrt(2 * noise * areas.spread)
      : (Math.sqrt((2 / Math.PI) * noise) * areas.spread) / wassersteinScale(reference);
  const beyondFences = {
    referenceRows: rowsOutside(reference, range),
    currentRows: rowsOutside(current, range),
    part: ratio(areas.gapBeyond, areas.gap),
  };
  return { byChance, beyondFences, oneSided: null };
}

function oneSidedPart(counts: CountPair, parts: Float64Array | null): Part & { bins: number } {
  const total = parts?.reduce((sum, part) => sum + part, 0) ?? 0;
  let [bins, referenceRows, currentRows, part] = [0, 0, 0, 0];
  counts.reference.forEach((r, i) => {
    const c = counts.current[i]!;
    if (r + c === 0 || (r > 0 && c > 0)) return;
    bins++;
    referenceRows += r;
    currentRows += c;
    part += parts?.[i] ?? 0;
  });
  return { bins, referenceRows, currentRows, part: parts && ratio(part, total) };
}

const sizeOf = (counts: Float64Array) => counts.reduce((sum, count) => sum + count, 0);

// Parts of 1 − Σ √(r c), as ½ (√r − √c)².
function hellingerParts({ reference, current }: CountPair): Float64Array {
  const [n, m] = [sizeOf(reference), sizeOf(current)];
  return reference.map((count, i) => (Math.sqrt(count / n) - Math.sqrt(current[i]! / m)) ** 2 / 2);
}

// Σ (r − c)² / p is (bins − 1)(1/n + 1/m) on average; the divergences are multiples of it where the gaps are small.
const chance: Partial<Record<EvidentlyMethod, (mean: number) => number>> = {
  psi: (mean) => mean,
  kl_div: (mean) => mean / 2,
  jensenshannon: (mean) => Math.sqrt(mean / 8),
  hellinger: (mean) => Math.sqrt(mean / 8),
};

const divergenceParts: Partial<Record<EvidentlyMethod, (counts: CountPair) => Float64Array>> = {
  psi: psiParts,
  kl_div: klParts,
  jensenshannon: jensenShannonParts,
  hellinger: hellingerParts,
};

function overBins(method: EvidentlyMethod, pair: ColumnPair): ScoreParts {
  const counts =
    method === 'hellinger' ? hellingerCounts(pair) : method in chance ? binnedCounts(pair) : valueCounts(pair);
  const used = counts.reference.filter((r, i) => r + counts.current[i]! > 0).length;
  const mean = (used - 1) * (1 / pair.reference.size + 1 / pair.current.size);
  const oneSided = oneSidedPart(counts, divergenceParts[method]?.(counts) ?? null);
  return { byChance: chance[method]?.(mean) ?? null, beyondFences: null, oneSided };
}

const OVER_LEVELS: readonly EvidentlyMethod[] = ['chisquare', 'g_test'];

/**
 * What explains an Evidently score that disagrees with effect and evidence: how large it would be by chance, how much of
 * it lies beyond the reference's fences (`fences`), and how much in bins or levels that only one side has.
 *
 * By chance: of `wasserstein` and `ed` from the variance F (1 − F)(1/n + 1/m) of the gap of the curves at each x, F the
 * pooled curve; of the scores over bins from (bins − 1)(1/n + 1/m), the mean of the chi-squared law they follow for
 * small gaps, too low where bins hold less than about five rows. For rows that depend on each other, all are too low.
 * O(n + m), and levels k log k.
 *
 * @param method the method that gave the score
 * @param pair a pair with a row on each side
 * @returns null in place of what the method does not have
 * @throws {StatisticError} where the range of the values overflows
 */
export function scoreParts(method: EvidentlyMethod, pair: ColumnPair): ScoreParts {
  if (pair.kind === 'numeric' && (method === 'wasserstein' || method === 'ed')) {
    return alongAxis(method, pair.reference, pair.current);
  }
  if (method in chance || OVER_LEVELS.includes(method)) return overBins(method, pair);
  return { byChance: null, beyondFences: null, oneSided: null };
}
