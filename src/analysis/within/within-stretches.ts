import type { Memory, OwnScale } from '../../facts/summary.ts';
import { ecdf } from '../../stats/describe/ecdf.ts';
import { hasCycle } from '../../stats/sequence/cycle.ts';
import { LEAST_STRETCHES, ownScale } from '../../stats/sequence/own-scale.ts';
import { positionsOf, rankClasses, type RankClasses } from '../../stats/sequence/rank-classes.ts';
import { stratifiedStretches } from '../../stats/sequence/stratified-stretches.ts';
import type { StratifiedSide } from '../../stats/compare/within/stratified-ranks.ts';
import { clockAt } from '../sequence/clock.ts';
import type { StretchSet } from '../sequence/stretch-sets.ts';
import type { SideOrder } from '../sequence/row-order.ts';
import { stratumMemory } from './stratum-memory.ts';

/** What stretches of the reference tell of a column within strata. */
export interface WithinStretches {
  /** The yardstick; null where there are too few stretches. */
  scale: OwnScale | null;
  /** Of every row of the reference, in the file's order: 1 at the hours or days of the current file, where it covers a part of a cycle. */
  matched: Uint8Array | null;
}

/** The reference within strata, in the file's order. */
interface Reference extends StratifiedSide {
  residuals: Float64Array;
  order: SideOrder;
  count: number;
}

/** The reference's own stretches as the yardstick, each held against the rest as its own strata are mixed: of those by a cycle that is left within strata, else by none. */
export function withinStretches(reference: Reference): WithinStretches {
  const { residuals, order } = reference;
  if (order.sets.every(({ count, matched }) => count < LEAST_STRETCHES && matched === null)) return NONE;
  const rows = order.rows ?? Uint32Array.from(residuals, (_, row) => row);
  const places = Uint32Array.from(rows.keys()).filter((place) => isUsed(residuals[rows[place]!]!));
  const series = Float64Array.from(places, (place) => residuals[rows[place]!]!);
  const cycles = order.clocks
    .filter((clock) => hasCycle(series, clockAt(clock, places).phases))
    .map(({ name }) => name);
  const candidates = order.sets.filter(({ cycle }) => cycle === null || cycles.includes(cycle));
  const memory = stratumMemory(residuals, { strata: reference.strata, order, cycles });
  const classes = rankClasses(ecdf(reference.values.filter(isUsed)));
  const looked = { rows, places, series, classes, memory };
  const scales = candidates.map((set) => ({ set, scale: scaleOf(set, reference, looked) }));
  const chosen = scales.find(({ scale }) => scale !== null) ?? scales.find(({ set }) => set.matched !== null);
  return { scale: chosen?.scale ?? null, matched: chosen?.set.matched ?? null };
}

const NONE: WithinStretches = { scale: null, matched: null };

const isUsed = (value: number): boolean => value === value;

/** The rows that are looked at, and those among them that are used. */
interface Looked {
  rows: Uint32Array;
  places: Uint32Array;
  series: Float64Array;
  classes: RankClasses;
  /** Beside all cycles that are left within strata. */
  memory: Memory;
}

function scaleOf({ stretches, count }: StretchSet, reference: Reference, looked: Looked): OwnScale | null {
  if (count < LEAST_STRETCHES) return null;
  const { rows, places, series, classes, memory } = looked;
  const of = {
    positions: positionsOf(
      Float64Array.from(places, (place) => reference.values[rows[place]!]!),
      classes,
    ),
    strata: Int32Array.from(places, (place) => reference.strata[rows[place]!]!),
    stretches: Int32Array.from(places, (place) => stretches[place]!),
    residuals: series,
  };
  const variance = series.reduce((sum, value) => sum + value * value, 0) / series.length;
  const distances = stratifiedStretches(of, { stretches: count, strata: reference.count }, classes);
  return ownScale(distances, memory, variance);
}
