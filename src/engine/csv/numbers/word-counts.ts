import type { ReadNote } from '../../../facts/statements/reading.ts';
import { quote } from '../../../facts/statements/statement.ts';
import { queryRow, queryRows } from '../../database/database.ts';
import { identifier, literal } from '../../database/sql.ts';
import type { CsvLoad } from '../csv-load.ts';
import type { TargetColumn } from '../head/target-column.ts';
import { numberPattern, type NumberFormat } from './format.ts';

const LISTED = 20;

/**
 * Counts the words of columns that were kept as text and could be numbers, over all rows that were read.
 * @param load the table they are in
 * @param columns how each was read
 */
export async function wordNotes(load: CsvLoad, columns: readonly TargetColumn[]): Promise<ReadNote[]> {
  const notes: ReadNote[] = [];
  for (const [i, { name, numbersAmong }] of columns.entries()) {
    if (numbersAmong !== null) notes.push(await wordNote(load, { name, index: i, format: numbersAmong }));
  }
  return notes;
}

async function wordNote(
  { target, database, signal }: CsvLoad,
  { name, index, format }: { name: string; index: number; format: NumberFormat },
): Promise<ReadNote> {
  const cells = identifier(`c${String(index)}`);
  const all = target.tables().map((table) => `SELECT trim(${cells}) AS cell FROM ${table}`);
  const isWord = `NOT regexp_full_match(cell, ${literal(numberPattern(format))})`;
  const source = `(${all.join(' UNION ALL ')}) WHERE cell IS NOT NULL`;
  const total = await queryRow(
    database,
    `SELECT count(*)::DOUBLE AS filled, (count(*) FILTER (${isWord}))::DOUBLE AS words,
      count(DISTINCT CASE WHEN ${isWord} THEN cell END)::DOUBLE AS kinds FROM ${source}`,
    signal,
  );
  const words = await queryRows(
    database,
    `SELECT cell, count(*)::DOUBLE AS cells FROM ${source} AND ${isWord} GROUP BY cell ORDER BY cells DESC, cell LIMIT ${String(LISTED)}`,
    signal,
  );
  const [filled, others] = [Number(total['filled']), Number(total['words'])];
  return {
    kind: 'words-among-numbers',
    severity: 'warning',
    column: name,
    values: {
      column: name,
      filled,
      numbers: filled - others,
      kinds: Number(total['kinds']),
      words: words.map(({ cell, cells: rows }) => ({ word: quote(String(cell), Number(rows)), cells: Number(rows) })),
    },
  };
}
