import type { Calendar } from '../../facts/document/comparison.ts';
import type { Phases } from '../../stats/sequence/cycle.ts';
import type { CycleName } from '../../facts/document/comparison.ts';
import type { Clock } from './clock.ts';
import type { SharedOrder } from './row-order.ts';

/** A column is the clock's where so many of its rows hold their slot's usual value. */
const SHARE = 0.99;

/** What a column holds in each slot of the clock; −1 for slots without a row. */
export interface ClockTable {
  cycle: CycleName;
  values: Int32Array;
}

/**
 * What a column holds in each slot of the shortest cycle that decides it.
 * @param positions what each row holds, as a code
 * @param clocks the phases of these rows
 * @returns null where no cycle of the clock does
 */
export function clockTable(positions: ArrayLike<number>, clocks: readonly Clock[]): ClockTable | null {
  for (const { name, fine: phases } of clocks.toReversed()) {
    // Once in a slot, anything is its usual value.
    if (phases.cycleCount < 3 || positions.length < 2 * phases.slotCount) continue;
    const values = usualValues(positions, phases);
    if (agreement(positions, phases, values) >= SHARE && new Set(values).size > 1) return { cycle: name, values };
  }
  return null;
}

// Boyer & Moore's majority vote in each slot.
function usualValues(positions: ArrayLike<number>, { slots, slotCount }: Phases): Int32Array {
  const [values, votes] = [new Int32Array(slotCount).fill(-1), new Int32Array(slotCount)];
  for (let i = 0; i < positions.length; i++) {
    const slot = slots[i]!;
    if (votes[slot] === 0) values[slot] = positions[i]!;
    votes[slot]! += values[slot] === positions[i] ? 1 : -1;
  }
  return values;
}

function agreement(positions: ArrayLike<number>, { slots }: Phases, values: Int32Array): number {
  let [agreed, compared] = [0, 0];
  for (let i = 0; i < positions.length; i++) {
    const usual = values[slots[i]!]!;
    if (usual === -1) continue;
    compared++;
    agreed += Number(usual === positions[i]);
  }
  return compared === 0 ? 0 : agreed / compared;
}

/** The current rows, and what the reference holds in each slot. */
interface CurrentClock {
  /** The phases of each value. */
  clocks: readonly Clock[];
  table: ClockTable | null;
  slots: SharedOrder['slots'];
}

/** The calendar of a column that the clock decides in both files; null where it does not in either. */
export function calendarOf(positions: ArrayLike<number>, { clocks, table, slots }: CurrentClock): Calendar | null {
  if (table === null) return null;
  const [phases, told] = [clocks.find(({ name }) => name === table.cycle)?.fine, slots[table.cycle]];
  if (phases === undefined || told === undefined) return null;
  return agreement(positions, phases, table.values) >= SHARE ? { cycle: table.cycle, ...told } : null;
}
