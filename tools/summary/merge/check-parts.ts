import type { DuckDBConnection } from '@duckdb/node-api';
import { SUMMARY_FILE_VERSION, SUMMARY_KINDS } from '../../../src/facts/summary-file.ts';
import { quoted } from '../reader.ts';
import { INTRODUCING, PARTS } from './merge-statement.ts';

/** So many names are enough to find the cause. */
const SHOWN = 5;

type Introducing = (typeof INTRODUCING)[number];

/** What files that are added up have to say alike of each column. */
const ALIKE: Record<Introducing, { cells: string; differ: (names: string, file: string, first: string) => string }> = {
  edge: {
    cells: 'bin, least + 0 AS edge',
    differ: (names, file, first) =>
      `${file} was counted on other edges than ${first}: ${names}. Count it again with --edges ${first}.`,
  },
  telling: {
    cells: 'bin, label',
    differ: (names, file, first) =>
      `${file} counts other categories by stretches of time than ${first}: ${names}. Count it again with --edges ${first}.`,
  },
  probability: {
    cells: 'label',
    differ: (names, file, first) => `${file} has probabilities of other classes than ${first}: ${names}.`,
  },
  column: {
    cells: 'label, other, total + 0 AS origin',
    differ: (names, file, first) =>
      `${file} and ${first} count other columns, or with another type or role: ${names}. Give both counts the same options.`,
  },
};

async function rowsOf(connection: DuckDBConnection, statement: string): Promise<unknown[][]> {
  return (await connection.runAndReadAll(statement)).getRowsJS();
}

/**
 * Refuses files that do not add up to one.
 * @param connection holds the rows of all files
 * @param paths of the files, in the order of their numbers
 * @throws Error that names the file and what is amiss
 */
export async function refuseParts(connection: DuckDBConnection, paths: readonly string[]): Promise<void> {
  for (const [part, path] of paths.entries()) await refusePart(connection, path, part);
  for (const [part, path] of paths.entries()) {
    for (const kind of part === 0 ? [] : INTRODUCING) await refuseDifferent(connection, { kind, part, path }, paths[0]);
  }
}

async function refusePart(connection: DuckDBConnection, path: string, part: number): Promise<void> {
  const rows = (what: string, condition: string): Promise<unknown[][]> =>
    rowsOf(connection, `SELECT ${what} FROM ${PARTS} WHERE part = ${String(part)} AND ${condition}`);
  const versions = (await rows('DISTINCT name', `kind = 'summary'`)).map(([name]) => String(name));
  if (versions.length === 0) throw new Error(`${path} is no whole summary file: it has no row of the kind “summary”.`);
  const [foreign] = versions.filter((version) => version !== SUMMARY_FILE_VERSION);
  if (foreign !== undefined)
    throw new Error(`${path} is a summary file of the version “${foreign}”, not “${SUMMARY_FILE_VERSION}”.`);
  const known = SUMMARY_KINDS.map((kind) => `'${kind}'`).join(', ');
  const unknown = (await rows('DISTINCT kind', `coalesce(kind NOT IN (${known}), true)`)).map(([kind]) => String(kind));
  if (unknown.length > 0) throw new Error(`${path} has rows of a kind that no summary file has: ${quoted(unknown)}.`);
  const counted = `coalesce(sum(n) FILTER (kind = 'rows'), 0)::BIGINT, sum(n) FILTER (kind = 'summary')::BIGINT`;
  const [[days, whole] = []] = await rows(counted, 'true');
  if (days !== whole) {
    throw new Error(
      `${path} is cut off: its days count ${String(days)} rows, and it says that it has ${String(whole)}.`,
    );
  }
}

async function refuseDifferent(
  connection: DuckDBConnection,
  { kind, part, path }: { kind: Introducing; part: number; path: string },
  first = '',
): Promise<void> {
  const said = (one: number): string =>
    `(SELECT name, ${ALIKE[kind].cells} FROM ${PARTS} WHERE kind = '${kind}' AND part = ${String(one)})`;
  const differing = `(${said(0)} EXCEPT ${said(part)}) UNION ALL (${said(part)} EXCEPT ${said(0)})`;
  const names = (await rowsOf(connection, `SELECT DISTINCT name FROM (${differing}) ORDER BY name`)).map(([name]) =>
    String(name),
  );
  if (names.length === 0) return;
  const more = names.length > SHOWN ? ` and ${String(names.length - SHOWN)} more` : '';
  throw new Error(ALIKE[kind].differ(`${quoted(names.slice(0, SHOWN))}${more}`, path, first));
}
