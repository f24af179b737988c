import { queryRow, queryRows } from '../database/database.ts';
import { identifier } from '../database/sql.ts';
import { quote } from '../../facts/statements/statement.ts';
import type { Coercions } from './coercions.ts';
import type { CsvLoad } from './csv-load.ts';
import type { NumberReading } from './head/stored-type.ts';
import type { TargetColumn } from './head/target-column.ts';
import { coercionCounts, exchanged, lostCells, regainedCells } from './sql/read-sql.ts';
import { EXAMPLES } from './repair.ts';

/** Where a slice that is read cell by cell stands as texts. */
export const TEXTS = 'memory.main.slice';

/**
 * Counts the cells that cannot be read, by column; a column whose dates the slice shows to be in the other order is read so from the start.
 * @param load the file and its table
 * @param done what reading changed so far
 */
export async function countLost(load: CsvLoad, done: Coercions): Promise<number[]> {
  const { database, signal } = load;
  const counts = await queryRow(database, `SELECT ${coercionCounts(done.columns)} FROM ${TEXTS}`, signal);
  const lost: number[] = [];
  for (const [i, target] of done.columns.entries()) {
    const [unreadable, unreadableOtherwise] = [Number(counts[`n${String(i)}`]), Number(counts[`o${String(i)}`])];
    const turns = target.alternative !== null && unreadableOtherwise < unreadable && !(await hasLateDays(load, i));
    if (turns) await exchange(load, { done, i });
    const remaining = unreadable > 0 ? await learnAccounting(load, { done, i }) : null;
    lost.push(remaining ?? (turns ? unreadableOtherwise : unreadable));
  }
  return lost;
}

/** Numbers in brackets and the like that came late are read from here on; null where there are none. */
async function learnAccounting(
  { database, signal }: CsvLoad,
  { done, i }: { done: Coercions; i: number },
): Promise<number | null> {
  const target = done.columns[i];
  if (target?.reading.kind !== 'number' || target.reading.accounting !== null) return null;
  const learned = (example: string): TargetColumn => ({
    ...target,
    reading: { ...(target.reading as NumberReading), accounting: { example, sign: '' } },
  });
  const [first] = await queryRows(database, regainedCells(TEXTS, [target, learned('')], i), signal);
  if (first === undefined) return null;
  const column = learned(String(first['value']).trim());
  done.columns[i] = column;
  const counts = await queryRow(database, `SELECT ${coercionCounts([...done.columns])} FROM ${TEXTS}`, signal);
  return Number(counts[`n${String(i)}`]);
}

/** Whether some day of a column is beyond the 12th, so that it cannot have been a month. */
async function hasLateDays({ database, target, signal }: CsvLoad, i: number): Promise<boolean> {
  const c = identifier(`c${String(i)}`);
  for (const table of target.tables()) {
    const row = await queryRow(database, `SELECT coalesce(max(day(${c})), 0)::DOUBLE AS d FROM ${table}`, signal);
    if (Number(row['d']) > 12) return true;
  }
  return false;
}

async function exchange(load: CsvLoad, { done, i }: { done: Coercions; i: number }): Promise<void> {
  const target = done.columns[i];
  if (target === undefined || target.alternative === null) return;
  const c = identifier(`c${String(i)}`);
  for (const table of load.target.tables()) {
    await load.database.query(`UPDATE ${table} SET ${c} = ${exchanged(i)} WHERE ${c} IS NOT NULL`, load.signal);
  }
  done.columns[i] = { ...target, reading: target.alternative, alternative: null };
}

/**
 * Lists the first cells that cannot be read.
 * @param load the file and its table
 * @param found what was counted
 * @param found.done what reading changed so far; the cells go in there
 * @param found.counts of each column, as `countLost` gives them
 * @param found.rowsBefore rows before this slice
 */
export async function listCells(
  { database, signal }: CsvLoad,
  { done, counts, rowsBefore }: { done: Coercions; counts: readonly number[]; rowsBefore: number },
): Promise<void> {
  for (const [i, target] of done.columns.entries()) {
    const count = counts[i] ?? 0;
    if (count === 0) continue;
    const listed = done.cells.get(i) ?? { count: 0, examples: [] };
    done.cells.set(i, listed);
    listed.count += count;
    if (listed.examples.length >= EXAMPLES) continue;
    const found = await queryRows(database, lostCells(TEXTS, target, i), signal);
    const examples = found.map(({ at: index, value }) => ({
      row: rowsBefore + Number(index) + 1,
      value: quote(String(value)),
    }));
    for (const example of examples.slice(0, EXAMPLES - listed.examples.length)) listed.examples.push(example);
  }
}

/**
 * Dates of which some day turned out to be beyond the 12th are open no longer.
 * @param load the file and its table
 * @param done what reading changed; its columns are settled
 */
export async function settleDates(load: CsvLoad, done: Coercions): Promise<void> {
  for (const [i, target] of done.columns.entries()) {
    if (target.alternative !== null && (await hasLateDays(load, i))) done.columns[i] = { ...target, alternative: null };
  }
}
