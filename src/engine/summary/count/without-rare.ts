import { freeName } from '../../../facts/free-name.ts';
import { ENOUGH_ROWS } from '../../../facts/limits.ts';
import { SUMMARY_COLUMNS } from '../../../facts/summary-file.ts';
import { queryRows, type Database } from '../../database/database.ts';
import { literal } from '../../database/sql.ts';

/** Labels of the column of a role, in SQL. */
const labelsOf = (table: string, role: 'target' | 'prediction'): string =>
  `SELECT label FROM ${table} WHERE kind = 'level' AND label IS NOT NULL
    AND name IN (SELECT name FROM ${table} WHERE kind = 'column' AND other = '${role}') GROUP BY label`;

/**
 * What classes of few rows are called together: no class of the target or the prediction has this name.
 * @param database where the counts are
 * @param table the rows that were counted
 * @param signal stops the query
 */
export async function nameOfOthers(
  database: Database,
  table: string,
  signal: AbortSignal | undefined,
): Promise<string> {
  const classes = `${labelsOf(table, 'target')} UNION ALL ${labelsOf(table, 'prediction')}`;
  const rows = await queryRows(database, classes, signal);
  return freeName('…', new Set(rows.map(({ label }) => String(label))));
}

/**
 * The rows that were counted, in SQL, with categories and classes of few rows put together. Telling categories that another file has chosen are named all
 * the same.
 * @param table the rows that were counted
 * @param options what classes of few rows are called, and whether the telling categories are this file's own choice
 */
export function withoutRare(
  table: string,
  { others, choosesTelling }: { others: string; choosesTelling: boolean },
): string {
  const enough = String(ENOUGH_ROWS);
  const naming = ['level', 'level-stretch', ...(choosesTelling ? ['telling'] : [])];
  const rare = `SELECT name, label FROM ${table} WHERE kind = 'level' GROUP BY ALL HAVING sum(n) < ${enough}`;
  const isRare = (kinds: readonly string[]): string =>
    `kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')}) AND (name, label) IN (${rare})`;
  const shownClass = (cell: 'label' | 'other', role: 'target' | 'prediction'): string =>
    `CASE WHEN ${cell} IN (${labelsOf(table, role)} HAVING sum(n) >= ${enough}) THEN ${cell} ELSE ${literal(others)} END AS ${cell}`;
  const columns = SUMMARY_COLUMNS.join(', ');
  return `SELECT ${columns} FROM (
    SELECT ${columns} FROM ${table}
    WHERE kind NOT IN ('rest', 'confusion', 'score') AND NOT coalesce(${isRare(naming)}, false)
    UNION ALL BY NAME
    SELECT 'rest' AS kind, period, segment, name, sum(n)::BIGINT AS n,
      sum(CASE WHEN kind = 'rest' THEN bin ELSE 1 END)::BIGINT AS bin
    FROM ${table} WHERE kind = 'rest' OR coalesce(${isRare(['level'])}, false) GROUP BY period, segment, name
    UNION ALL BY NAME
    SELECT kind, period, segment, label, other, sum(n)::BIGINT AS n FROM (
      SELECT kind, period, segment, n, ${shownClass('label', 'target')}, ${shownClass('other', 'prediction')}
      FROM ${table} WHERE kind = 'confusion') GROUP BY ALL
    UNION ALL BY NAME
    SELECT kind, period, segment, name, label, bin, sum(n)::BIGINT AS n, sum(total) AS total FROM (
      SELECT kind, period, segment, name, bin, n, total, ${shownClass('label', 'target')}
      FROM ${table} WHERE kind = 'score') GROUP BY ALL)
  ORDER BY kind <> 'summary', kind, name, label, bin, period, segment`;
}
