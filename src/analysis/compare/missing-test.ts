import { chiSquareHomogeneity } from '../../stats/compare/categorical/chi-square.ts';
import { fisherExact } from '../../stats/compare/categorical/fisher-exact.ts';
import { tableFromCounts, type FrequencyTable } from '../../stats/describe/frequency-table.ts';
import type { ColumnQuality } from '../../facts/document/columns.ts';
import type { ColumnResult, MissingDrift } from '../../facts/document/drift.ts';

/** Below this expected count the chi-square law is too rough. */
const FEW_EXPECTED = 5;

const gaps = (quality: ColumnQuality): number => quality.missing + quality.nan;

/**
 * Whether cells without a value became more or fewer: the chi-square test of both shares, Fisher's where counts are small.
 * @param order so many rows in a row tell as much as one of whether cells have a value, and in how many stretches gaps come, where that is known: a
 * few stretches fall into the same file by chance, however long they are
 * @returns null where no cell is missing, or there are not two files
 */
export function missingDrift(
  { quality }: ColumnResult,
  { time, bursts }: { time: number; bursts: number | null },
): MissingDrift | null {
  const { reference, current } = quality;
  if (reference === undefined || current === undefined || reference.count === 0 || current.count === 0) return null;
  if (gaps(reference) + gaps(current) === 0) return null;
  const table = ({ count, ...column }: ColumnQuality): FrequencyTable => {
    const without = gaps({ count, ...column }) / time;
    return tableFromCounts(['present', 'missing'], [count / time - without, without]);
  };
  const shares = { reference: gaps(reference) / reference.count, current: gaps(current) / current.count };
  const more = shares.current > shares.reference ? current : reference;
  const least = bursts === null ? 0 : 2 * (more.count / (reference.count + current.count)) ** bursts;
  return { ...shares, pValue: Math.min(1, Math.max(least, pValueOf(table(reference), table(current)))) };
}

function pValueOf(reference: FrequencyTable, current: FrequencyTable): number {
  const { pValue, smallestExpected } = chiSquareHomogeneity(reference, current);
  if (smallestExpected >= FEW_EXPECTED) return pValue;
  const [n, m] = [whole(reference), whole(current)];
  return n.size === 0 || m.size === 0 ? 1 : fisherExact(n, m).pValue;
}

const whole = ({ levels, counts }: FrequencyTable): FrequencyTable => tableFromCounts(levels, counts.map(Math.round));
