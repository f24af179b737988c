import { byCodePoint } from '../../facts/by-code-point.ts';
import { elementAt } from '../../facts/element-at.ts';
import { SUMMED_ERRORS, type SummarisedModel } from '../../facts/summary-file.ts';
import type { Definitions } from './definitions.ts';
import { byLabel, byStart, inTime } from './in-time.ts';
import type { SummaryTable } from './summary-table.ts';
import type { Sums } from './sums.ts';

type ByName = ReadonlyMap<string, Sums> | undefined;
type Scores = SummarisedModel['scores'];

/**
 * What was counted of the target and what predicts it.
 * @param table the summary file
 * @param definitions which columns are probabilities of which classes
 * @param sums by name
 * @throws PlumblineError for scores of a column that is not introduced, and sums of errors that are not known
 */
export function modelOf(
  table: SummaryTable,
  { probabilities }: Definitions,
  sums: { confusion: ByName; scores: ByName; errors: ByName },
): SummarisedModel {
  return {
    confusion: [...(sums.confusion?.values() ?? [])].flatMap(cellsOf).sort(byDayAndClass),
    scores: [...(sums.scores ?? [])]
      .sort(([a], [b]) => byCodePoint(a, b))
      .flatMap(([column, counted]) => {
        const label = probabilities.get(column);
        if (label === undefined) throw table.problem({ problem: 'unlisted', kind: 'score', name: column });
        return scoresOf(column, label, counted);
      }),
    errors: errorsOf(table, sums.errors),
  };
}

type Cell = SummarisedModel['confusion'][number];

/**
 * The order of counts by class; rows without a time come first.
 * @param a one
 * @param b another
 */
export const byDayAndClass = (a: Cell, b: Cell): number =>
  byStart(a.day, b.day) || byCodePoint(a.target, b.target) || byCodePoint(a.predicted, b.predicted);

const cellsOf = (sums: Sums): Cell[] =>
  sums.labels.map((target, i) => ({
    ...{ day: elementAt(sums.starts, i), target, predicted: elementAt(sums.partners, i), n: elementAt(sums.n, i) },
  }));

const scoresOf = (column: string, label: string, sums: Sums): Scores =>
  [...byLabel(sums)]
    .sort(([a], [b]) => byCodePoint(a, b))
    .map(([target, places]) => ({ column, label, target, ...scoreCells(sums, places) }));

/** In order; a day without text and one of an empty text are the same. */
function scoreCells(sums: Sums, places: readonly number[]): Pick<Scores[number], 'days' | 'bins' | 'n' | 'total'> {
  const filled = Uint32Array.from(places.filter((place) => elementAt(sums.n, place) > 0)).sort(
    (a, b) => byStart(sums.starts[a]!, sums.starts[b]!) || sums.bins[a]! - sums.bins[b]!,
  );
  const isNew = (place: number, i: number): boolean => {
    const before = filled[i - 1];
    return (
      before === undefined ||
      !Object.is(sums.starts[before], sums.starts[place]) ||
      sums.bins[before] !== sums.bins[place]
    );
  };
  const first = filled.filter(isNew);
  const cells = {
    days: Float64Array.from(first, (place) => elementAt(sums.starts, place)),
    bins: Float64Array.from(first, (place) => elementAt(sums.bins, place)),
    n: new Float64Array(first.length),
    total: new Float64Array(first.length),
  };
  let cell = -1;
  filled.forEach((place, i) => {
    if (isNew(place, i)) cell++;
    cells.n[cell]! += elementAt(sums.n, place);
    cells.total[cell]! += elementAt(sums.total, place);
  });
  return cells;
}

function errorsOf(table: SummaryTable, sums: ByName): SummarisedModel['errors'] {
  if (sums === undefined) return null;
  const known: readonly string[] = SUMMED_ERRORS;
  for (const name of sums.keys()) {
    if (!known.includes(name)) throw table.problem({ problem: 'unlisted', kind: 'error', name });
  }
  const empty = new Float64Array();
  const entries = SUMMED_ERRORS.map((name) => {
    const found = sums.get(name);
    return [
      name,
      found === undefined ? { starts: empty, n: empty, total: empty, squares: empty } : inTime(found),
    ] as const;
  });
  return Object.fromEntries(entries) as SummarisedModel['errors'];
}
