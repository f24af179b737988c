import type { ReadNote, Station } from '../data-set.ts';
import type { Dialect } from './dialect.ts';
import { missingTexts } from './dialect.ts';
import { loadCsv, type Coercions } from './load.ts';
import type { PreparedCsv } from './prepare.ts';
import type { TargetColumn } from './read-sql.ts';
import { storedType, type HeadColumn, type StoredType } from './storage.ts';

interface ReadCsv {
  file: File;
  station: Station;
  csv: PreparedCsv;
  columns: readonly TargetColumn[];
  table: string;
  onFirst: () => Promise<void>;
  onProgress: (done: number, total: number, unit: 'bytes' | 'rows') => void;
  signal?: AbortSignal | undefined;
}

export interface CsvOutcome {
  format: 'CSV' | 'TSV';
  readAs: { label: string; value: string }[];
  notes: ReadNote[];
  coerced: Map<string, number>;
}

/**
 * The stored types of a file's columns, decided over all files that have a column of the name.
 * @param csv the file's head
 * @param heads the heads of all text files, this one included
 */
export function targetColumns(csv: PreparedCsv, heads: readonly HeadColumn[][]): TargetColumn[] {
  const all = heads.map((file) => new Map(file.map((head) => [head.name, head])));
  return csv.heads.map((head) => {
    const everywhere = all.flatMap((file) => file.get(head.name) ?? []);
    return { type: storedType(everywhere), format: head.format };
  });
}

/**
 * Reads a prepared text table into its station.
 * @param read the file, its head and the types to store
 */
export async function readCsv(read: ReadCsv): Promise<CsvOutcome> {
  const { file, station, csv, columns } = read;
  const { calls, gone } = station.reader;
  const coercions = await loadCsv({
    database: station.database,
    file,
    dialect: csv.dialect,
    columns,
    table: read.table,
    onFirst: read.onFirst,
    readSlice: (blob, request) => Promise.race([calls.readSlice(blob, request), gone]),
    onBytes: (done) => {
      read.onProgress(done, file.size, 'bytes');
    },
    signal: read.signal,
  });
  return {
    format: csv.dialect.delimiter === '\t' ? 'TSV' : 'CSV',
    readAs: describeDialect(csv.dialect),
    notes: describeCoercions(coercions, csv.heads, columns),
    coerced: new Map([...coercions.cells].map(([i, { count }]) => [csv.heads[i]?.name ?? '', count])),
  };
}

const delimiterNames = new Map([
  [',', 'comma'],
  [';', 'semicolon'],
  ['\t', 'tab'],
  ['|', 'vertical bar'],
  [' ', 'space'],
  ['', 'none: one column'],
]);

function describeDialect(dialect: Dialect): { label: string; value: string }[] {
  const { delimiter, quote, header, skip, dateFormat, timestampFormat } = dialect;
  return [
    { label: 'Delimiter', value: delimiterNames.get(delimiter) ?? `“${delimiter}”` },
    { label: 'Quotes', value: quote === '' ? 'none seen' : quote },
    { label: 'Header', value: header ? 'first row' : 'none: columns are numbered' },
    ...(skip > 0 ? [{ label: 'Lines skipped', value: String(skip) }] : []),
    ...(dateFormat === null ? [] : [{ label: 'Dates', value: dateFormat }]),
    ...(timestampFormat === null ? [] : [{ label: 'Times', value: timestampFormat }]),
    { label: 'Read as missing', value: missingTexts.map((text) => text || 'empty').join(', ') },
  ];
}

const typeWords: Record<StoredType, string> = {
  DOUBLE: 'a number',
  TIMESTAMP: 'a time',
  BOOLEAN: 'true or false',
  VARCHAR: 'text',
};

function describeCoercions(
  coercions: Coercions,
  heads: readonly HeadColumn[],
  columns: readonly TargetColumn[],
): ReadNote[] {
  const { droppedRows, longRows } = coercions;
  const rows: ReadNote[] = [];
  if (longRows > 0) {
    const text = `${rowCount(longRows)} more fields than the header; the surplus fields were left out.`;
    rows.push({ severity: 'warning', text });
  }
  if (droppedRows > 0) {
    rows.push({ severity: 'warning', text: `${rowCount(droppedRows)} no readable form and were left out.` });
  }
  const cells = [...coercions.cells].map(([i, { count, example }]): ReadNote => {
    const column = heads[i]?.name ?? '';
    const cellWord = count === 1 ? 'cell is' : 'cells are';
    const text = `${column}: ${String(count)} ${cellWord} not ${typeWords[columns[i]?.type ?? 'VARCHAR']} (for example “${example}”) and count as missing.`;
    return { severity: 'warning', text, column };
  });
  return [...rows, ...cells];
}

const rowCount = (n: number): string => (n === 1 ? '1 row has' : `${String(n)} rows have`);
