import { fetchCounts, fetchTogether } from '../../engine/columns/columns.ts';
import { decodeCounts } from '../../engine/columns/decode.ts';
import { handOver } from '../../engine/bridge.ts';
import type { DataSet, StoredColumn } from '../../engine/data-set.ts';
import type { ColumnSchema } from '../../facts/document/columns.ts';
import type { ReportWithin } from '../../facts/document/within.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSidesAsync } from '../../facts/document/sides.ts';
import type { RefusedCondition } from '../../facts/statements/config-problems.ts';
import { quote, type Quote } from '../../facts/statements/statement.ts';
import { elementAt } from '../../facts/element-at.ts';
import type { Pool } from '../run/pool.ts';
import { hashesOfAll } from './hashed-levels.ts';
import type { FoundStrata, RawStratum, SharedStrata } from './strata.ts';

/** Rows are compared within at most so manyValued values of a column that is no category. */
const MOST_VALUES = 50;
/** Strata that are left out by name. */
const MOST_NAMED = 12;

interface Rows {
  data: PerSide<DataSet>;
  pool: Pool;
  signal?: AbortSignal | undefined;
}

/** Rows that are alike in all conditions, and what is said of them. */
export interface Conditions {
  strata: SharedStrata | null;
  said: ReportWithin;
}

/** A condition, and where each file has it. */
interface Condition {
  schema: ColumnSchema;
  stored: PerSide<StoredColumn>;
}

/** The strata of both files' rows by some columns. Those that cannot be conditions are refused, by name. */
export async function findConditions(
  rows: Rows,
  { schema, names }: { schema: readonly ColumnSchema[]; names: readonly string[] },
): Promise<Conditions> {
  const known = [...new Set(names)].flatMap((name) => schema.find((column) => column.name === name) ?? []);
  const lacking = known.filter(({ presentIn }) => presentIn.length < 2);
  const conditions = known.filter(({ presentIn }) => presentIn.length === 2).map((column) => storedAs(column, rows));
  const refused: RefusedCondition[] = lacking.map(({ name }) => ({
    column: name,
    reason: 'one-file',
    values: 0,
    most: 0,
  }));
  return conditionsOf(rows, conditions, refused);
}

const storedAs = (schema: ColumnSchema, { data }: Rows): Condition => ({
  schema,
  stored: Object.fromEntries(
    Object.entries(data).flatMap(([side, { columns }]) => {
      const column = columns.find(({ name }) => name === schema.name);
      return column === undefined ? [] : [[side, column]];
    }),
  ),
});

async function conditionsOf(
  rows: Rows,
  conditions: readonly Condition[],
  refused: readonly RefusedCondition[],
): Promise<Conditions> {
  const columns = conditions.map(({ schema }) => schema.name);
  const nothing = { strata: 0, absent: 0, leftOut: { strata: 0, reference: 0, current: 0, named: [] } };
  if (conditions.length === 0) return { strata: null, said: { columns, refused: [...refused], ...nothing } };
  const blocks = await mapSidesAsync(rows.data, (set, side) =>
    fetchTogether(
      set,
      conditions.map(({ schema, stored }) => {
        const column = elementAt(
          [stored[side]].flatMap((column) => column ?? []),
          0,
        );
        return isText(schema) ? { column, texts: 'hashed' } : { column, kind: kindOf(schema) };
      }),
    ),
  );
  const limits = conditions.map(({ schema }) => (isCategory(schema) ? null : MOST_VALUES));
  const found = await rows.pool.run((calls) => calls.findStrata({ columns, blocks: handOver(blocks), limits }));
  const manyValued = conditions.filter((_, i) => (found.distinct[i] ?? 0) > (limits[i] ?? Infinity));
  if (manyValued.length > 0) {
    const refusals = manyValued.map(({ schema }): RefusedCondition => {
      const values = found.distinct[conditions.findIndex((condition) => condition.schema === schema)] ?? 0;
      return { column: schema.name, reason: 'many-values', values, most: MOST_VALUES };
    });
    return conditionsOf(
      rows,
      conditions.filter((condition) => !manyValued.includes(condition)),
      [...refused, ...refusals],
    );
  }
  return { strata: found.strata, said: { columns, refused: [...refused], ...(await saidOf(rows, conditions, found)) } };
}

const isCategory = ({ type }: ColumnSchema): boolean => type === 'categorical' || type === 'boolean';
const isText = ({ type }: ColumnSchema): boolean => type !== 'numeric' && type !== 'datetime';
const kindOf = ({ type }: ColumnSchema): 'number' | 'time' => (type === 'datetime' ? 'time' : 'number');

async function saidOf(
  rows: Rows,
  conditions: readonly Condition[],
  { used, leftOut, absent }: FoundStrata,
): Promise<Pick<ReportWithin, 'strata' | 'absent' | 'leftOut'>> {
  const shown = leftOut.slice(0, MOST_NAMED);
  const texts = shown.length === 0 ? [] : await Promise.all(conditions.map((condition) => textsOf(rows, condition)));
  const sumOf = (key: 'reference' | 'current'): number => leftOut.reduce((sum, stratum) => sum + stratum[key], 0);
  const valuesOf = ({ values, reference, current }: RawStratum): Quote[] =>
    values.map((value, i) => quote(value === null ? null : (texts[i]?.get(value) ?? value), reference + current));
  return {
    strata: used,
    absent,
    leftOut: {
      ...{ strata: leftOut.length, reference: sumOf('reference'), current: sumOf('current') },
      named: shown.map((stratum) => ({
        ...{ values: valuesOf(stratum), missing: stratum.values.map((value) => value === null) },
        ...{ reference: stratum.reference, current: stratum.current },
      })),
    },
  };
}

/** The text of each hash that a condition has in the current file; empty for numbers. */
async function textsOf({ data, signal }: Rows, { schema, stored }: Condition): Promise<Map<number, string>> {
  const { current: set } = data;
  const column = stored.current;
  if (!isText(schema) || set === undefined || column === undefined) return new Map();
  const [counted] = decodeCounts(await fetchCounts(set, [column], signal), 1);
  const levels = counted?.levels ?? [];
  const hashes = await hashesOfAll(set, levels);
  return new Map(levels.map((level, i) => [elementAt(hashes, i), level]));
}
