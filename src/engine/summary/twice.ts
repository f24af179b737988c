import { queryRows } from '../database/database.ts';
import type { SummaryKind } from '../../facts/summary-file.ts';
import { byLabel, placesInTime } from './in-time.ts';
import type { SummaryTable } from './summary-table.ts';
import type { Sums, SumsByKind } from './sums.ts';

/** Rows that need not add up to anything, so that one which stands twice would be taken for more. */
const FREE = [
  ...(['distinct', 'stretch', 'level-stretch', 'product', 'paired', 'confusion', 'score', 'error'] as const),
] satisfies SummaryKind[];

/**
 * Refuses rows for the same thing more often than there are files.
 * @param table the summary file
 * @param given
 * @param given.files how many were put together
 * @param given.known sums of kinds whose rows came apart, of one file without segments: these are looked at as they are
 * @param signal stops the query
 * @throws PlumblineError that names the kind and the column
 */
export async function refuseDuplicates(
  table: SummaryTable,
  { files, known }: { files: number; known: SumsByKind | null },
  signal: AbortSignal | undefined,
): Promise<void> {
  for (const [kind, names] of known ?? []) {
    for (const [name, sums] of names) if (hasRepeats(sums)) throw table.problem({ problem: 'twice', kind, name });
  }
  const asked = FREE.filter((kind) => !known?.has(kind));
  const key = (['kind', 'name', 'period', 'segment', 'other', 'label', 'bin'] as const).map((cell) => table.raw(cell));
  const [found] = await queryRows(
    table.set.database,
    `SELECT ${table.text('kind', 'k')} AS kind, ${table.text('name', 'v')} AS name FROM
       (SELECT ${table.raw('kind')} AS k, ${table.raw('name')} AS v FROM ${table.set.source} WHERE ${table.isOf(asked)}
        GROUP BY ${key.join(', ')} HAVING count(*) > ${String(files)})
     ORDER BY 1, 2 LIMIT 1`,
    signal,
  );
  if (found !== undefined) {
    throw table.problem({ problem: 'twice', kind: String(found['kind']), name: String(found['name']) });
  }
}

/** Whether a time stands twice below one label. */
function hasRepeats(sums: Sums): boolean {
  const { starts, labels } = sums;
  const groups = labels.length > 0 ? [...byLabel(sums).values()] : [[...starts.keys()]];
  return groups.some((places) =>
    placesInTime(sums, places).some((place, i, order) => i > 0 && Object.is(starts[order[i - 1]!], starts[place])),
  );
}
