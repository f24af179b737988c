import { queryRow, queryRows } from '../database/database.ts';
import { identifier } from '../database/sql.ts';
import { quote } from '../../facts/statements/statement.ts';
import type { Coercions } from './coercions.ts';
import type { CsvLoad } from './csv-load.ts';
import type { NumberReading } from './head/stored-type.ts';
import type { TargetColumn } from './head/target-column.ts';
import type { Ordered } from './head/time-reading.ts';
import type { DateOrder } from '../../facts/settings/read-options.ts';
import { exchanged, fitsOrder, type OrderChange } from './sql/order-sql.ts';
import { coercionCounts, lostCells, regainedCells } from './sql/read-sql.ts';
import { EXAMPLES } from './repair.ts';
import { keepLost } from '../read/lost-cells.ts';

/** Where a slice that is read cell by cell stands as texts. */
export const TEXTS = 'memory.main.slice';

/**
 * Counts the cells that cannot be read, by column; a column whose dates the slice shows to be in another order is read so from the start.
 * @param load the file and its table
 * @param done what reading changed so far
 */
export async function countLost(load: CsvLoad, done: Coercions): Promise<number[]> {
  const counts = await countsOf(load, done);
  const lost: number[] = [];
  for (const [i, target] of done.columns.entries()) {
    const unreadable = Number(counts[`n${String(i)}`]);
    const ranked = target.alternatives.map((ordered, k) => ({
      ordered,
      unreadable: Number(counts[`o${String(i)}_${String(k)}`]),
    }));
    const better = ranked.filter((reading) => reading.unreadable < unreadable);
    const turned = await turnTo(
      load,
      { done, i },
      better.sort((a, b) => a.unreadable - b.unreadable),
    );
    const remaining = unreadable > 0 ? await learnAccounting(load, { done, i }) : null;
    lost.push(remaining ?? turned ?? unreadable);
  }
  return lost;
}

/** Columns of one query: what one of some thousand takes grows by their square. */
const COUNTED = 100;

async function countsOf({ database, signal }: CsvLoad, { columns }: Coercions): Promise<Record<string, unknown>> {
  const places = [...columns.entries()];
  const counts: Record<string, unknown> = {};
  for (let start = 0; start < places.length; start += COUNTED) {
    const some = coercionCounts(places.slice(start, start + COUNTED));
    Object.assign(counts, await queryRow(database, `SELECT ${some} FROM ${TEXTS}`, signal));
  }
  return counts;
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
  const counts = await queryRow(database, `SELECT ${coercionCounts([[i, column]])} FROM ${TEXTS}`, signal);
  return Number(counts[`n${String(i)}`]);
}

interface OtherReading {
  ordered: Ordered;
  unreadable: number;
}

/** Reads a column's dates in the first of some orders that all of them so far can be in; how many of the slice that leaves unreadable. */
async function turnTo(
  load: CsvLoad,
  { done, i }: { done: Coercions; i: number },
  ranked: readonly OtherReading[],
): Promise<number | null> {
  for (const { ordered, unreadable } of ranked) {
    if (!ordered.turns || !(await canBe(load, { done, i }, ordered))) continue;
    await exchange(load, { done, i }, ordered);
    return unreadable;
  }
  return null;
}

const changeTo = ({ order, reading }: Ordered, read: DateOrder): OrderChange => ({
  ...{ from: read, to: order },
  latestYear: reading.kind === 'time' ? reading.latestYear : undefined,
});

/** Whether all dates so far could be in another order: no day beyond the 12th was a month. */
async function canBe(
  { database, target, signal }: CsvLoad,
  { done, i }: { done: Coercions; i: number },
  ordered: Ordered,
): Promise<boolean> {
  const read = done.columns[i]?.order ?? 'day';
  const fits = fitsOrder(i, changeTo(ordered, read));
  for (const table of target.tables()) {
    const row = await queryRow(
      database,
      `SELECT (count(*) FILTER (NOT ${fits}))::DOUBLE AS n FROM ${table} WHERE ${identifier(`c${String(i)}`)} IS NOT NULL`,
      signal,
    );
    if (Number(row['n']) > 0) return false;
  }
  return true;
}

async function exchange(load: CsvLoad, { done, i }: { done: Coercions; i: number }, ordered: Ordered): Promise<void> {
  const target = done.columns[i];
  if (target === undefined) return;
  const c = identifier(`c${String(i)}`);
  const change = changeTo(ordered, target.order ?? 'day');
  for (const table of load.target.tables()) {
    await load.database.query(`UPDATE ${table} SET ${c} = ${exchanged(i, change)} WHERE ${c} IS NOT NULL`, load.signal);
  }
  done.columns[i] = { ...target, reading: ordered.reading, order: ordered.order, alternatives: [] };
}

/**
 * Lists the first cells that cannot be read, and keeps more of them.
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
    const lost = lostCells(TEXTS, target, i);
    const inFile = `SELECT "at" + ${String(rowsBefore)} AS "at", value FROM (${lost})`;
    await keepLost(database, { stored: `c${String(i)}`, lost: inFile, kept: listed.count }, signal);
    listed.count += count;
    if (listed.examples.length >= EXAMPLES) continue;
    const found = await queryRows(database, `${lost} LIMIT ${String(EXAMPLES)}`, signal);
    const examples = found.map(({ at: index, value }) => ({
      row: rowsBefore + Number(index) + 1,
      value: quote(String(value)),
    }));
    for (const example of examples.slice(0, EXAMPLES - listed.examples.length)) listed.examples.push(example);
  }
}

/**
 * Orders that some date turned out not to be in are open no longer.
 * @param load the file and its table
 * @param done what reading changed; its columns are settled
 */
export async function settleDates(load: CsvLoad, done: Coercions): Promise<void> {
  for (const [i, target] of done.columns.entries()) {
    const possible: Ordered[] = [];
    for (const ordered of target.alternatives) {
      if (!ordered.turns || (await canBe(load, { done, i }, ordered))) possible.push(ordered);
    }
    if (possible.length < target.alternatives.length) done.columns[i] = { ...target, alternatives: possible };
  }
}
