import type { Calendar, CycleName } from '../../facts/document/comparison.ts';
import type { SummarisedOrder } from '../../facts/summary-file.ts';
import { CYCLES, CYCLE_NAMES } from '../sequence/clock.ts';
import { stepOf } from './row-worth.ts';

/** A column is the clock's where so many of its stretches hold their slot's usual mean, which is the same but for rounding. */
const [SHARE, ROUNDING] = [0.99, 1e-9] as const;
const LEAST_CYCLES = 3;
/** Fewer stretches do not tell. */
const LEAST_STRETCHES = 4;

/** What a full stretch holds in a slot of the clock, and with how many rows. */
interface Usual {
  n: number;
  means: readonly number[];
}

/**
 * The calendar of a column that the clock decides in both files, by stretches of time: in each slot of the day, or of the week, all stretches that have as
 * many rows as usual have the same mean (of categories the same shares), and so have those of the current file. Null where that is not so, or cannot be told.
 * @param reference its stretches
 * @param current its stretches
 */
export function clockDecided(reference: SummarisedOrder, current: SummarisedOrder): Calendar | null {
  for (const cycle of CYCLE_NAMES.toReversed()) {
    const { starts } = reference.stretches;
    const step = stepOf(starts);
    const { length } = CYCLES[cycle];
    const spanned = ((starts.at(-1) ?? 0) - (starts[0] ?? 0) + step) / length;
    if (!(spanned >= LEAST_CYCLES) || !Number.isInteger(length / step) || length === step) continue;
    const table = usualIn(reference, cycle, step);
    const means = new Set([...table.values()].map((usual) => usual.means.join()));
    if (means.size < 2 || !agrees(reference, table, { cycle, step }) || !agrees(current, table, { cycle, step }))
      continue;
    const present = new Set(Array.from(current.stretches.starts, (start) => slotOf(start, cycle, step)));
    return { cycle, slots: table.size, lacking: [...table.keys()].filter((slot) => !present.has(slot)).length };
  }
  return null;
}

function slotOf(start: number, cycle: CycleName, step: number): number {
  const { length, origin } = CYCLES[cycle];
  return Math.floor(((((start - origin) % length) + length) % length) / step);
}

/** Means of what each stretch holds. */
const meansAt = ({ stretches, levels }: SummarisedOrder, i: number): number[] => {
  const n = stretches.n[i] ?? NaN;
  const sums = levels.length === 0 ? [stretches.total[i] ?? NaN] : levels.map((level) => level.n[i] ?? NaN);
  return sums.map((sum) => sum / n);
};

/** In each slot the fullest stretch. */
function usualIn(order: SummarisedOrder, cycle: CycleName, step: number): Map<number, Usual> {
  const table = new Map<number, Usual>();
  order.stretches.starts.forEach((start, i) => {
    const slot = slotOf(start, cycle, step);
    const n = order.stretches.n[i] ?? 0;
    if (n > (table.get(slot)?.n ?? 0)) table.set(slot, { n, means: meansAt(order, i) });
  });
  return table;
}

/** Whether nearly all full stretches hold what is usual in their slot, and most stretches are full. */
function agrees(
  order: SummarisedOrder,
  table: ReadonlyMap<number, Usual>,
  { cycle, step }: { cycle: CycleName; step: number },
): boolean {
  let [full, agreed] = [0, 0];
  order.stretches.starts.forEach((start, i) => {
    const usual = table.get(slotOf(start, cycle, step));
    if (usual === undefined || usual.n !== order.stretches.n[i]) return;
    full++;
    const means = meansAt(order, i);
    agreed += Number(
      usual.means.every(
        (mean, place) => Math.abs(mean - (means[place] ?? NaN)) <= ROUNDING * Math.max(1, Math.abs(mean)),
      ),
    );
  });
  const { length } = order.stretches.starts;
  return full >= LEAST_STRETCHES && full >= 0.9 * length && agreed >= SHARE * full;
}
