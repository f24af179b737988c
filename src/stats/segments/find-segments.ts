import { largest } from '../../facts/extremes.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { besideEachOther, countCells, type Cells, type Totals } from './cells.ts';
import { bestRectangle, binsOf, type Axis, type Rectangle, type Score } from './rectangle.ts';
import { isLargeEnough, scoreOf, type Aim, type Whole } from './scores.ts';

/** A column in bins: one byte a row, counted from 0; `bins` stands for a missing value. At most 254 bins. */
export interface BinnedColumn {
  bins: number;
  /** Which bins are neighbours: of numbers those beside each other, of the clock also the last and the first, of categories any. */
  order: 'line' | 'circle' | 'free';
  codes: PerSide<Uint8Array>;
}

/** Bins of a column, by its place among those searched. */
export interface BinSet {
  column: number;
  bins: number[];
}

/** Rows whose bins are among some of one or two columns. */
export interface FoundSegment {
  aim: Aim;
  sets: BinSet[];
  score: number;
}

/** Pairs are looked at among so many columns, those that stand out most by themselves. */
const PAIRED_COLUMNS = 60;
/** A pair has to stand out more than either column alone does, by this factor and so many standard errors: it has more ways to. */
const PAIR_FACTOR = 1.15;
const PAIR_MORE = 1;
const NO_AXIS: Axis = { bins: [0], isCircular: false, separate: [] };

/** What is looked for, in which rows. */
interface Search {
  aim: Aim;
  whole: Whole;
  score: Score;
}

/**
 * Segments that stand out in the rows that are searched: the best one of every column and of every pair of columns, by each aim.
 * Nothing is said yet of whether they do in other rows. O(rows · pairs).
 * @param given columns in bins
 * @param givenLosses of the rows that are searched; absent where they are only counted
 * @param aims what to look for
 * @returns those that stand out most first, for each aim
 */
export function findSegments(
  given: readonly BinnedColumn[],
  givenLosses: PerSide<Float64Array>,
  aims: readonly Aim[],
): FoundSegment[][] {
  const { columns, losses } = besideEachOther(given, givenLosses);
  const whole = wholeOf(columns, losses);
  const searches = aims.map((aim): Search => ({ aim, whole, score: scoreOf(aim, whole) }));
  const singles = columns.map(({ codes, bins }) => countCells(codes, null, losses, { height: bins + 1, width: 1 }));
  const axes = searches.map((search) => columns.map((column, place) => axisOf(column, singles[place]!, search.score)));
  const singleBest = searches.map((search, k) =>
    singles.map((cells, place) => bestOfOne(search, { cells, place, axis: axes[k]![place]! })),
  );
  const standing = columns.map((_, place) => largest(singleBest.map((found) => found[place]?.score ?? -Infinity)));
  const paired = [...columns.keys()].toSorted((a, b) => standing[b]! - standing[a]!).slice(0, PAIRED_COLUMNS);
  const found = singleBest.map((segments) => segments.filter((segment) => segment !== null));
  for (const [i, first] of paired.entries()) {
    for (const second of paired.slice(0, i)) {
      const cells = countCells(columns[first]!.codes, columns[second]!.codes, losses, {
        ...{ height: columns[first]!.bins + 1, width: columns[second]!.bins + 1 },
      });
      for (const [k, search] of searches.entries()) {
        const singleScore = Math.max(singleBest[k]![first]?.score ?? 0, singleBest[k]![second]?.score ?? 0, 0);
        const ofPair = [axes[k]![first]!, axes[k]![second]!] as const;
        const best = bestIn(search, cells, ofPair);
        if (best !== null && best.score >= PAIR_FACTOR * singleScore + PAIR_MORE)
          found[k]!.push({ aim: search.aim, score: best.score, sets: setsOf([first, second], ofPair, best) });
      }
    }
  }
  return found.map((segments) => segments.toSorted((a, b) => b.score - a.score));
}

function bestOfOne(
  search: Search,
  { cells, place, axis }: { cells: Cells; place: number; axis: Axis },
): FoundSegment | null {
  const axes = [axis, NO_AXIS] as const;
  const best = bestIn(search, cells, axes);
  return best && { aim: search.aim, score: best.score, sets: setsOf([place], axes, best) };
}

function bestIn({ aim, whole, score }: Search, cells: Cells, [first, second]: readonly [Axis, Axis]): Rectangle | null {
  const best = bestRectangle({ cells, first, second }, score);
  return best !== null && best.score > 0 && isLargeEnough(aim, best.totals, whole) ? best : null;
}

const setsOf = (places: readonly number[], axes: readonly [Axis, Axis], { first, second }: Rectangle): BinSet[] =>
  places.map((column, i) => ({ column, bins: binsOf(axes[i]!, i === 0 ? first : second) }));

/** Categories are neighbours in the order of how far each stands out. */
function axisOf({ bins, order }: BinnedColumn, cells: Cells, score: Score): Axis {
  const inOrder = Array.from({ length: bins }, (_, bin) => bin);
  if (order !== 'free') return { bins: inOrder, isCircular: order === 'circle', separate: [bins] };
  const effects = inOrder.map((bin) => {
    const [rows, rowsBefore] = [cells.rows[bin]!, cells.rowsBefore[bin]!];
    return score(rows, cells.sums[bin]!, rowsBefore, cells.sumsBefore[bin]!) / Math.sqrt(rows + rowsBefore);
  });
  const keys = effects.map((effect) => (effect === effect ? effect : -Infinity));
  return { bins: inOrder.toSorted((a, b) => keys[b]! - keys[a]!), isCircular: false, separate: [bins] };
}

function wholeOf([first]: readonly BinnedColumn[], { current, reference }: PerSide<Float64Array>): Whole {
  const currentMoments = momentsOf(current);
  const referenceMoments = momentsOf(reference);
  const totals: Totals = {
    ...{ rows: first?.codes.current?.length ?? 0, sum: currentMoments.sum },
    ...{ rowsBefore: first?.codes.reference?.length ?? 0, sumBefore: referenceMoments.sum },
  };
  return { totals, spread: currentMoments.deviation, spreadBefore: referenceMoments.deviation };
}

function momentsOf(losses: Float64Array | undefined): { sum: number; deviation: number } {
  if (losses === undefined || losses.length === 0) return { sum: 0, deviation: 0 };
  let sum = 0;
  for (let i = 0; i < losses.length; i++) sum += losses[i]!;
  const mean = sum / losses.length;
  let squares = 0;
  for (let i = 0; i < losses.length; i++) squares += (losses[i]! - mean) ** 2;
  return { sum, deviation: Math.sqrt(squares / losses.length) };
}
