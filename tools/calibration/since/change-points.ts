import { seededRandom, type Random } from '../../../src/stats/random.ts';
import { CALLED, changePointFinder, type ChangePoint } from '../../../src/stats/sequence/change-point/change-point.ts';
import type { PeriodSeries } from '../../../src/stats/sequence/change-point/step-fit.ts';
import { autoregressive } from '../draws.ts';
import { markdownTable, percent } from '../tables.ts';

/** Means of periods, as they come where nothing changed. */
export interface PeriodCell {
  /** Rows of a period; null where the means themselves are drawn. */
  rows: number | null;
  periods: number;
  /** Correlation of neighbouring rows, or of neighbouring means where these are drawn. */
  memory: number;
  /** How far Sundays lie below the other days, in standard deviations of rows. */
  week: number;
  /** By how much the level rises, in standard deviations of rows (or of the means). */
  step: number;
}

export interface SteppedSeries {
  series: PeriodSeries;
  /** The first period of the second level; NaN where there is none. */
  cut: number;
}

/** A date counts as found from so many periods on either side. */
const NEAR = 3;
const WEEK = 7;

/** A series of a cell; its step lies among the middle two thirds. */
export function drawSeries({ rows, periods, memory, week, step }: PeriodCell, random: Random): SteppedSeries {
  const width = rows ?? 1;
  const draws = autoregressive(memory)(random, width * periods);
  const cut = step === 0 ? NaN : Math.floor(periods * (1 / 6 + (2 / 3) * random()));
  const values = Float64Array.from({ length: periods }, (_, period) => {
    const own = draws.subarray(width * period, width * (period + 1));
    const sunday = period % WEEK === WEEK - 1 ? week : 0;
    return own.reduce((sum, value) => sum + value, 0) / width - sunday + (period >= cut ? step : 0);
  });
  const slots = week === 0 ? null : Uint8Array.from(values, (_, period) => period % WEEK);
  return { series: { values, weights: new Float64Array(periods).fill(1), slots }, cut };
}

/** Shares of series in which a step is called, called within three periods of the true one, and whose interval holds it. */
export function changePointsOf(cell: PeriodCell, runs: number): { called: number; near: number; covered: number } {
  const random = seededRandom(20);
  const find = changePointFinder(1);
  const found = Array.from({ length: runs }, (): ChangePoint & { cut: number } => {
    const { series, cut } = drawSeries(cell, random);
    return { cut, ...find(series) };
  });
  const called = found.filter(({ pValue }) => pValue <= CALLED);
  return {
    called: called.length / runs,
    near: called.filter(({ cut, period }) => Math.abs(period - cut) <= NEAR).length / runs,
    covered: found.filter(({ cut, low, high }) => low <= cut && cut <= high).length / runs,
  };
}

const HUNDRED = { rows: 100, week: 0, step: 0 };
const processes: { name: string; cell: Omit<PeriodCell, 'periods'> }[] = [
  { name: '100 independent rows a period', cell: { ...HUNDRED, memory: 0 } },
  { name: '100 rows a period, AR .9', cell: { ...HUNDRED, memory: 0.9 } },
  { name: '100 rows a day, Sundays 1 σ lower', cell: { ...HUNDRED, memory: 0, week: 1 } },
  { name: 'means that are AR .5', cell: { ...HUNDRED, rows: null, memory: 0.5 } },
  { name: 'means that are AR .9', cell: { ...HUNDRED, rows: null, memory: 0.9 } },
];

/** The cells of the table, by name. */
export const changePointCells: { name: string; cell: PeriodCell }[] = processes.flatMap(({ name, cell }) =>
  // Of weeks there have to be three.
  (cell.week === 0 ? [12, 20, 60, 200] : [60, 200]).flatMap((periods) =>
    (cell.rows === null ? [0] : [0, 0.5]).map((step) => ({ name, cell: { ...cell, periods, step } })),
  ),
);

/** How often a change point is called where nothing changed, and found where a level stepped. */
export function changePointTable(runs: number): string {
  const measured = changePointCells.map(({ name, cell }) => {
    const { called, near, covered } = changePointsOf(cell, runs);
    console.log(name, JSON.stringify(cell), called, near, covered);
    const ofStep = cell.step === 0 ? ['–', '–'] : [percent(near), percent(covered)];
    return [name, String(cell.periods), cell.step === 0 ? 'nothing' : `step of ${String(cell.step)} σ`].concat(
      percent(called),
      ofStep,
    );
  });
  const heads = [
    'periods',
    'how many',
    'what happened',
    'called',
    'called within 3 periods',
    'interval holds the date',
  ];
  return markdownTable(heads, measured);
}
