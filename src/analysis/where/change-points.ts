import { periodCounts, type CountedCells, type PeriodCounts } from '../../engine/columns/period-counts.ts';
import type { DataSet } from '../../engine/data-set.ts';
import { elementAt } from '../../facts/element-at.ts';
import type { ColumnSchema } from '../../facts/document/columns.ts';
import type { OverTime, Period } from '../../facts/document/distribution.ts';
import type { ColumnResult, LevelGap, Since } from '../../facts/document/drift.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSides, mapSidesAsync } from '../../facts/document/sides.ts';
import { quote } from '../../facts/statements/statement.ts';
import type { Config } from '../../facts/settings/settings.ts';
import { toldLevel } from '../compare/gaps.ts';
import type { SharedAxis } from '../summarise/periods.ts';
import type { DatedSeries } from './level-step.ts';

/** The rows behind the columns, where they are at hand. */
export interface CountedRows {
  data: PerSide<DataSet>;
  schema: readonly ColumnSchema[];
  /** Null where no column tells the time of the rows. */
  axis: SharedAxis | null;
  signal?: AbortSignal | undefined;
}

export interface DatingRun {
  config: Config;
  /** Finds since when several series have another level, in their order. */
  find: (series: DatedSeries[]) => Promise<Since[]>;
  /** Null where the rows stayed elsewhere: then only means are dated. */
  rows: (() => Promise<CountedRows>) | null;
}

/** Columns whose rows differ by more than as many independent ones would: no other column has changed or moved. */
function mayHaveMoved({ drift }: ColumnResult, { alpha }: Config): boolean {
  if (drift === null || 'notTested' in drift) return false;
  const { qValue = 1, qValueIndependent = 1 } = drift.evidence;
  return Math.min(qValue, qValueIndependent) < alpha;
}

/** What is looked at of a column. */
interface Looked {
  column: ColumnResult;
  mean: boolean;
  level: LevelGap | null;
  missing: boolean;
}

function lookedAt(column: ColumnResult, config: Config): Looked[] {
  const { drift } = column;
  const moved = mayHaveMoved(column, config);
  const level = moved && drift !== null && !('notTested' in drift) ? toldLevel(drift) : null;
  const missing = (column.missing?.qValue ?? 1) < config.alpha;
  return moved || missing ? [{ column, mean: moved && level === null, level, missing }] : [];
}

/**
 * The columns with since when they differ, where they may have changed or moved, or lack more or fewer cells.
 * @param columns with q-values
 */
export async function withChangePoints(columns: readonly ColumnResult[], run: DatingRun): Promise<ColumnResult[]> {
  const { config } = run;
  const looked = columns.flatMap((column) => lookedAt(column, config));
  if (looked.length === 0) return [...columns];
  const dated = await datedColumns(looked, run);
  return columns.map((column) => dated.get(column.name) ?? column);
}

async function datedColumns(looked: readonly Looked[], run: DatingRun): Promise<Map<string, ColumnResult>> {
  const rows = run.rows === null ? null : await run.rows();
  const shares = rows === null ? new Map<string, Shares>() : await sharesOf(looked, rows);
  const series: DatedSeries[] = [];
  /** Its place among the series, or that it has no time. */
  const dating = (overTime: OverTime | null | undefined, form: DatedSeries['form']): number | null => {
    if (!overTime) return null;
    const { timeColumn, unit, periods } = overTime;
    return series.push({ timeColumn, unit, periods, ...(form !== undefined && { form }) }) - 1;
  };
  const places = looked.map(({ column, mean, level, missing }) => {
    const { level: levelShares = null, missing: missingShares = null } = shares.get(column.name) ?? {};
    return {
      ...{ column, mean, level, missing, levelShares, missingShares },
      own: mean ? dating(column.overTime, 'mean') : dating(levelShares, 'share'),
      gaps: dating(missingShares, 'share'),
    };
  });
  const found = series.length === 0 ? [] : await run.find(series);
  const isTimeless = rows !== null && rows.axis === null;
  const sinceAt = (place: number | null): Since | null =>
    place !== null ? elementAt(found, place) : isTimeless ? { cause: 'no-time' } : null;
  return new Map(
    places.map(({ column, mean, level, levelShares, missingShares, own, gaps }) => {
      const dating = mean || level !== null ? sinceAt(own) : null;
      const missingSince = sinceAt(gaps);
      const told: ColumnResult = {
        ...column,
        ...(dating !== null && { dating }),
        ...(level !== null &&
          levelShares !== null && { levelOverTime: { level: quote(level.level, level.rows), ...levelShares } }),
        ...(missingShares !== null &&
          missingSince !== null && { missingOverTime: { ...missingShares, dating: missingSince } }),
      };
      return [column.name, told];
    }),
  );
}

interface Shares {
  /** Of the rows with a value, those that hold the level. */
  level: OverTime | null;
  /** Of all rows, those without a value. */
  missing: OverTime | null;
}

const READ_AS: Partial<Record<ColumnSchema['type'], CountedCells['form']>> = { numeric: 'number', datetime: 'time' };

/** Shares of rows by period, of columns that both files have. */
async function sharesOf(
  looked: readonly Looked[],
  { data, schema, axis, signal }: CountedRows,
): Promise<Map<string, Shares>> {
  if (axis === null) return new Map();
  const { timeColumn, unit } = axis;
  const typeOf = new Map(schema.map(({ name, type }) => [name, type]));
  const wanted = looked.filter(
    ({ column: { name }, level, missing }) => (level !== null || missing) && isInAll(data, name),
  );
  if (wanted.length === 0 || !isInAll(data, timeColumn)) return new Map();
  const counted = await mapSidesAsync(data, (set, side) => {
    const columnIn = (name: string) =>
      elementAt(
        set.columns.filter((column) => column.name === name),
        0,
      );
    const cells = wanted.map(({ column: { name }, level }): CountedCells => ({
      ...{ column: columnIn(name), form: READ_AS[typeOf.get(name) ?? 'text'] ?? 'text', text: level?.level ?? null },
    }));
    return periodCounts(set, { column: columnIn(timeColumn), starts: axis.axes[side]?.starts ?? [] }, cells, signal);
  });
  const series = (
    i: number,
    shareIn: (counts: PeriodCounts) => { part: Float64Array; whole: Float64Array },
  ): OverTime => ({
    ...{ timeColumn, unit },
    periods: mapSides(counted, (counts, side) => shares(shareIn(elementAt(counts, i)), axis.axes[side]?.starts ?? [])),
  });
  return new Map(
    wanted.map(({ column: { name }, level, missing }, i) => [
      name,
      {
        level: level === null ? null : series(i, ({ holding, filled }) => ({ part: holding, whole: filled })),
        missing: missing
          ? series(i, ({ rows, filled }) => ({
              part: rows.map((count, period) => count - filled[period]!),
              whole: rows,
            }))
          : null,
      },
    ]),
  );
}

const isInAll = (data: PerSide<DataSet>, name: string): boolean =>
  Object.values(data).every(({ columns }) => columns.some((column) => column.name === name));

const shares = ({ part, whole }: { part: Float64Array; whole: Float64Array }, starts: readonly number[]): Period[] =>
  Array.from(whole, (count, i) => ({
    ...{ start: elementAt(starts, i), end: elementAt(starts, i + 1), count, std: null },
    mean: count > 0 ? part[i]! / count : null,
  }));
