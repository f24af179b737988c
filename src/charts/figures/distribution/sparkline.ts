import { largest } from '../../../facts/extremes.ts';
import type { SidesWords } from '../../../words/en/sides.ts';
import { sides, type CategoryCounts, type NumericBins, type Side } from '../../data.ts';
import type { Box } from '../../geometry.ts';
import { boxPath, stepArea, stepOutline, type Step } from '../../paths.ts';
import { describeCategories } from '../categories/category-words.ts';
import { FLATTENS } from '../categories/category-bars.ts';
import { describeDistribution } from './distribution-words.ts';

/** Two paths a file, so that thousands of sparklines scroll: what is filled and what is outlined. */
export interface SparkShape {
  side: Side;
  area: string;
  outline: string;
  /** Bars are filled; a histogram of the current file is mostly outline. */
  opacity: number;
}

export interface SparkSize {
  width: number;
  height: number;
  shownSide?: Side | undefined;
}

export function sparkShapes(data: NumericBins | CategoryCounts, size: SparkSize): SparkShape[] {
  const shown = sides.filter((side) => (data.total[side] ?? 0) > 0);
  const shares = Object.fromEntries(shown.map((side) => [side, sparkShares(data, side, size.width)]));
  const highest = highestOf(data, Object.values(shares));
  const heights = (side: Side) => (shares[side] ?? []).map((share) => (share / highest) * (size.height - 2));
  return shown
    .filter((side) => size.shownSide === undefined || side === size.shownSide)
    .map((side) => (data.kind === 'numeric' ? histogram(side, heights(side), size) : bars(side, heights(side), size)));
}

/** The share that is as high as the picture: all others together do not flatten the categories that have a name. */
function highestOf(data: NumericBins | CategoryCounts, shares: readonly number[][]): number {
  const highest = largest(shares.flat(), Number.MIN_VALUE);
  if (data.kind === 'numeric' || data.other === null) return highest;
  const named = largest(
    shares.flatMap((parts) => parts.slice(0, -1)),
    0,
  );
  return named > 0 && highest > FLATTENS * named ? named : highest;
}

/** Shares by bin or category; neighbours are merged where a bin would be thinner than 2 pixels. */
function sparkShares(data: NumericBins | CategoryCounts, side: Side, width: number): number[] {
  const total = data.total[side] ?? 1;
  if (data.kind === 'categorical') {
    const rows = [...data.categories, ...(data.other === null ? [] : [data.other])];
    return rows.map(({ counts }) => (counts[side] ?? 0) / total);
  }
  const counts = data.counts[side] ?? [];
  const merge = Math.max(1, Math.ceil(counts.length / Math.floor(width / 2)));
  const merged = counts.filter((_, i) => i % merge === 0);
  return merged.map((_, i) => counts.slice(i * merge, (i + 1) * merge).reduce((sum, n) => sum + n, 0) / total);
}

function histogram(side: Side, heights: number[], { width, height }: SparkSize): SparkShape {
  const bin = (width - 2) / heights.length;
  const steps = heights.map((high, i): Step => ({ x0: 1 + i * bin, x1: 1 + (i + 1) * bin, y: height - 0.5 - high }));
  const base = height - 0.5;
  return {
    side,
    area: stepArea(steps, base),
    outline: stepOutline(steps, base),
    opacity: side === 'reference' ? 0.35 : 0.12,
  };
}

function bars(side: Side, heights: number[], { width, height, shownSide }: SparkSize): SparkShape {
  const slot = Math.min(28, (width - 2) / heights.length);
  const bar = shownSide === undefined ? Math.max(0.75, slot * 0.4) : Math.max(1, slot * 0.7);
  const shift = side === 'current' && shownSide === undefined ? bar : 0;
  const most = height - 2;
  const boxes = heights.flatMap((high, i): Box[] => {
    const place = { x: hundredth(1 + i * slot + shift), width: hundredth(bar) };
    const whole = { ...place, y: hundredth(height - 0.5 - high), height: hundredth(high) };
    // A bar that would be higher than the picture has a gap.
    return high > most + 0.01
      ? [
          { ...place, y: 1.5, height: 3 },
          { ...place, y: 6, height: height - 6.5 },
        ]
      : [whole];
  });
  return { side, area: boxPath(boxes.filter((box) => box.height > 0)), outline: '', opacity: 0.9 };
}

const hundredth = (value: number) => Math.round(value * 100) / 100;

export function describeSparkline(data: NumericBins | CategoryCounts, unit: string, names: SidesWords): string {
  return data.kind === 'numeric' ? describeDistribution(data, unit, names) : describeCategories(data, names);
}
