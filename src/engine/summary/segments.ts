import { queryRow } from '../database/database.ts';
import { byCodePoint } from '../../facts/by-code-point.ts';
import { elementAt } from '../../facts/element-at.ts';
import type { SummarisedSegment } from '../../facts/summary-file.ts';
import { grouped } from './grouped.ts';
import { inTime } from './in-time.ts';
import { byDayAndClass } from './model.ts';
import type { SummaryTable } from './summary-table.ts';
import { fetchSums, type Sums } from './sums.ts';

/**
 * Whether rows were counted by segment.
 * @param table the summary file
 * @param signal stops the query
 */
export async function hasSegments(table: SummaryTable, signal: AbortSignal | undefined): Promise<boolean> {
  const { several } = await queryRow(
    table.set.database,
    `SELECT min(segment) <> max(segment) AS several FROM
       (SELECT ${table.text('segment')} AS segment FROM ${table.set.source} WHERE ${table.isOf(['rows', 'stretch'])})`,
    signal,
  );
  return several === true;
}

/**
 * What is told of each segment: its rows, its counts by class and its absolute errors. None where all rows are without one.
 * @param table the summary file
 * @param signal stops the queries
 */
export async function segmentsOf(table: SummaryTable, signal: AbortSignal | undefined): Promise<SummarisedSegment[]> {
  const rows = bySegment((await fetchSums(table, { kinds: ['rows'], keys: ['segment'] }, signal)).get('rows'));
  if (![...rows.keys()].some((segment) => segment !== '')) return [];
  const classes = await fetchSums(
    table,
    { kinds: ['confusion'], keys: ['segment', 'other', 'label', 'period'] },
    signal,
  );
  const errors = await fetchSums(table, { kinds: ['error'], keys: ['segment', 'period'] }, signal);
  const confusion = bySegment(classes.get('confusion'));
  const absolute = errors.get('error')?.get('absolute error');
  const places = absolute && grouped(absolute.segments.keys(), (i) => elementAt(absolute.segments, i));
  return [...rows]
    .sort(([a], [b]) => byCodePoint(a, b))
    .map(([segment, counted]) => {
      const found = places?.get(segment);
      return {
        ...{ segment, rows: counted.reduce((sum, { n }) => sum + n, 0) },
        confusion: addedUp(confusion.get(segment) ?? []),
        errors: absolute && found ? inTime(absolute, found) : null,
      };
    });
}

type Cell = SummarisedSegment['confusion'][number];

/** In order, each cell once: no segment and one of an empty text are the same. */
function addedUp(cells: readonly Cell[]): Cell[] {
  const found: Cell[] = [];
  for (const cell of cells.toSorted(byDayAndClass)) {
    const last = found.at(-1);
    if (last !== undefined && byDayAndClass(last, cell) === 0) last.n += cell.n;
    else found.push({ ...cell });
  }
  return found;
}

/** Cells of all names by segment; those that count nothing are left out. */
function bySegment(names: ReadonlyMap<string, Sums> | undefined): Map<string, Cell[]> {
  const found = new Map<string, Cell[]>();
  for (const sums of names?.values() ?? []) {
    sums.segments.forEach((segment, i) => {
      const cells = found.get(segment) ?? [];
      found.set(segment, cells);
      const n = elementAt(sums.n, i);
      if (n > 0)
        cells.push({
          day: sums.starts[i] ?? NaN,
          ...{ target: sums.labels[i] ?? '', predicted: sums.partners[i] ?? '', n },
        });
    });
  }
  return found;
}
