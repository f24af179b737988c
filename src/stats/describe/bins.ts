import type { ScaleKind } from '../../facts/document/distribution.ts';
import type { BinRule } from '../../facts/settings/choices.ts';
import { firstWhere, truncated, type Ecdf } from './ecdf.ts';
import { fences } from './fences.ts';
import { gridOf, type Grid } from './grid.ts';
import { multiplesAround, niceStep, niceTimeStep } from './nice-step.ts';
import { quantileEdges } from './quantile-bins.ts';
import { quantiles } from './quantiles.ts';
import { StatisticError } from '../statistic-error.ts';

/** k bins between k + 1 increasing edges. Every bin holds its left edge and not its right one; the last holds both. */
export interface Bins {
  edges: number[];
  /** "log": evenly spaced in log₁₀ (but for the outermost edges). "time": milliseconds, in calendar steps of UTC. */
  scale: ScaleKind;
}

/** What may be asked of the bins; `count` is a limit for the rules "nice" and "quantiles". */
export interface BinsAsked {
  kind?: 'number' | 'time';
  rule?: BinRule;
  count?: number | undefined;
}

/** Where no number of bins is asked for: as many as credit scoring takes for its index. */
const USUAL_BINS = 10;
/** At most this many bins, fewer for few values. Nice steps make that 16 to 40, or 10 to 24. */
const MANY_BINS = 40;
const FEW_BINS = 24;
const FEW_VALUES = 300;
/** Outliers are left outside where they stretch the range by more than this factor. */
const STRETCH = 1.5;
/** A log scale needs values that span this many decades, and this much skewness (Kelly's, in [−1, 1]). */
const DECADES = 3;
const SKEWNESS = 0.6;
/** With more grid points than this in the range, uneven numbers of them in a bin no longer show. */
const FINE_GRID = 1000;
const DAY = 86_400_000;

const identity = (value: number) => value;
const ends = ({ values }: Ecdf) => ({ low: values[0]!, high: values.at(-1)! });

// Finite edges that increase, also at the ends of the range of doubles; the first and the last stay.
function increasing(edges: number[]): number[] {
  const finite = edges.map((edge) => Math.min(Math.max(edge, -Number.MAX_VALUE), Number.MAX_VALUE));
  const [first, last] = [finite[0]!, finite.at(-1)!];
  let previous = first;
  const inner = finite.slice(1, -1).filter((edge) => {
    if (edge <= previous || edge >= last) return false;
    previous = edge;
    return true;
  });
  return [first, ...inner, last];
}

// The whole column, or its part within the fences where values beyond them would stretch the picture.
function shownPart(reference: Ecdf, transform = identity, inverse = identity): Ecdf {
  const whole = ends(reference);
  const fence = fences(reference, transform);
  const low = Math.max(transform(whole.low), fence.low);
  const high = Math.min(transform(whole.high), fence.high);
  if (transform(whole.high) - transform(whole.low) <= STRETCH * (high - low)) return reference;
  const part = truncated(reference, inverse(low), inverse(high));
  return part.values.length > 1 ? part : reference;
}

// Kelly's coefficient of skewness: 0 for symmetric columns, 0.56 for exponential ones, towards 1 for longer tails.
function skewness(reference: Ecdf): number {
  const [low, median, high] = quantiles(reference, [0.05, 0.5, 0.95]) as [number, number, number];
  return high > low ? (high - median - (median - low)) / (high - low) : 0;
}

// Null where a linear scale shows the column as well.
function logEdges(reference: Ecdf, limit: number): number[] | null {
  if (reference.values[0]! <= 0 || skewness(reference) < SKEWNESS) return null;
  const { low, high } = ends(shownPart(reference, Math.log10, (exponent) => 10 ** exponent));
  const [start, end] = [Math.log10(low), Math.log10(high)];
  if (end - start < DECADES) return null;
  const edges = multiplesAround(start, end, niceStep(end - start, limit)).map((exponent) => 10 ** exponent);
  return [Math.min(edges[0]!, low), ...edges.slice(1, -1), Math.max(edges.at(-1)!, high)];
}

// One bin a grid point; or bins that hold equally many points, from a multiple of their width where the grid has 0.
function gridEdges({ start, spacing, points }: Grid, limit: number): number[] {
  const pointsPerBin = points <= limit ? 1 : niceStep(points, limit);
  const offGrid = Math.abs(start / spacing - Math.round(start / spacing)) > 1e-6;
  if (pointsPerBin > 1 && !offGrid)
    return multiplesAround(start, start + (points - 0.5) * spacing, pointsPerBin * spacing);
  return Array.from(
    { length: Math.ceil(points / pointsPerBin) + 1 },
    (_, i) => start + (i * pointsPerBin - 0.5) * spacing,
  );
}

// One bin around the only value: the integers' half steps, or 10 % to either side.
function constantEdges(value: number): number[] {
  const halfWidth = Number.isInteger(value) && Math.abs(value) < 2 ** 50 ? 0.5 : Math.abs(value) / 10;
  return halfWidth > 0 ? [value - halfWidth, value + halfWidth] : [Math.min(0, value), Math.max(0, value)];
}

function linearEdges(reference: Ecdf, limit: number): number[] {
  const shown = shownPart(reference);
  const { low, high } = ends(shown);
  const grid = gridOf(shown.values, FINE_GRID);
  if (grid) return gridEdges(grid, limit);
  return multiplesAround(low, high, niceStep(Math.min(high - low, Number.MAX_VALUE), limit));
}

function timeEdges(reference: Ecdf, limit: number): number[] {
  const { low, high } = ends(shownPart(reference));
  return multiplesAround(low, high, high > low ? niceTimeStep(high - low, limit) : DAY);
}

const spaced = (low: number, high: number, count: number): number[] =>
  Array.from({ length: count + 1 }, (_, i) => (i === count ? high : low * (1 - i / count) + high * (i / count)));

function equalWidth(reference: Ecdf, count: number): number[] {
  const { low, high } = ends(shownPart(reference));
  return low === high ? constantEdges(low) : spaced(low, high, count);
}

// Halfway between two values, which is in neither; where doubles leave no room, the upper one.
function halfway(low: number, high: number): number {
  const middle = low / 2 + high / 2;
  return middle > low ? middle : high;
}

function equalCounts(reference: Ecdf, count: number): number[] {
  const { values } = reference;
  if (values.length === 1) return constantEdges(values[0]!);
  const inner = [...quantileEdges(reference, count)].map((edge) => {
    const next = firstWhere(values, (value) => value > edge);
    return halfway(edge, values[next]!);
  });
  return [values[0]!, ...inner, values.at(-1)!];
}

function niceBins(reference: Ecdf, kind: 'number' | 'time', limit: number): Bins {
  if (kind === 'time') return { edges: timeEdges(reference, limit), scale: 'time' };
  const log = logEdges(reference, limit);
  if (log) return { edges: increasing(log), scale: 'log' };
  const isConstant = reference.values.length === 1;
  return {
    edges: increasing(isConstant ? constantEdges(reference.values[0]!) : linearEdges(reference, limit)),
    scale: 'linear',
  };
}

/**
 * Bins for a picture and for the scores on it, frozen from the reference: both files are counted on them.
 *
 * By the rule "nice" edges are round numbers. They span the whole reference, unless outliers would stretch it by half
 * or more: then they span what lies within its `fences`. A constant column gets one bin; a column of integers, cents
 * and the like one bin a grid point, or bins with equally many grid points; positive values over three decades with a
 * long tail get bins even in log₁₀. "equal_width" spans the same range with bins of one width; "quantiles" spans all
 * of the reference with bins that hold about equally many of its values (fewer where values are tied).
 *
 * @param reference an ECDF with at least one finite value
 * @param asked kind "time" for milliseconds since 1970; the rule and the number of bins, ≥ 1
 * @throws {StatisticError} without a finite value
 */
export function chooseBins(reference: Ecdf, { kind = 'number', rule = 'nice', count }: BinsAsked = {}): Bins {
  if (reference.size === 0) throw new StatisticError('empty-column', { statistic: 'bins' });
  if (rule === 'nice') return niceBins(reference, kind, count ?? (reference.size < FEW_VALUES ? FEW_BINS : MANY_BINS));
  const edges = (rule === 'quantiles' ? equalCounts : equalWidth)(reference, count ?? USUAL_BINS);
  return { edges: increasing(edges), scale: kind === 'time' ? 'time' : 'linear' };
}
