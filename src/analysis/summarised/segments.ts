import { ENOUGH_ROWS } from '../../facts/limits.ts';
import { byCodePoint } from '../../facts/by-code-point.ts';
import { largest } from '../../facts/extremes.ts';
import type { Estimate } from '../../facts/document/model/estimates.ts';
import type { Performance } from '../../facts/document/performance.ts';
import type { CountedSegment, SegmentTable } from '../../facts/document/segments.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import { quote } from '../../facts/statements/statement.ts';
import type { Config } from '../../facts/settings/settings.ts';
import type { SummarisedSegment, SummaryFile } from '../../facts/summary-file.ts';
import { labelsOf } from './classes.ts';
import { meanOfStretches, type MeanSums } from './mean-of-stretches.ts';
import { classOf } from './scores/class-scores.ts';

/** So many segments are listed, those with most rows. */
const MOST_LISTED = 100;

type Measure = SegmentTable['measure'];
/** Sums of what is measured over the rows of a segment. */
type SumsOf = (segment: SummarisedSegment) => MeanSums;

/**
 * Rows and the model's error by segment, as summary files count them; null where they do not. Segments of fewer than five rows in each file are
 * put together, and of fewer than five rows no mean is told.
 * @param files the summaries
 * @param performance what was measured of the model
 * @param config labels that stand for others
 */
export function summarisedSegments(
  files: PerSide<SummaryFile>,
  performance: Performance | null,
  config: Config,
): SegmentTable | null {
  const known = mapSides(files, ({ segments }) => new Map(segments.map((segment) => [segment.segment, segment])));
  const names = [...new Set(Object.values(known).flatMap((segments) => [...segments.keys()]))];
  if (names.length === 0) return null;
  const { measure, sumsOf } = measureOf(files, performance, config);
  const rowsOf = (name: string): number =>
    largest(
      Object.values(known).map((found) => found.get(name)?.rows ?? 0),
      0,
    );
  const ranked = names.toSorted((a, b) => rowsOf(b) - rowsOf(a) || byCodePoint(a, b));
  const listed = ranked.filter((name) => rowsOf(name) >= ENOUGH_ROWS).slice(0, MOST_LISTED);
  const counted = (members: readonly string[]): CountedSegment => {
    const parts: PerSide<SummarisedSegment[]> = {};
    mapSides(known, (found, side) => {
      const named = members.flatMap((name) => found.get(name) ?? []);
      if (named.length > 0) parts[side] = named;
    });
    const rows = mapSides(parts, (named) => named.reduce((sum, segment) => sum + segment.rows, 0));
    return {
      rows,
      share: mapSides(rows, (count, side) => count / (files[side]?.rows ?? NaN)),
      measure: sumsOf === null ? {} : mapSides(parts, (named) => meanOf(named.map(sumsOf), measure)),
    };
  };
  const left = ranked.filter((name) => !listed.includes(name));
  return {
    measure,
    segments: listed.map((name) => ({ name: quote(name, rowsOf(name)), ...counted([name]) })),
    ...(left.length > 0 && { others: { segments: left.length, ...counted(left) } }),
  };
}

function measureOf(
  files: PerSide<SummaryFile>,
  performance: Performance | null,
  config: Config,
): { measure: Measure; sumsOf: SumsOf | null } {
  if (performance?.state !== 'measured') return { measure: null, sumsOf: null };
  const { task, target, prediction } = performance;
  if (task === 'regression') return { measure: 'mae', sumsOf: absoluteErrors };
  if (prediction === null) return { measure: null, sumsOf: null };
  const labels = labelsOf(files, { target, prediction, probabilities: new Set() }, config);
  return {
    measure: 'error_rate',
    sumsOf: ({ confusion }) => {
      const wrong = (cell: (typeof confusion)[number]): boolean =>
        classOf(labels, cell.target) !== classOf(labels, cell.predicted);
      return confusion.map((cell) => {
        const total = wrong(cell) ? cell.n : 0;
        return { start: cell.day, n: cell.n, total, squares: total };
      });
    },
  };
}

const absoluteErrors: SumsOf = ({ errors }) =>
  Array.from(errors?.starts ?? [], (start, i) => ({
    ...{ start, n: errors?.n[i] ?? 0 },
    ...{ total: errors?.total[i] ?? 0, squares: errors?.squares[i] ?? 0 },
  }));

/** Of fewer than five rows the mean would tell of single ones. */
function meanOf(parts: readonly MeanSums[], measure: Measure): Estimate | null {
  const sums = parts.flat();
  const rows = sums.reduce((total, { n }) => total + n, 0);
  return rows < ENOUGH_ROWS ? null : meanOfStretches(sums, measure === 'error_rate');
}
