import { queryRow, queryRows, type Database } from '../database/database.ts';
import { PlumblineError } from '../../facts/statements/errors.ts';
import { compressor } from '../database/compression.ts';
import type { Sample } from '../../facts/settings/read-options.ts';
import { rowsOfSample } from './sample.ts';
import { seededRows } from './seeded-rows.ts';
import { identifier } from '../database/sql.ts';
import { tableIn, type Home } from './table.ts';

/** Where a loader puts the rows that it reads. */
export interface Target {
  /** Full name of the table that rows are put into. */
  table: string;
  /** Its name alone, and where it stands. */
  name: string;
  tableHome: Home;
  /** Where the rows come to stand in the end. */
  home: Home;
  /** Full names of the tables that hold the rows read so far. */
  tables: () => string[];
  /** Rows of the file that stand no longer in `table`. */
  rowsBefore: () => number;
  /** Takes the rows over; false when no more are wanted. Called after each piece. */
  taken: () => Promise<boolean>;
  /** The rows that the file had, once all are read, and the column that numbers those that were taken over. */
  finish: () => Promise<{ rows: number | null; fileRow: string | null }>;
}

/** A table to be. */
export interface Place {
  database: Database;
  home: Home;
  /** Names of the columns as the file has them, in the order of the table. */
  names: readonly string[];
  signal: AbortSignal | undefined;
}

/**
 * Rows are put where they stay.
 * @param place where that is
 */
export function wholeTable({ database, home, names, signal }: Place): Target {
  const compress = compressor({ database, home, columns: names.length, signal });
  return {
    table: tableIn(home),
    name: 'data',
    tableHome: home,
    home,
    tables: () => [tableIn(home)],
    rowsBefore: () => 0,
    taken: async () => {
      await compress('enough');
      return true;
    },
    finish: async () => {
      await compress('all');
      return { rows: null, fileRow: null };
    },
  };
}

interface Sampling extends Place {
  sample: Sample;
  seed: number;
  file: string;
}

const INCOMING = 'memory.main.incoming';
const FILE_ROW = 'row in the file';
const ROW = identifier(FILE_ROW);

/**
 * Rows are put into a table of their own, from which those of the sample are taken over piece by piece: what is left out
 * never takes memory.
 * @param sampling which rows, and where they come to stand
 */
export function sampledTable(sampling: Sampling): Target {
  const { sample, database, home, names, signal } = sampling;
  const compress = compressor({ database, home, columns: names.length, signal });
  const kept = tableIn(home);
  let rowsBefore = 0;
  let exists = false;
  const run = (sql: string): Promise<unknown> => database.query(sql, signal);
  const count = async (table: string): Promise<number> =>
    Number((await queryRow(database, `SELECT count(*)::DOUBLE AS n FROM ${table}`, signal))['n']);
  const trim = async (condition: string): Promise<void> => {
    await run(`CREATE TABLE ${home}.main.trimmed AS SELECT * FROM ${kept} WHERE ${condition}`);
    await run(`DROP TABLE ${kept}`);
    await run(`ALTER TABLE ${home}.main.trimmed RENAME TO data`);
  };
  const trimEnd = async (slack: number): Promise<void> => {
    if (sample.method !== 'last' && sample.method !== 'newest') return;
    if ((await count(kept)) <= sample.rows * slack) return;
    await trim(!('by' in sample) ? `${ROW} >= ${String(rowsBefore - sample.rows)}` : await newest(sampling, sample));
  };
  return {
    table: INCOMING,
    name: 'incoming',
    tableHome: 'memory',
    home,
    tables: () => (exists ? [kept, INCOMING] : [INCOMING]),
    rowsBefore: () => rowsBefore,
    taken: async () => {
      const rows = await count(INCOMING);
      if (!exists) {
        await run(`CREATE TABLE ${kept} AS SELECT *, 0::BIGINT AS ${ROW} FROM ${INCOMING} LIMIT 0`);
        exists = true;
      }
      await run(`ALTER TABLE ${INCOMING} RENAME TO piece`);
      await run(`CREATE TABLE ${INCOMING} AS SELECT * FROM memory.main.piece LIMIT 0`);
      const numbered = `SELECT *, rowid + ${String(rowsBefore)} AS ${ROW} FROM memory.main.piece`;
      await run(`INSERT INTO ${kept} SELECT * FROM (${numbered}) WHERE ${rowsWanted(sample, sampling.seed)}`);
      await run('DROP TABLE memory.main.piece');
      rowsBefore += rows;
      // Rewriting costs as much as the table is long: it waits until half of it is waste.
      await trimEnd(2);
      await compress('enough');
      return sample.method !== 'first' || rowsBefore < sample.rows;
    },
    finish: async () => {
      await trimEnd(1);
      await run(`DROP TABLE ${INCOMING}`);
      await compress('all');
      return { rows: rowsBefore, fileRow: FILE_ROW };
    },
  };
}

/** Whether a row is of the sample, as far as its number tells. */
function rowsWanted(sample: Sample, seed: number): string {
  switch (sample.method) {
    case 'random':
      return seededRows(sample.share, seed, ROW);
    case 'every':
      return `${ROW} % ${String(sample.n)} = 0`;
    case 'first':
      return `${ROW} < ${String(sample.rows)}`;
    default:
      return 'true';
  }
}

async function newest(
  { database, home, names, file, signal }: Sampling,
  { by: column, rows }: Extract<Sample, { method: 'newest' }>,
): Promise<string> {
  const index = names.indexOf(column);
  const described = await queryRows(database, `DESCRIBE ${tableIn(home)}`, signal);
  const stored = described[index]?.['column_name'];
  if (index === -1 || typeof stored !== 'string') {
    throw new PlumblineError('column-missing', {}, { file, column });
  }
  const order = `${identifier(stored)} DESC NULLS LAST, ${ROW} DESC`;
  return `${ROW} IN (SELECT ${ROW} FROM ${tableIn(home)} ORDER BY ${order} LIMIT ${String(rows)})`;
}

/** Cells that an engine holds and still has memory to work with: 4 GB at most, some 3 bytes a cell once compressed. */
const MOST_CELLS = 600_000_000;

/**
 * Refuses a table that is too large before it is read.
 * @param table about how many rows and columns it has, and which rows are wanted
 * @throws PlumblineError with the rows that would fit
 */
export function refuseTooLarge(table: {
  file: string;
  rows: number;
  columns: number;
  sample: Sample | undefined;
}): void {
  const { file, rows, columns, sample } = table;
  if (Math.floor(rowsOfSample(sample, rows)) * columns <= MOST_CELLS) return;
  const fits = Math.floor(MOST_CELLS / columns);
  throw new PlumblineError('too-large', { kind: 'table', rows, columns, fits }, { file, share: fits / rows });
}
