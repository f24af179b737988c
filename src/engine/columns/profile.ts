import type { Lag } from '../../facts/statements/column-reasons.ts';
import { storageOf, type Storage } from './cells.ts';
import { fetchTogether } from './columns.ts';
import { queryRow, queryRows } from '../database/database.ts';
import type { DataSet, StoredColumn } from '../data-set.ts';
import { LOOKED_AT, sampleCounter, type SampleCounter } from './sample-counts.ts';
import { seededRows } from '../read/seeded-rows.ts';
import { identifier } from '../database/sql.ts';

/** What a sample of a column's cells looks like: the stuff that types are inferred from. Counts are of sampled rows. */
export interface ColumnProfile {
  name: string;
  storage: Storage;
  /** Present where it is the distance of two times. */
  lag?: Lag;
  /** The file itself or its reader says so: text is meant as text, whatever it reads like. */
  typed: boolean;
  /** Rows of the whole table. */
  tableRows: number;
  sampled: number;
  filled: number;
  distinct: number;
  /** Cells that are (or read as) a number; whole ones among them; their range. */
  numbers: number;
  whole: number;
  min: number;
  max: number;
  /** Cells that are (or read as) a time. */
  times: number;
  /** Cells spelled like a boolean (yes, no, true, false, t, f, y, n). */
  booleans: number;
  /** Cells with leading zeros or 16 digits and more. */
  codes: number;
  /** Texts that are digits behind letters. */
  lettered: number;
  meanLength: number;
  meanWords: number;
}

const SAMPLE_ROWS = 10_000;
const COLUMNS_A_QUERY = 100;
/** Fewer of texts, of which up to 10 000 different ones a column come out. */
const TEXTS_A_QUERY = 20;
/** Types of which a double tells any two values apart. */
const EXACT = /^(DOUBLE|FLOAT|U?(TINY|SMALL)INT|U?INTEGER)$/;
/** The same of a double of milliseconds. */
const EXACT_TIMES = /^(DATE|TIMESTAMP(_S|_MS)?)$/;
let samples = 0;

export interface ProfileOptions {
  /** Counts what comes out of the engine, if not here. */
  counter?: SampleCounter;
  /** Stops the queries. */
  signal?: AbortSignal | undefined;
}

/**
 * Profiles every column on one seeded sample of about 10 000 rows (all rows, where there are fewer).
 * @param data the data set
 * @param seed of the sample
 * @param options who counts, and what stops it
 */
export async function profileColumns(
  data: DataSet,
  seed: number,
  { counter = sampleCounter, signal }: ProfileOptions = {},
): Promise<ColumnProfile[]> {
  const { database, columns } = data;
  const { rowsUsed } = data.summary;
  if (rowsUsed <= SAMPLE_ROWS) return inOrder(columns, await new Sample(data, counter, signal).profiles());
  // Not a temporary table: those belong to one connection, and the next statement may run on another.
  const source = `memory.main.sample${String(samples++)}`;
  const condition = seededRows(SAMPLE_ROWS / rowsUsed, seed);
  await database.query(`CREATE TABLE ${source} AS SELECT * FROM ${data.source} WHERE ${condition}`, signal);
  const profiles = await new Sample({ ...data, source }, counter, signal).profiles();
  await database.query(`DROP TABLE ${source}`, signal);
  return inOrder(columns, profiles);
}

const inOrder = (columns: readonly StoredColumn[], profiles: Map<string, ColumnProfile>): ColumnProfile[] =>
  columns.flatMap(({ stored }) => profiles.get(stored) ?? []);

/**
 * A sample's columns, counted. Only what the engine alone can tell is asked of it: each of its many functions that is busy for the
 * first time has to be compiled by the browser, which takes longer than the count.
 */
class Sample {
  readonly #data: DataSet;
  readonly #counter: SampleCounter;
  readonly #signal: AbortSignal | undefined;
  readonly #profiles = new Map<string, ColumnProfile>();

  constructor(data: DataSet, counter: SampleCounter, signal: AbortSignal | undefined) {
    this.#data = data;
    this.#counter = counter;
    this.#signal = signal;
  }

  /** By stored name. */
  async profiles(): Promise<Map<string, ColumnProfile>> {
    const { columns } = this.#data;
    const withStorage = (...storages: Storage[]): StoredColumn[] =>
      columns.filter((column) => storages.includes(storageOf(column)));
    const numbers = withStorage('number');
    const times = withStorage('time');
    const fineTimes = times.filter(({ type }) => !EXACT_TIMES.test(type));
    const inexact = numbers.filter(({ type }) => !EXACT.test(type));
    // The engine goes on with one kind while another is counted.
    await Promise.all([
      inGroups(numbers, COLUMNS_A_QUERY, (group) => this.#numbers(group)).then(() =>
        inGroups(inexact, COLUMNS_A_QUERY, (group) => this.#others(group)),
      ),
      inGroups(times, COLUMNS_A_QUERY, (group) => this.#times(group)).then(() =>
        inGroups(fineTimes, COLUMNS_A_QUERY, (group) => this.#others(group)),
      ),
      inGroups(withStorage('boolean'), COLUMNS_A_QUERY, (group) => this.#others(group)),
      inGroups(withStorage('text'), TEXTS_A_QUERY, (group) => this.#texts(group)),
    ]);
    return this.#profiles;
  }

  #keep(column: StoredColumn, counts: Partial<ColumnProfile>): void {
    const { typed, summary } = this.#data;
    const { name, stored, lag, asText = false } = column;
    const empty = {
      name,
      ...(lag && { lag }),
      storage: storageOf(column),
      typed: typed || asText,
      tableRows: summary.rowsUsed,
      ...NOTHING,
    };
    this.#profiles.set(stored, { ...(this.#profiles.get(stored) ?? empty), ...counts });
  }

  async #numbers(columns: readonly StoredColumn[]): Promise<void> {
    this.#signal?.throwIfAborted();
    const bytes = await fetchTogether(
      this.#data,
      columns.map((column) => ({ column })),
    );
    const counts = await this.#counter.numbers(bytes);
    columns.forEach((column, i) => {
      this.#keep(column, { ...counts[i], numbers: counts[i]?.filled ?? 0 });
    });
  }

  async #times(columns: readonly StoredColumn[]): Promise<void> {
    this.#signal?.throwIfAborted();
    const wanted = columns.map((column) => ({ column, kind: 'time' }) as const);
    const counts = await this.#counter.numbers(await fetchTogether(this.#data, wanted));
    columns.forEach((column, i) => {
      const { sampled = 0, filled = 0, distinct = 0 } = counts[i] ?? {};
      this.#keep(column, { sampled, filled, distinct, times: filled });
    });
  }

  /** Columns that are counted as they are. */
  async #others(columns: readonly StoredColumn[]): Promise<void> {
    const cells = columns.flatMap(({ stored }, i) => {
      const c = identifier(stored);
      return [`count(${c})::DOUBLE AS f${String(i)}`, `count(DISTINCT ${c})::DOUBLE AS d${String(i)}`];
    });
    const select = `SELECT count(*)::DOUBLE AS n, ${cells.join(', ')} FROM ${this.#data.source}`;
    const row = await queryRow(this.#data.database, select, this.#signal);
    columns.forEach((column, i) => {
      const filled = Number(row[`f${String(i)}`]);
      const storage = storageOf(column);
      this.#keep(column, {
        sampled: Number(row['n']),
        filled,
        distinct: Number(row[`d${String(i)}`]),
        ...(storage === 'time' && { times: filled }),
        ...(storage === 'boolean' && { booleans: filled }),
      });
    });
  }

  /** The rows with some columns, for a statement that goes to them once a column: each time, the engine takes in all columns of a subquery. */
  #part(columns: readonly StoredColumn[]): { given: string; source: string } {
    const { columns: all, source } = this.#data;
    if (all.length === columns.length) return { given: '', source };
    const cells = columns.map(({ stored }) => identifier(stored)).join(', ');
    return { given: `WITH part AS (SELECT ${cells} FROM ${source})`, source: 'part' };
  }

  async #texts(columns: readonly StoredColumn[]): Promise<void> {
    const { given, source } = this.#part(columns);
    const counted = columns.map(
      ({ stored }, i) =>
        `SELECT ${String(i)} AS i, ${identifier(stored)}::VARCHAR AS v, count(*)::DOUBLE AS n FROM ${source} GROUP BY 2`,
    );
    const words = "1 + length(v) - length(replace(v, ' ', ''))";
    const select = `${given} SELECT i::DOUBLE AS i, left(v, ${String(LOOKED_AT)}) AS v, n, length(v)::DOUBLE AS l, (${words})::DOUBLE AS w
      FROM (${counted.join(' UNION ALL ')})`;
    const counts = await this.#counter.texts(await this.#data.database.query(select, this.#signal));
    const untyped: StoredColumn[] = [];
    columns.forEach((column, i) => {
      const { maybeOther = false, ...rest } = counts.get(i) ?? {};
      this.#keep(column, rest);
      if (maybeOther) untyped.push(column);
    });
    if (untyped.length > 0) await this.#asOther(untyped);
  }

  /** What texts read as, over the different ones: few in most columns, whose tries to be something else are slow. */
  async #asOther(columns: readonly StoredColumn[]): Promise<void> {
    const { given, source } = this.#part(columns);
    const cells = (test: string): string => `coalesce(sum(n) FILTER (${test}), 0)`;
    const measured = Object.entries({
      numbers: cells('x IS NOT NULL'),
      whole: cells('x = floor(x) AND NOT isinf(x)'),
      min: 'coalesce(min(x) FILTER (isfinite(x)), 0)',
      max: 'coalesce(max(x) FILTER (isfinite(x)), 0)',
      times: cells('TRY_CAST(v AS TIMESTAMP) IS NOT NULL'),
    }).map(([name, sql]) => `(${sql})::DOUBLE AS ${name}`);
    const parts = columns.map(({ stored }, i) => {
      const counted = `SELECT ${identifier(stored)}::VARCHAR AS v, count(*)::DOUBLE AS n FROM ${source} GROUP BY 1`;
      return `SELECT ${String(i)}::DOUBLE AS i, ${measured.join(', ')}
        FROM (SELECT v, n, TRY_CAST(v AS DOUBLE) AS x FROM (${counted}))`;
    });
    const select = `${given} ${parts.join(' UNION ALL ')}`;
    for (const { i, ...counts } of await queryRows(this.#data.database, select, this.#signal)) {
      const column = columns[Number(i)];
      if (column !== undefined) this.#keep(column, counts);
    }
  }
}

async function inGroups<T>(
  items: readonly T[],
  size: number,
  use: (group: readonly T[]) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < items.length; start += size) await use(items.slice(start, start + size));
}

const NOTHING = {
  sampled: 0,
  filled: 0,
  distinct: 0,
  numbers: 0,
  whole: 0,
  min: 0,
  max: 0,
  times: 0,
  booleans: 0,
  codes: 0,
  lettered: 0,
  meanLength: 0,
  meanWords: 0,
};
