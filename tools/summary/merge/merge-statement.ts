import type { SummaryKind } from '../../../src/facts/summary-file.ts';

/** Rows of all files, with the number of their file as `part`. */
export const PARTS = 'part_rows';

/** What every file says alike. */
export const INTRODUCING = ['edge', 'telling', 'probability', 'column'] as const satisfies SummaryKind[];

/** Files may share texts, so their numbers do not add up. */
const DROPPED = ['distinct'] as const satisfies SummaryKind[];

const list = (kinds: readonly SummaryKind[]): string => kinds.map((kind) => `'${kind}'`).join(', ');

/** The same sum of the same numbers in whatever order they come: they are sorted before. */
const sum = (cell: string): string =>
  `list_aggregate(list_sort(list(${cell}) FILTER (${cell} IS NOT NULL)), 'fsum') + 0 AS ${cell}`;

const SUMS = `sum(n)::BIGINT AS n, ${sum('total')}, ${sum('squares')}, min(least + 0) AS least, max(greatest + 0) AS greatest`;

/** One row for the whole; its engines are those of all files, each once. */
const WHOLE = `SELECT kind, name,
    array_to_string(list_sort(list_distinct(flatten(list(string_split(coalesce(other, ''), ', '))))), ', ') AS other,
    max(bin) AS bin, sum(n)::BIGINT AS n
  FROM ${PARTS} WHERE kind = 'summary' GROUP BY kind, name`;

/** Columns may stand in different orders. */
const COLUMNS = `SELECT kind, name, label, other, total,
    row_number() OVER (ORDER BY min(bin), name) - 1 AS bin
  FROM ${PARTS} WHERE kind = 'column' GROUP BY kind, name, label, other, total`;

const SAID = `SELECT DISTINCT * EXCLUDE (part, least, greatest), least + 0 AS least, greatest + 0 AS greatest FROM ${PARTS}
  WHERE kind IN (${list(INTRODUCING.filter((kind) => kind !== 'column'))})`;

/** Of categories that are not listed at least as many are different as in any file. */
const REST = `SELECT kind, period, segment, name, sum(n)::BIGINT AS n, max(bin) AS bin
  FROM ${PARTS} WHERE kind = 'rest' GROUP BY kind, period, segment, name`;

const COUNTED = `SELECT kind, period, segment, name, other, label, bin, ${SUMS}
  FROM ${PARTS} WHERE kind NOT IN (${list(['summary', 'rest', ...INTRODUCING, ...DROPPED])})
  GROUP BY kind, period, segment, name, other, label, bin`;

/** All rows of the files as those of one, in one order. */
export const mergeStatement = (columns: readonly string[]): string =>
  `SELECT ${columns.join(', ')} FROM (
  FROM (SELECT * EXCLUDE (part) FROM ${PARTS} LIMIT 0)
  ${[WHOLE, COLUMNS, SAID, REST, COUNTED].map((rows) => `UNION ALL BY NAME ${rows}`).join('\n  ')}
) ORDER BY kind <> 'summary', kind, name, label, bin, period, segment, other`;
