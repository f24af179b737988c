import { queryRows, type Database } from '../database.ts';
import { literal } from '../sql.ts';

/** How a text table is written. */
export interface Dialect {
  delimiter: string;
  /** Empty when the head of the file has no quotes; rows are then still read with `"`. */
  quote: string;
  escape: string;
  header: boolean;
  /** Lines before the header (or the first row). */
  skip: number;
  dateFormat: string | null;
  timestampFormat: string | null;
}

export interface SniffedColumn {
  name: string;
  type: 'BOOLEAN' | 'BIGINT' | 'DOUBLE' | 'DATE' | 'TIMESTAMP' | 'VARCHAR';
}

export interface Sniffed {
  dialect: Dialect;
  columns: SniffedColumn[];
}

/** Texts that stand for "no value" in every column. */
export const missingTexts = ['', 'NA', 'N/A', 'n/a', '#N/A', 'null', 'NULL', 'None'];

/** The `nullstr` argument of `read_csv`. */
export const missingArgument = `nullstr=[${missingTexts.map(literal).join(',')}]`;

const TYPES = "['BOOLEAN','BIGINT','DOUBLE','DATE','TIMESTAMP','VARCHAR']";
const unset = (text: unknown): string => (typeof text === 'string' && text !== '(empty)' ? text : '');

async function sniffWith(database: Database, file: string, extra: string): Promise<Sniffed> {
  const rows = await queryRows(
    database,
    `SELECT Delimiter, Quote, Escape, SkipRows::DOUBLE AS skipped, HasHeader, DateFormat, TimestampFormat, c.name, c.type
     FROM (SELECT *, unnest(Columns) AS c
           FROM sniff_csv(${literal(file)}, ${missingArgument}, auto_type_candidates=${TYPES}${extra}))`,
  );
  const first = rows[0] ?? {};
  return {
    dialect: {
      delimiter: unset(first['Delimiter']),
      quote: unset(first['Quote']),
      escape: unset(first['Escape']),
      header: first['HasHeader'] === true,
      skip: Number(first['skipped'] ?? 0),
      dateFormat: unset(first['DateFormat']) || null,
      timestampFormat: unset(first['TimestampFormat']) || null,
    },
    columns: rows.map((row) => ({ name: String(row['name']), type: row['type'] as SniffedColumn['type'] })),
  };
}

/** The delimiter that a lone "column name" is full of, when the sniffer gave up on ragged rows. */
function hiddenDelimiter(sniffed: Sniffed): string | null {
  const [only, ...others] = sniffed.columns;
  if (only === undefined || others.length > 0) return null;
  return [',', ';', '\t', '|'].find((mark) => only.name.includes(mark)) ?? null;
}

/**
 * Finds out how a text table is written from its head.
 * @param database a locked engine
 * @param file registered name of the head: whole rows only
 */
export async function sniffCsv(database: Database, file: string): Promise<Sniffed> {
  const sniffed = await sniffWith(database, file, '');
  const delimiter = hiddenDelimiter(sniffed);
  if (delimiter === null) return sniffed;
  return sniffWith(database, file, `, delim=${literal(delimiter)}, null_padding=true, strict_mode=false`);
}
