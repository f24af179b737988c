import { queryRows } from '../database/database.ts';
import type { SummaryKind } from '../../facts/summary-file.ts';
import type { SummaryTable } from './summary-table.ts';

/** Rows that need not add up to anything, so that one which stands twice would be taken for more. */
const FREE: readonly SummaryKind[] = [
  ...(['distinct', 'stretch', 'level-stretch', 'product', 'paired', 'confusion', 'score', 'error'] as const),
];

/**
 * Refuses rows for the same thing more often than there are files.
 * @param table the summary file
 * @param files how many were put together
 * @param signal stops the query
 * @throws PlumblineError that names the kind and the column
 */
export async function refuseDuplicates(
  table: SummaryTable,
  files: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const key = (['kind', 'name', 'period', 'segment', 'other', 'label', 'bin'] as const).map((cell) => table.raw(cell));
  const [found] = await queryRows(
    table.set.database,
    `SELECT ${table.text('kind', 'k')} AS kind, ${table.text('name', 'v')} AS name FROM
       (SELECT ${table.raw('kind')} AS k, ${table.raw('name')} AS v FROM ${table.set.source} WHERE ${table.isOf(FREE)}
        GROUP BY ${key.join(', ')} HAVING count(*) > ${String(files)})
     ORDER BY 1, 2 LIMIT 1`,
    signal,
  );
  if (found !== undefined) {
    throw table.problem({ problem: 'twice', kind: String(found['kind']), name: String(found['name']) });
  }
}
