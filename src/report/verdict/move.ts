import type { ColumnQuality } from '../../facts/document/columns.ts';
import { toldLevel } from '../../analysis/compare/gaps.ts';
import type { ColumnDrift, ColumnResult } from '../../facts/document/drift.ts';
import type { Side } from '../../facts/document/side.ts';
import type { Move } from '../../facts/statements/moves.ts';
import { quote } from '../../facts/statements/statement.ts';

/** A difference of means (or of standard deviations) that makes up so much of the distance says what happened. */
const MOST_OF_IT = 0.5;

/**
 * In which way a column differs: in the mean where that makes up most of the distance between both sides, else in the
 * standard deviation where that does, else in its shape; categories in the level whose share differs most.
 * @param time whether its numbers are times
 * @returns null where both sides are alike, or nothing tells in which way they are not
 */
export function moveOf({ quality }: Pick<ColumnResult, 'quality'>, drift: ColumnDrift, time: boolean): Move | null {
  const { effect, curveGap, matchedMoments } = drift;
  const told = toldLevel(drift);
  if (told !== null) {
    const { level, rows, reference: before, current: after } = told;
    return { way: 'level', level: quote(level, rows), before, after };
  }
  const distance = effect.raw ?? 0;
  if (distance === 0) return null;
  const upTo =
    time || curveGap === undefined
      ? null
      : { value: curveGap.value, before: curveGap.reference, after: curveGap.current };
  const sides = { reference: matchedMoments ?? quality.reference, current: quality.current };
  const mean = pairOf(sides, 'mean');
  if (mean !== null && Math.abs(mean.after - mean.before) >= MOST_OF_IT * distance)
    return { way: 'mean', time, ...mean, upTo };
  const std = pairOf(sides, 'std');
  if (std !== null && Math.abs(std.after - std.before) >= MOST_OF_IT * distance)
    return { way: 'spread', time, ...std, upTo };
  return upTo && { way: 'shape', upTo };
}

type Moments = Pick<ColumnQuality, 'mean' | 'std'>;

function pairOf(
  { reference, current }: { [Name in Side]: Moments | undefined },
  name: keyof Moments,
): { before: number; after: number } | null {
  const [before, after] = [reference?.[name] ?? null, current?.[name] ?? null];
  return before === null || after === null ? null : { before, after };
}
