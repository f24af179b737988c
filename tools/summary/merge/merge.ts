import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { SUMMARY_COLUMNS } from '../../../src/facts/summary-file.ts';
import { parquetCopy } from '../duckdb-engine.ts';
import type { MergeOptions } from '../options.ts';
import { quoted, reader } from '../reader.ts';
import { refuseParts } from './check-parts.ts';
import { mergeStatement, PARTS } from './merge-statement.ts';

const MERGED = 'merged_rows';

type Cell = (typeof SUMMARY_COLUMNS)[number];

const WHOLE: readonly Cell[] = ['bin', 'n'];
const DOUBLES: readonly Cell[] = ['total', 'squares', 'least', 'greatest'];
/** Kinds whose empty text is a category. */
const LABELLED = `('level', 'level-stretch', 'telling', 'probability', 'confusion', 'score')`;

/** A cell in the one form that it has in merged files: engines write no text as an empty one too. */
function cellOf(cell: Cell): string {
  if (WHOLE.includes(cell)) return `CAST(CAST(${cell} AS DOUBLE) AS BIGINT) AS ${cell}`;
  if (DOUBLES.includes(cell)) return `CAST(${cell} AS DOUBLE) AS ${cell}`;
  const text = `CAST(${cell} AS VARCHAR)`;
  const kinds = { label: LABELLED, other: `('confusion')` };
  if (cell !== 'label' && cell !== 'other') return `nullif(${text}, '') AS ${cell}`;
  return `CASE WHEN kind IN ${kinds[cell]} THEN coalesce(${text}, '') ELSE nullif(${text}, '') END AS ${cell}`;
}

async function load(connection: DuckDBConnection, path: string, part: number): Promise<void> {
  const source = reader(path);
  const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${source}`);
  const names = new Set((described.getRowsJS() as string[][]).map(([name = '']) => name.toLowerCase()));
  const lacking = SUMMARY_COLUMNS.filter((name) => !names.has(name));
  if (lacking.length > 0) throw new Error(`${path} is no summary file: it has no column ${quoted(lacking)}.`);
  const rows = `SELECT ${String(part)} AS part, ${SUMMARY_COLUMNS.map(cellOf).join(', ')} FROM ${source}`;
  await connection.run(part === 0 ? `CREATE TABLE ${PARTS} AS ${rows}` : `INSERT INTO ${PARTS} ${rows}`);
}

async function namesOfTexts(connection: DuckDBConnection): Promise<string[]> {
  const found = await connection.runAndReadAll(
    `SELECT DISTINCT name FROM ${PARTS} WHERE kind = 'distinct' ORDER BY name`,
  );
  return (found.getRowsJS() as string[][]).map(([name = '']) => name);
}

/**
 * Adds summary files up to one, whose bytes are the same in whatever order the files are named.
 * @throws Error that says which file cannot be added to the first, and why
 */
export async function mergeSummaries({ merge, out }: MergeOptions, warn: (text: string) => void): Promise<void> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  try {
    for (const [part, path] of merge.entries()) await load(connection, path, part);
    await refuseParts(connection, merge);
    await connection.run(`CREATE TABLE ${MERGED} AS ${mergeStatement(SUMMARY_COLUMNS)}`);
    // Several threads cut a file where they happen to be.
    await connection.run('SET threads = 1');
    const copied = await connection.runAndReadAll(parquetCopy(`SELECT * FROM ${MERGED}`, out));
    const [[written] = []] = copied.getRowsJS();
    const texts = await namesOfTexts(connection);
    if (texts.length > 0) warn(`Different texts do not add up, so their number is left out: ${quoted(texts)}.`);
    warn(`${out}: a summary file of ${String(Number(written))} rows, of ${String(merge.length)} files.`);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
