import type { CorrelationMatrix } from '../../facts/document/distribution.ts';
import type { ColumnResult } from '../../facts/document/drift.ts';
import type { PerSide, Side } from '../../facts/document/side.ts';
import { isOfNumbers, type NumberCorrelation } from '../../facts/methods.ts';
import type { Config } from '../../facts/settings/settings.ts';
import { associationChange } from '../../stats/depend/association-change.ts';
import {
  bartlettTime,
  correlationChange,
  largestByChance,
  type CorrelationChange,
} from '../../stats/depend/correlation-change.ts';
import { corrections } from './corrections.ts';
import type { AssociationMatrix, SpreadMatrix } from './correlation-matrices.ts';

/** A matrix before its pairs are tested. */
export type FoundMatrix = Omit<CorrelationMatrix, 'changedMost' | 'tested'> & {
  spreads: PerSide<SpreadMatrix>;
  /** Of Cramér's V, in their place. */
  associations?: PerSide<AssociationMatrix>;
};

type Changed = CorrelationMatrix['changedMost'][number];

/** A smaller difference of two coefficients is never called changed, however sure it is. */
const MINIMUM = 0.1;
const MOST_PAIRS = 20;

interface Pair extends Pick<Changed, 'a' | 'b' | 'reference' | 'current' | 'difference'> {
  change: CorrelationChange | null;
}

type TimesOf = ReadonlyMap<string, PerSide<{ rows: number; time: number }>>;

/** Which coefficients differ between the files by more than chance, corrected over the pairs of all matrices. */
export function correlationChanges(
  matrices: readonly FoundMatrix[],
  columns: readonly ColumnResult[],
  { alpha, correction }: Pick<Config, 'alpha' | 'correction'>,
): CorrelationMatrix[] {
  const times = timesOf(columns);
  const pairs = matrices.map((matrix) => pairsOf(matrix, times));
  const tested = pairs.flat().flatMap(({ change }) => change ?? []);
  const corrected = corrections[correction](tested.map(({ pValue }) => pValue));
  const qOf = new Map(tested.map((change, i) => [change, corrected[i] ?? 1]));
  return matrices.map(({ spreads: _, associations: __, ...matrix }, i) => ({
    ...matrix,
    ...summed(pairs[i] ?? [], qOf, alpha),
  }));
}

function summed(
  pairs: readonly Pair[],
  qOf: ReadonlyMap<CorrelationChange, number>,
  alpha: number,
): Pick<CorrelationMatrix, 'changedMost' | 'tested'> {
  const judged = pairs.map(({ change, ...pair }): Changed => {
    if (change === null) return pair;
    const qValue = qOf.get(change) ?? 1;
    const isChanged = qValue < alpha && Math.abs(pair.difference) >= MINIMUM;
    return { ...pair, pValue: change.pValue, qValue, changed: isChanged };
  });
  const first = (pair: Changed): number => (pair.changed === true ? 2 : 0) + Math.abs(pair.difference) / 4;
  const changedMost = [...judged].sort((x, y) => first(y) - first(x)).slice(0, MOST_PAIRS);
  const tested = judged.filter(({ pValue }) => pValue !== undefined);
  if (tested.length === 0) return { changedMost };
  const changes = pairs.flatMap(({ change }) => change ?? []);
  return {
    changedMost,
    tested: {
      pairs: tested.length,
      changed: tested.filter(({ changed }) => changed).length,
      largest: tested.reduce((largest, { difference }) => Math.max(largest, Math.abs(difference)), 0),
      largestByChance: largestByChance(changes, alpha),
      minimum: MINIMUM,
    },
  };
}

/** How many rows of a column tell as much as one, as the evidence on it has it. */
const timesOf = (columns: readonly ColumnResult[]): TimesOf =>
  new Map(
    columns.flatMap(({ name, drift }) => {
      if (drift === null || 'notTested' in drift) return [];
      const { rows, effectiveSize } = drift.evidence;
      const timeAt = (side: Side) => ({ rows: rows[side], time: Math.max(1, rows[side] / effectiveSize[side]) });
      return [[name, { reference: timeAt('reference'), current: timeAt('current') }]];
    }),
  );

function pairsOf(matrix: FoundMatrix, times: TimesOf): Pair[] {
  const { columns, values } = matrix;
  const { reference, current } = values;
  if (reference === undefined || current === undefined) return [];
  return columns.flatMap((b, i) =>
    columns.slice(0, i).flatMap((a, j): Pair[] => {
      const referenceValue = reference[i]?.[j] ?? null;
      const currentValue = current[i]?.[j] ?? null;
      if (referenceValue === null || currentValue === null) return [];
      const found = { reference: referenceValue, current: currentValue };
      const timeIn = (side: Side, rows: number): number =>
        timeOf({ a: times.get(a)?.[side], b: times.get(b)?.[side] }, rows);
      const change = isOfNumbers(matrix.method)
        ? ofNumbers({ ...matrix, method: matrix.method }, { i, j, timeIn, values: found })
        : ofCategories(matrix, { i, j, timeIn });
      return [{ a, b, ...found, difference: currentValue - referenceValue, change }];
    }),
  );
}

/** Where a pair stands in its matrix, and how many rows of a side tell as much of it as one. */
interface Place {
  i: number;
  j: number;
  timeIn: (side: Side, rows: number) => number;
}

function ofNumbers(
  { method, spreads }: FoundMatrix & { method: NumberCorrelation },
  { i, j, timeIn, values }: Place & { values: Record<Side, number> },
): CorrelationChange | null {
  const [reference, current] = [spreads.reference?.[i]?.[j] ?? null, spreads.current?.[i]?.[j] ?? null];
  if (reference === null || current === null) return null;
  return correlationChange(
    method,
    { value: values.reference, spread: reference, time: timeIn('reference', reference.rows) },
    { value: values.current, spread: current, time: timeIn('current', current.rows) },
  );
}

function ofCategories({ associations = {} }: FoundMatrix, { i, j, timeIn }: Place): CorrelationChange | null {
  const [reference, current] = [associations.reference?.[i]?.[j] ?? null, associations.current?.[i]?.[j] ?? null];
  if (reference === null || current === null) return null;
  return associationChange(
    { ...reference, time: timeIn('reference', reference.rows) },
    { ...current, time: timeIn('current', current.rows) },
  );
}

type ColumnTime = { rows: number; time: number } | undefined;

/** Of the rows that a coefficient is of: in a sample of every so many, fewer depend on each other. A column of unknown memory is taken for one like the other. */
function timeOf({ a, b }: { a: ColumnTime; b: ColumnTime }, rows: number): number {
  const [x, y] = [a ?? b, b ?? a];
  if (x === undefined || y === undefined) return 1;
  const share = Math.min(1, rows / Math.max(1, Math.min(x.rows, y.rows)));
  return 1 + (bartlettTime(x.time, y.time) - 1) * share;
}
