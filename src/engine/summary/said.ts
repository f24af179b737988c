import { queryRows } from '../database/database.ts';
import type { SummaryProblem } from '../../facts/statements/summary-problems.ts';
import type { SummaryKind } from '../../facts/summary-file.ts';
import { grouped } from './grouped.ts';
import type { SummaryTable } from './summary-table.ts';

/** Rows of a summary file that introduce something and say the same, with how many there are. */
export interface Said {
  kind: string;
  name: string;
  /** A role, an engine. */
  second: string;
  label: string;
  /** The number of an edge; null of all else. */
  edge: number | null;
  origin: number | null;
  value: number | null;
  place: number | null;
  n: number | null;
  times: number;
}

const INTRODUCING = ['summary', 'column', 'probability', 'edge', 'telling'] as const;

/**
 * The rows that introduce what is counted.
 * @param table the summary file
 * @param signal stops the query
 */
export async function fetchSaid(table: SummaryTable, signal: AbortSignal | undefined): Promise<Said[]> {
  const cellOf = (kind: SummaryKind, cell: string): string => `CASE WHEN ${table.isOf([kind])} THEN ${cell} END`;
  const texts = (['kind', 'name', 'other', 'label'] as const).map((cell) => `${table.text(cell)} AS ${cell}_text`);
  const keys = [
    ...texts,
    `${cellOf('edge', table.number('bin'))} AS edge`,
    `${cellOf('column', table.number('total'))} AS origin`,
    `${cellOf('edge', table.number('least'))} AS least_edge`,
  ];
  const rows = await queryRows(
    table.set.database,
    `SELECT ${keys.join(', ')}, min(${table.number('bin')}) AS place, sum(${table.number('n')}) AS n, count(*)::DOUBLE AS times
     FROM ${table.set.source} WHERE ${table.isOf(INTRODUCING)}
     GROUP BY 1, 2, 3, 4, 5, 6, 7 ORDER BY 1, 2, 5, place, 3, 4, 6, 7`,
    signal,
  );
  const number = (cell: unknown): number | null => (cell === null ? null : Number(cell));
  return rows.map((row) => ({
    ...{ kind: String(row['kind_text']), name: String(row['name_text']), second: String(row['other_text']) },
    ...{ label: String(row['label_text']), edge: number(row['edge']), origin: number(row['origin']) },
    ...{ value: number(row['least_edge']), place: number(row['place']), n: number(row['n']) },
    times: Number(row['times']),
  }));
}

/** Below each name, and below what else tells rows of one name apart. */
const byKey = (said: readonly Said[], keyOf: (row: Said) => string | number): Said[][] => {
  const names = grouped(said, ({ name }) => name);
  return [...names.values()].flatMap((rows) => [...grouped(rows, keyOf).values()]);
};

/**
 * Refuses what is not said once by each of the files that were put together.
 * @param table the summary file
 * @param said rows of one kind
 * @param expected how many files there are, what they differ in if they do, and what tells rows of one name apart
 * @throws PlumblineError that names the column
 */
export function oncePerFile(
  table: SummaryTable,
  said: readonly Said[],
  expected: {
    files: number;
    differing: Extract<SummaryProblem, { problem: 'parts-differ' }>['differing'];
    keyOf?: (row: Said) => string | number;
  },
): void {
  const { files, differing, keyOf = () => '' } = expected;
  for (const [first, ...variants] of byKey(said, keyOf)) {
    if (first === undefined) continue;
    const { kind, name } = first;
    const times = variants.reduce((sum, row) => sum + row.times, first.times);
    if (times > files) throw table.problem({ problem: 'twice', kind, name });
    if (variants.length > 0 || times < files) throw table.problem({ problem: 'parts-differ', differing, name });
  }
}
