import type { BinScoreMethod } from '../facts/methods.ts';

/** What the figures are fed. Plain data; a result of the analysis fits without conversion. */

export type Side = 'reference' | 'current';

/** One value per file; a file that is not there has none. */
export type PerSide<T> = { [side in Side]?: T };

export const sides: readonly Side[] = ['reference', 'current'];

/** What the two files are called in figures: beside their lines, and before a noun: "of the reference rows". */
export type SideNames = Record<Side, string>;

export const plainNames: SideNames = { reference: 'reference', current: 'current' };

export type ScaleKind = 'linear' | 'log' | 'time';

/** A distance over the bins, with what each adds; see where the data are made for the order of the parts. */
export interface BinScore {
  method: BinScoreMethod;
  value: number;
  parts: number[];
}

export interface NumericBins {
  kind: 'numeric';
  /** k + 1 increasing edges; the last bin is closed on the right. */
  edges: number[];
  counts: PerSide<number[]>;
  below: PerSide<number>;
  above: PerSide<number>;
  total: PerSide<number>;
  scale: ScaleKind;
  scores?: BinScore[];
}

export interface CategoryRow {
  name: string;
  counts: PerSide<number>;
  status: 'both' | 'new' | 'vanished';
}

export interface CategoryCounts {
  kind: 'categorical';
  categories: CategoryRow[];
  other: { levels: number; counts: PerSide<number> } | null;
  total: PerSide<number>;
  scores?: BinScore[];
}

export interface CumulativeCurves {
  x: number[];
  reference: number[];
  current: number[];
  gap: { x: number; reference: number; current: number };
}

export interface PeriodMean {
  /** Milliseconds since 1970, UTC. */
  start: number;
  end: number;
  count: number;
  mean: number | null;
  std: number | null;
}

export interface PeriodSeries {
  /** The length of a period in words: "day". */
  unit: string;
  periods: PerSide<PeriodMean[]>;
}

/** A square matrix of association, row-major; null where it cannot be computed. */
export interface Matrix {
  columns: string[];
  values: (number | null)[][];
}

export type State = 'changed' | 'stable' | 'insufficient';

export interface RankedEffect {
  name: string;
  /** In the unit of `threshold`; null where the column was not compared. */
  effect: number | null;
  threshold: number;
  state: State;
  /** The effect as the report words it: "0.42 σ". */
  label?: string;
}

export interface MissingCells {
  name: string;
  quality: PerSide<{ count: number; missing: number }>;
}

/** Values with a raw number stay raw: a table is rounded when it is shown, not before. */
export interface Table {
  columns: { name: string; holds: 'text' | 'number' | 'share' | 'time' | 'count' }[];
  rows: (string | number | null)[][];
  /** What the table leaves out, if anything. */
  note?: string;
}

/** The share of `side` that fell into a cell; null where that side has no values. */
export function shareOf(counts: PerSide<number>, total: PerSide<number>, side: Side): number | null {
  const all = total[side] ?? 0;
  return all > 0 ? (counts[side] ?? 0) / all : null;
}

/** The sides that have at least one value. */
export function filledSides(total: PerSide<number>): Side[] {
  return sides.filter((side) => (total[side] ?? 0) > 0);
}
