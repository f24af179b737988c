import type {
  BinScore,
  CategoricalDistribution,
  Cumulative,
  NumericDistribution,
  Period,
  ScaleKind,
} from '../facts/document/distribution.ts';
import type { PerSide, Side } from '../facts/document/side.ts';
import { SIDES } from '../facts/document/sides.ts';
import type { State } from '../words/en/figures/effects.ts';

/** What the figures are fed. Plain data; a result of the analysis fits without conversion. */

export type { BinScore, Cumulative as CumulativeCurves, Period as PeriodMean, ScaleKind, State };

export type { PerSide, Side };
export const sides = SIDES;

type Scored<T extends { scores: unknown }> = Omit<T, 'scores'> & Partial<Pick<T, 'scores'>>;

/** Counts on bins; scores where the files were compared. */
export type NumericBins = Scored<NumericDistribution>;

/** The most frequent categories, and all others together. */
export type CategoryCounts = Scored<Omit<CategoricalDistribution, 'appeared' | 'vanished'>>;

export interface PeriodSeries {
  /** The length of a period, by its name in the document: "day". */
  unit: string;
  periods: PerSide<Period[]>;
}

/** Two series of the same rows, drawn together: what came, and what was predicted. */
export interface SecondSeries {
  periods: PerSide<Period[]>;
  /** What the first series is called beside it, and what it is. */
  names: { first: string; second: string };
}

/** When a level steps, and the first and last moment that may be it. */
export interface StepMoment {
  at: number;
  low: number;
  high: number;
}

/** A square matrix of association, row-major; null where it cannot be computed. */
export interface Matrix {
  columns: string[];
  values: (number | null)[][];
}

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
  const totalRows = total[side] ?? 0;
  return totalRows > 0 ? (counts[side] ?? 0) / totalRows : null;
}

/** The sides that have at least one value. */
export function filledSides(total: PerSide<number>): Side[] {
  return sides.filter((side) => (total[side] ?? 0) > 0);
}
