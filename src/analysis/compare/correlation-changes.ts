import type { CorrelationMatrix } from '../../facts/document/distribution.ts';
import type { ColumnResult } from '../../facts/document/drift.ts';
import type { PerSide, Side } from '../../facts/document/side.ts';
import type { Config } from '../../facts/settings/settings.ts';
import type { Spread } from '../../stats/depend/batch-spread.ts';
import {
  bartlettTime,
  correlationChange,
  largestByChance,
  type Correlated,
  type CorrelationChange,
} from '../../stats/depend/correlation-change.ts';
import { corrections } from './corrections.ts';
import type { SpreadMatrix } from './correlation-matrices.ts';

/** A matrix before its pairs are tested. */
export type FoundMatrix = Omit<CorrelationMatrix, 'changedMost' | 'tested'> & { spreads: PerSide<SpreadMatrix> };

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
  return matrices.map(({ spreads: _, ...matrix }, i) => ({ ...matrix, ...summed(pairs[i] ?? [], qOf, alpha) }));
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

function pairsOf({ method, columns, values, spreads }: FoundMatrix, times: TimesOf): Pair[] {
  const { reference, current } = values;
  if (reference === undefined || current === undefined) return [];
  return columns.flatMap((b, i) =>
    columns.slice(0, i).flatMap((a, j): Pair[] => {
      const side = (name: Side, value: number): Correlated | null => {
        const spread = spreads[name]?.[i]?.[j] ?? null;
        return spread && { value, spread, time: timeOf({ a: times.get(a)?.[name], b: times.get(b)?.[name] }, spread) };
      };
      const referenceValue = reference[i]?.[j] ?? null;
      const currentValue = current[i]?.[j] ?? null;
      if (referenceValue === null || currentValue === null) return [];
      const sides = [side('reference', referenceValue), side('current', currentValue)] as const;
      const change =
        method === 'cramers_v' || sides[0] === null || sides[1] === null
          ? null
          : correlationChange(method, sides[0], sides[1]);
      return [
        { a, b, reference: referenceValue, current: currentValue, difference: currentValue - referenceValue, change },
      ];
    }),
  );
}

type ColumnTime = { rows: number; time: number } | undefined;

/** Of the rows that a coefficient is of: in a sample of every so many, fewer depend on each other. A column of unknown memory is taken for one like the other. */
function timeOf({ a, b }: { a: ColumnTime; b: ColumnTime }, { rows }: Spread): number {
  const [x, y] = [a ?? b, b ?? a];
  if (x === undefined || y === undefined) return 1;
  const share = Math.min(1, rows / Math.max(1, Math.min(x.rows, y.rows)));
  return 1 + (bartlettTime(x.time, y.time) - 1) * share;
}
