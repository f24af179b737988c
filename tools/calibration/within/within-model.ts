import { stratifiedMeasures, type RowLosses } from '../../../src/analysis/within/stratified-measures.ts';
import type { WithinRows } from '../../../src/analysis/within/within.ts';
import type { ModelWithin } from '../../../src/facts/document/performance.ts';
import { seededRandom, type Random } from '../../../src/stats/random.ts';
import { orderOf } from '../../../test/analysis/summaries.ts';
import { autoregressive, normal, type Draw } from '../draws.ts';
import { bound } from '../simulate.ts';
import { markdownTable, percent } from '../tables.ts';

const SEED = 23;
/** How far the model errs in each stratum. */
const SIZES = [1, 3];
const NIGHT = 1;

/** Errors of a model and the shift of each row. */
interface Rows {
  strata: Int32Array;
  errors: Float64Array;
}

export interface ModelWithinCell {
  reference: (random: Random) => Rows;
  current: (random: Random) => Rows;
}

const independent: Draw = (random, size) => Float64Array.from({ length: size }, () => normal(random));

interface Errors {
  rows: number;
  /** The share of rows by night. */
  nights: number;
  /** Rows of one shift that follow each other. */
  stretch?: number;
  draw?: Draw;
  worse?: number;
}

const errors =
  ({ rows, nights, stretch = 1, draw = independent, worse = 1 }: Errors) =>
  (random: Random): Rows => {
    const shifts = Array.from({ length: Math.ceil(rows / stretch) }, () => (random() < nights ? NIGHT : 0));
    const strata = Int32Array.from({ length: rows }, (_, row) => shifts[Math.floor(row / stretch)] ?? 0);
    return { strata, errors: draw(random, rows).map((error, row) => error * worse * (SIZES[strata[row]!] ?? 1)) };
  };

const pair = (before: Errors, after: Partial<Errors>): ModelWithinCell => ({
  reference: errors(before),
  current: errors({ ...before, ...after }),
});

const slow = { draw: autoregressive(0.8), stretch: 8 };

/** Another mix of shifts, or the same, and nothing else. */
export const calmModelsWithin: Record<string, ModelWithinCell> = {
  'nights 20 % to 60 %, 1000 rows and 1000': pair({ rows: 1000, nights: 0.2 }, { nights: 0.6 }),
  'the same, 300 rows and 100': pair({ rows: 300, nights: 0.2 }, { rows: 100, nights: 0.6 }),
  'the same mix, 400 rows and 400': pair({ rows: 400, nights: 0.3 }, {}),
  'shifts of eight rows, errors AR .8, 4000 rows and 4000': pair({ rows: 4000, nights: 0.3, ...slow }, { nights: 0.6 }),
  'the same, 4000 rows and 800': pair({ rows: 4000, nights: 0.3, ...slow }, { rows: 800, nights: 0.6 }),
};

/** The errors of both shifts grew. */
export const changedModelsWithin: Record<string, ModelWithinCell> = {
  'nights 20 % to 60 %, 1000 rows and 1000: errors + 30 %': pair(
    { rows: 1000, nights: 0.2 },
    { nights: 0.6, worse: 1.3 },
  ),
  'nights 60 % to 20 %, 1000 rows and 1000: errors + 30 %': pair(
    { rows: 1000, nights: 0.6 },
    { nights: 0.2, worse: 1.3 },
  ),
  'shifts of eight rows, errors AR .8, 4000 rows and 4000: + 30 %': pair(
    { rows: 4000, nights: 0.3, ...slow },
    { nights: 0.6, worse: 1.3 },
  ),
};

function stateOf(files: Record<'reference' | 'current', Rows>, isWithin: boolean): ModelWithin['state'] | undefined {
  const { reference, current } = files;
  const { sides } = orderOf({ reference: reference.strata.length, current: current.strata.length });
  if (sides.reference === undefined || sides.current === undefined) throw new Error('two files');
  const strataOf = ({ strata }: Rows): Int32Array => (isWithin ? strata : new Int32Array(strata.length));
  const rows: WithinRows = {
    ...{ columns: ['shift'], count: isWithin ? SIZES.length : 1 },
    strata: { reference: strataOf(reference), current: strataOf(current) },
    order: { reference: sides.reference, current: sides.current },
  };
  const loss = (id: string, of: (error: number) => number, isRoot = false): RowLosses => ({
    ...{ id, isRoot, isRelative: true },
    rows: { reference: reference.errors.map(of), current: current.errors.map(of) },
  });
  const losses = [loss('mean_error', (error) => error), loss('mae', Math.abs), loss('rmse', (e) => e * e, true)];
  return stratifiedMeasures(losses, [], rows)?.state;
}

/** Shares of seeded reports in which the model is called better, worse or both, and in which it is called worse: within shifts, and the same measures over all rows. */
export function modelWithinShares({ reference, current }: ModelWithinCell, runs: number) {
  const random = seededRandom(SEED);
  const found = { within: { said: 0, worse: 0 }, whole: { said: 0, worse: 0 } };
  for (let run = 0; run < runs; run++) {
    const files = { reference: reference(random), current: current(random) };
    for (const form of ['within', 'whole'] as const) {
      const state = stateOf(files, form === 'within');
      found[form].said += Number(state === 'better' || state === 'worse' || state === 'mixed') / runs;
      found[form].worse += Number(state === 'worse') / runs;
    }
  }
  return found;
}

/** The verdict on the model within strata: nothing changed beside a model that got worse. */
export function modelWithinTables(runs: number): string {
  const rowsOf = (cells: Record<string, ModelWithinCell>, key: 'said' | 'worse'): string[][] =>
    Object.entries(cells).map(([name, cell]) => {
      const { within, whole } = modelWithinShares(cell, runs);
      return [name, percent(within[key]), percent(whole[key])];
    });
  return `**The model within groups.** A model errs by 1 by day and by 3 at night. Share of reports in which it is called better, worse or both (mean absolute error and root mean squared error), ${String(runs)} seeded ones a cell, within the shift and over all rows.

${markdownTable(['another mix of shifts, or none, and nothing else', 'within the shift', 'over all rows'], rowsOf(calmModelsWithin, 'said'))}

Up to ${percent(bound(runs))} is within three standard errors of α. Share of reports in which the model is called worse:

${markdownTable(['the errors grew', 'within the shift', 'over all rows'], rowsOf(changedModelsWithin, 'worse'))}`;
}
