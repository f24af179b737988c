import { levelSteps, type DatedSeries } from '../../../src/analysis/where/level-step.ts';
import { isDated } from '../../../src/facts/document/drift.ts';
import type { Period } from '../../../src/facts/document/distribution.ts';
import { normalQuantile } from '../../../src/stats/distributions/normal.ts';
import { seededRandom, type Random } from '../../../src/stats/random.ts';
import { autoregressive, normal } from '../draws.ts';
import { markdownTable, percent } from '../tables.ts';

/** Days of rows, of which some are of a kind, or have a size; the second half of the days is the current file. */
export interface SharesCell {
  periods: number;
  /** Rows of a day. */
  rows: number;
  /** Correlation of neighbouring rows. */
  memory: number;
  /** Correlation of neighbouring days, whose levels then vary by half a standard deviation of rows; absent where they do not. */
  slow?: number;
  /** A share before and after, a factor of sizes, or a straight rise over all days in standard deviations of rows. */
  change: { share: [number, number] } | { factor: number; heavy: boolean } | { slope: number };
}

/** A date counts as found from so many periods on either side. */
const NEAR = 3;
const DAY = 86_400_000;
const FIRST = Date.UTC(2026, 0, 5);

const formOf = (change: SharesCell['change']): NonNullable<DatedSeries['form']> =>
  'share' in change ? 'share' : 'factor' in change ? 'size' : 'mean';

/** Whether there is one date to tell. */
export const isStep = (change: SharesCell['change']): boolean =>
  'share' in change ? change.share[0] !== change.share[1] : 'factor' in change && change.factor !== 1;

/** A series of a cell, and the first day of its second level; the step lies among the middle two thirds. */
export function drawDays(
  { periods, rows, memory, slow, change }: SharesCell,
  random: Random,
): { series: DatedSeries; cut: number } {
  const draws = autoregressive(memory)(random, rows * periods);
  const levels = slow === undefined ? new Float64Array(periods) : autoregressive(slow)(random, periods);
  const cut = isStep(change) ? Math.floor(periods * (1 / 6 + (2 / 3) * random())) : NaN;
  const days = Array.from({ length: periods }, (_, day): Period => {
    const own = draws.subarray(rows * day, rows * (day + 1)).map((draw) => draw + levels[day]! / 2);
    const start = FIRST + day * DAY;
    return {
      start,
      end: start + DAY,
      count: rows,
      mean: meanOf(own, day >= cut, { change, random, part: day / periods }),
      std: null,
    };
  });
  const half = Math.floor(periods / 2);
  const sides = { reference: days.slice(0, half), current: days.slice(half) };
  return { series: { timeColumn: 'day', unit: 'day', periods: sides, form: formOf(change) }, cut };
}

function meanOf(
  own: Float64Array,
  isAfter: boolean,
  { change, random, part }: { change: SharesCell['change']; random: Random; part: number },
): number {
  const mean = (valueOf: (draw: number) => number): number =>
    own.reduce((sum, draw) => sum + valueOf(draw), 0) / own.length;
  if ('share' in change) {
    const limit = normalQuantile(change.share[isAfter ? 1 : 0]);
    return mean((draw) => Number(draw < limit));
  }
  if ('slope' in change) return mean((draw) => draw) + change.slope * part;
  const factor = isAfter ? change.factor : 1;
  // t of three degrees of freedom: a normal number over the root of a mean of three squares.
  const tail = (): number => Math.sqrt((normal(random) ** 2 + normal(random) ** 2 + normal(random) ** 2) / 3);
  return mean((draw) => (factor * Math.abs(draw)) / (change.heavy ? tail() : 1));
}

/** Shares of series with a date, with one within three days of the true one, and of dates whose interval holds it. */
export function datedSharesOf(cell: SharesCell, runs: number): { dated: number; near: number; covered: number } {
  const random = seededRandom(31);
  const drawn = Array.from({ length: runs }, () => drawDays(cell, random));
  const found = levelSteps(
    drawn.map(({ series }) => series),
    1,
  );
  const dated = found.flatMap((dating, i) => {
    const cut = FIRST + (drawn[i]?.cut ?? NaN) * DAY;
    return isDated(dating)
      ? [{ near: Math.abs(dating.at - cut) <= NEAR * DAY, covered: dating.low <= cut && cut <= dating.high }]
      : [];
  });
  return {
    dated: dated.length / runs,
    near: dated.filter(({ near }) => near).length / runs,
    covered: dated.filter(({ covered }) => covered).length / dated.length,
  };
}

const HUNDRED = { rows: 100, memory: 0 };
const kinds: {
  name: string;
  cell: Omit<SharesCell, 'periods' | 'change'>;
  changes: [string, SharesCell['change']][];
}[] = [
  {
    ...{ name: 'missing cells, 2 % of 100 rows', cell: HUNDRED },
    changes: [
      ['nothing', { share: [0.02, 0.02] }],
      ['2 % → 6 %', { share: [0.02, 0.06] }],
    ],
  },
  {
    ...{ name: 'wrong rows, 10 % of 100 rows', cell: HUNDRED },
    changes: [
      ['nothing', { share: [0.1, 0.1] }],
      ['10 % → 20 %', { share: [0.1, 0.2] }],
    ],
  },
  {
    ...{ name: 'a category, 30 % of 100 rows', cell: HUNDRED },
    changes: [
      ['nothing', { share: [0.3, 0.3] }],
      ['30 % → 45 %', { share: [0.3, 0.45] }],
    ],
  },
  {
    ...{ name: 'the same, rows AR .9', cell: { rows: 100, memory: 0.9 } },
    changes: [
      ['nothing', { share: [0.3, 0.3] }],
      ['30 % → 45 %', { share: [0.3, 0.45] }],
    ],
  },
  {
    ...{ name: 'a category of days that are AR .9', cell: { rows: 100, memory: 0, slow: 0.9 } },
    changes: [['nothing', { share: [0.3, 0.3] }]],
  },
  {
    ...{ name: 'sizes of normal errors, 100 rows', cell: HUNDRED },
    changes: [
      ['nothing', { factor: 1, heavy: false }],
      ['+ 0.5 σ', { factor: 1.378, heavy: false }],
    ],
  },
  {
    ...{ name: 'sizes of heavy errors (t₃), 100 rows', cell: HUNDRED },
    changes: [
      ['nothing', { factor: 1, heavy: true }],
      ['+ 0.5 σ', { factor: 1.606, heavy: true }],
    ],
  },
  { name: 'means of 100 rows', cell: HUNDRED, changes: [['a straight rise by 1 σ', { slope: 1 }]] },
];

/** The cells of the table, by name. */
export const sharesCells: { name: string; what: string; cell: SharesCell }[] = kinds.flatMap(
  ({ name, cell, changes }) =>
    [20, 60, 200].flatMap((periods) =>
      changes.map(([what, change]) => ({ name, what, cell: { ...cell, periods, change } })),
    ),
);

/** How often shares and sizes are dated where nothing changed, where they stepped, and where they rose little by little. */
export function datedSharesTable(runs: number): string {
  const measured = sharesCells.map(({ name, what, cell }) => {
    const { dated, near, covered } = datedSharesOf(cell, runs);
    console.log(name, JSON.stringify(cell), dated, near, covered);
    const ofStep = isStep(cell.change) ? [percent(near), dated === 0 ? '–' : percent(covered)] : ['–', '–'];
    return [name, String(cell.periods), what, String(runs), percent(dated), ...ofStep];
  });
  return markdownTable(
    ['days', 'how many', 'what happened', 'series', 'dated', 'within 3 days', 'interval holds the date'],
    measured,
  );
}
