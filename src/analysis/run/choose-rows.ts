import { rowsIn } from '../../engine/columns/slice.ts';
import type { DataSet } from '../../engine/data-set.ts';
import type { ColumnSchema } from '../../facts/document/columns.ts';
import { smallest } from '../../facts/extremes.ts';
import type { PerSide, Side } from '../../facts/document/side.ts';
import { mapSides, mapSidesAsync, SIDES } from '../../facts/document/sides.ts';
import { ConfigError, type Config } from '../../facts/settings/settings.ts';
import { suggestionFor } from '../../facts/settings/suggestion.ts';
import type { ConditionOnCell, Slice } from '../../facts/slice.ts';
import type { ChosenRowsValues, ShownCondition } from '../../facts/statements/chosen-rows.ts';
import { PlumblineError } from '../../facts/statements/errors.ts';
import { quote } from '../../facts/statements/statement.ts';

/** Which rows a report is made of, as the document says it. */
export type ChosenRows = Partial<ChosenRowsValues>;

type TypedColumn = Pick<ColumnSchema, 'name' | 'type' | 'presentIn'>;
type Rules = Pick<Config, 'filter' | 'split'>;

/** Whether a report is made of some rows only, or of one file in two. */
export const choosesRows = ({ filter = [], split }: Rules): boolean => filter.length > 0 || split !== undefined;

/** One file that is to be cut in two is both sides. */
export const sidesToSplit = <T>(files: PerSide<T>, { split }: Rules): PerSide<T> => {
  if (split === undefined || files.current === undefined) return files;
  if (files.reference !== undefined) throw new ConfigError({ problem: 'split-two-files', path: 'config.split' });
  return { reference: files.current, current: files.current };
};

/**
 * The rows that the settings choose, each file's as a data set of its own, and what there is to say of them.
 * @param files as they are; of one that is split both sides
 * @throws ConfigError for a column that is not in every file; PlumblineError where no row is left of one
 */
export async function chooseRows(
  files: PerSide<DataSet>,
  { config, schema, signal }: { config: Rules; schema: readonly TypedColumn[]; signal?: AbortSignal | undefined },
): Promise<{ data: PerSide<DataSet>; chosen: ChosenRows }> {
  if (!choosesRows(config)) return { data: files, chosen: {} };
  const rules = rulesOf(config, schema, Object.keys(files).length);
  const halfRule = (side: Side): ConditionOnCell[] => rules.halves?.[side] ?? [];
  const data = await mapSidesAsync(files, (set, side) => kept(set, side, [...halfRule(side), ...rules.filter], signal));
  const halves =
    rules.halves === null || rules.filter.length === 0
      ? files
      : await mapSidesAsync(files, (set, side) => kept(set, side, halfRule(side), signal));
  refuseEmpty(halves, 'split');
  refuseEmpty(data, rules.filter.length === 0 ? 'split' : 'filter');
  const counts = (given: PerSide<DataSet>, taken: PerSide<DataSet>): ChosenRowsValues['filter']['rows'] =>
    mapSides(taken, ({ summary }, side) => ({ kept: summary.rowsUsed, all: given[side]?.summary.rowsUsed ?? 0 }));
  return {
    data,
    chosen: {
      ...filterSaid(rules, counts(halves, data)),
      ...splitSaid(rules, counts(files, rules.filter.length === 0 ? data : halves)),
    },
  };
}

interface ReadRules {
  filter: ConditionOnCell[];
  halves: Record<Side, ConditionOnCell[]> | null;
}

function rulesOf({ filter = [], split }: Rules, schema: readonly TypedColumn[], files: number): ReadRules {
  const types = new Map(schema.map((column) => [column.name, column]));
  const known = (condition: ConditionOnCell, path: string): ConditionOnCell => {
    const column = types.get(condition.column);
    if (column === undefined)
      throw new ConfigError({
        problem: 'unknown-column',
        path,
        suggestion: suggestionFor(condition.column, [...types.keys()]),
      });
    if (column.presentIn.length < files)
      throw new ConfigError({ problem: 'filter-one-file', path, column: condition.column });
    if (condition.test !== 'range' || condition.as !== undefined) return condition;
    return { ...condition, as: column.type === 'datetime' ? 'time' : 'number' };
  };
  return {
    filter: filter.map((condition, i) => known(condition, `config.filter[${String(i)}].column`)),
    halves:
      split === undefined
        ? null
        : {
            reference: [known(halfOf(split, 'reference'), 'config.split.column')],
            current: [known(halfOf(split, 'current'), 'config.split.column')],
          },
  };
}

function halfOf(split: NonNullable<Config['split']>, side: Side): ConditionOnCell {
  const { column } = split;
  if (!('at' in split)) return { column, test: 'in', values: split[side] };
  const limits = side === 'reference' ? { from: null, to: split.at } : { from: split.at, to: null };
  return { column, test: 'range', ...limits };
}

/** The half of a file that is a side, then what the filter leaves of it. */
async function kept(
  set: DataSet,
  side: Side,
  conditions: ConditionOnCell[],
  signal: AbortSignal | undefined,
): Promise<DataSet> {
  const slice: Slice = { id: `${side}, chosen`, file: side, rows: { kind: 'predicate', conditions } };
  return rowsIn(set, slice, signal);
}

/** @throws PlumblineError for a file of which no row is left */
function refuseEmpty(sets: PerSide<DataSet>, source: 'filter' | 'split'): void {
  for (const { summary } of Object.values(sets))
    if (summary.rowsUsed === 0) throw new PlumblineError('no-rows', { source }, { file: summary.name });
}

function filterSaid({ filter }: ReadRules, rows: ChosenRowsValues['filter']['rows']): ChosenRows {
  if (filter.length === 0) return {};
  const fewest = smallest(SIDES.flatMap((side) => rows[side]?.kept ?? []));
  return { filter: { conditions: filter.map((condition) => shown(condition, fewest)), rows } };
}

function splitSaid({ halves }: ReadRules, rows: ChosenRowsValues['split']['rows']): ChosenRows {
  const [reference] = halves?.reference ?? [];
  const [current] = halves?.current ?? [];
  if (reference === undefined || current === undefined) return {};
  return {
    split: {
      reference: shown(reference, rows.reference?.kept ?? 0),
      current: shown(current, rows.current?.kept ?? 0),
      rows,
    },
  };
}

/** One cell that rows were chosen by is what all that were taken share; of several that is not known. */
function shown(condition: ConditionOnCell, rows: number): ShownCondition {
  const quotes = (cells: readonly (string | number | boolean)[]) =>
    cells.map((cell) => quote(typeof cell === 'boolean' ? String(cell) : cell, cells.length === 1 ? rows : undefined));
  switch (condition.test) {
    case 'equals':
      return { column: condition.column, test: 'in', values: quotes([condition.value]) };
    case 'in':
      return { ...condition, values: quotes(condition.values) };
    case 'others':
      return { ...condition, values: condition.values.map((cell) => quote(String(cell))) };
    case 'range':
      return { withoutFrom: false, withTo: false, as: 'number', ...condition };
    default:
      return condition;
  }
}
