import { SCORE_BINS, type CountedScores, type SummarisedModel } from '../../../src/facts/summary-file.ts';

const DAY = 86_400_000;

/** Rows of a classifier: the true class (−1 where missing), the predicted one, and probabilities by class, or of the second of two alone. */
export interface Rows {
  truth: ArrayLike<number>;
  predicted: ArrayLike<number>;
  scores: readonly Float64Array[];
}

/** What a summary file counts of a classifier's rows, so many of which make a day; without it they have no time. */
export function countedModel(
  { truth, predicted, scores }: Rows,
  classes: readonly string[],
  perDay = 0,
): Pick<SummarisedModel, 'confusion' | 'scores'> {
  const dayOf = (row: number): number => (perDay === 0 ? NaN : Math.floor(row / perDay) * DAY);
  const confusion = new Map<string, SummarisedModel['confusion'][number]>();
  const cells = new Map<string, Map<string, { day: number; bin: number; n: number; total: number }>>();
  for (let row = 0; row < truth.length; row++) {
    const [day, target] = [dayOf(row), classes[truth[row]!]];
    if (target === undefined) continue;
    const guess = classes[predicted[row]!];
    if (guess !== undefined) {
      const key = `${String(day)} ${target} ${guess}`;
      const cell = confusion.get(key) ?? { day, target, predicted: guess, n: 0 };
      confusion.set(key, { ...cell, n: cell.n + 1 });
    }
    scores.forEach((column, place) => {
      const p = column[row]!;
      if (!(p >= 0 && p <= 1)) return;
      const bin = Math.min(SCORE_BINS - 1, Math.floor(p * SCORE_BINS));
      const held = cells.get(`${String(place)} ${target}`) ?? new Map<string, never>();
      cells.set(`${String(place)} ${target}`, held);
      const key = `${String(day)} ${String(bin)}`;
      const cell = held.get(key) ?? { day, bin, n: 0, total: 0 };
      held.set(key, { day, bin, n: cell.n + 1, total: cell.total + p });
    });
  }
  return {
    confusion: [...confusion.values()],
    scores: [...cells].map(([key, held]): CountedScores => {
      const [place = '', target = ''] = key.split(' ');
      const list = [...held.values()];
      const ofClass = scores.length === 1 ? 1 : Number(place);
      return {
        ...{ column: `p${place}`, label: classes[ofClass] ?? '', target },
        days: Float64Array.from(list, ({ day }) => day),
        bins: Float64Array.from(list, ({ bin }) => bin),
        n: Float64Array.from(list, ({ n }) => n),
        total: Float64Array.from(list, ({ total }) => total),
      };
    }),
  };
}
