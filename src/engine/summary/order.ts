import type { SummarisedOrder, StretchSums } from '../../facts/summary-file.ts';
import { elementAt } from '../../facts/element-at.ts';
import type { DefinedColumn } from './definitions.ts';
import { byLabel, timed } from './in-time.ts';
import type { SummaryTable } from './summary-table.ts';
import type { Sums } from './sums.ts';

/**
 * What the order of the rows is told by; null where no row has a time. Rows without a time have no place in it.
 * @param table the summary file
 * @param column as it is introduced
 * @param stretches sums by stretch, and those of its telling categories
 * @throws PlumblineError for sums that are not there, and for a category that is not introduced
 */
export function orderOf(
  table: SummaryTable,
  { name, type, telling }: DefinedColumn,
  { rows, levels }: { rows: Sums | undefined; levels: Sums | undefined },
): SummarisedOrder | null {
  if (rows === undefined) return null;
  const { starts, n, total } = timed(rows);
  if (starts.length === 0) return null;
  const stretches = { starts, n, total };
  if (type === 'numeric' && total.some((sum, i) => Number.isNaN(sum) && elementAt(n, i) > 0))
    throw table.problem({ problem: 'no-sums', name });
  const places = levels === undefined ? new Map<string, number[]>() : byLabel(levels);
  const unknown = [...places.keys()].find((level) => !telling.includes(level));
  if (unknown !== undefined) throw table.problem({ problem: 'unlisted', kind: 'level-stretch', name });
  return {
    stretches,
    levels: telling.map((level) => ({
      level,
      n: alongside(stretches.starts, levels && timed(levels, places.get(level) ?? [])),
    })),
  };
}

/** Rows at each start, 0 where there is none; both are in the order of time. */
function alongside(starts: Float64Array, sums: StretchSums | undefined): Float64Array {
  const rows = new Float64Array(starts.length);
  if (sums === undefined) return rows;
  let place = 0;
  for (let i = 0; i < starts.length; i++) {
    while (place < sums.starts.length && sums.starts[place]! < starts[i]!) place++;
    if (sums.starts[place] === starts[i]) rows[i] = elementAt(sums.n, place);
  }
  return rows;
}
