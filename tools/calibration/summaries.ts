import { adjust } from '../../src/analysis/compare/adjust.ts';
import { numericResult } from '../../src/analysis/run/column-result.ts';
import { thresholds } from '../../src/analysis/run/plan.ts';
import { summarisedResult } from '../../src/analysis/summarised/summarised-result.ts';
import type { ColumnDrift, ColumnResult } from '../../src/facts/document/drift.ts';
import { parseConfig } from '../../src/facts/settings/settings.ts';
import { driftState } from '../../src/report/verdict/verdict.ts';
import { why } from '../../src/report/verdict/why.ts';
import { seededRandom } from '../../src/stats/random.ts';
import { numberSummaries } from '../../test/analysis/summaries.ts';
import { edgesOf, summarised } from '../../test/analysis/summarised/summarised.ts';
import { changes, numericDraws, type Draw } from './draws.ts';
import { jobs } from './simulate.ts';
import { markdownTable, percent } from './tables.ts';

const [REFERENCE, CURRENT] = [6000, 3000] as const;
/** Rows of a stretch: an hour of minutes. */
const STRETCH = 60;

const config = parseConfig();
const rule = { alpha: config.alpha, ...thresholds('x', 'numeric', config) };

/** A column that was compared by its rows in their order, and by a summary of them. */
export interface BothWays {
  same: boolean;
  /** The summary says that it is too coarse to tell. */
  coarse: boolean;
}

function driftOf(result: ColumnResult): ColumnDrift {
  const drift = adjust([result], config)[0]?.drift ?? null;
  if (drift === null || 'notTested' in drift) throw new Error(`not tested: ${JSON.stringify(drift)}`);
  return drift;
}

/** Draws a column of 6000 rows against 3000, an hour of each 60 rows, and compares it by its rows and by summaries of 200 bins. */
export function bothWays(
  draw: Draw,
  change: (typeof changes)[string],
  random: ReturnType<typeof seededRandom>,
): BothWays {
  const [reference, current] = [draw(random, REFERENCE), change(draw(random, CURRENT), random)];
  const rows = driftOf(numericResult(jobs.numeric, numberSummaries({ reference, current })));
  const edges = edgesOf(reference);
  const columns = {
    reference: summarised(reference, edges, { perStretch: STRETCH }),
    current: summarised(current, edges, { perStretch: STRETCH }),
  };
  const bins = driftOf(summarisedResult({ job: jobs.numeric, columns }));
  const state = driftState(bins, rule);
  const coarse = why(bins, state, rule).some(
    (step) => (step.kind === 'bins' && step.values.coarse) || (step.kind === 'worth' && step.values.decides),
  );
  return { same: state === driftState(rows, rule), coarse };
}

/** Processes and what happens to them, `nothing` first. */
export const summaryCells = Object.entries(numericDraws).flatMap(([process, draw]) =>
  [['nothing', (values: Float64Array) => values] as const, ...Object.entries(changes)].map(([what, change]) => ({
    ...{ process, draw, what, change },
  })),
);

/** How often a summary gives the state that the rows give, or says that it is too coarse to tell. */
export function summaryTable(runs: number): string {
  const byProcess = new Map<string, BothWays[]>();
  for (const { process, draw, what, change } of summaryCells) {
    const random = seededRandom(22);
    const columns = Array.from({ length: runs }, () => bothWays(draw, change, random));
    console.log(process, what, columns.filter(({ same }) => same).length);
    byProcess.set(process, [...(byProcess.get(process) ?? []), ...columns]);
  }
  const rows = [...byProcess, ['all', [...byProcess.values()].flat()] as const].map(([process, columns]) => {
    const shareOf = (wanted: (one: BothWays) => boolean): string =>
      percent(columns.filter(wanted).length / columns.length);
    return [
      ...[process, String(columns.length)],
      shareOf(({ same }) => same),
      shareOf(({ same, coarse }) => same || coarse),
      shareOf(({ coarse }) => coarse),
    ];
  });
  return markdownTable(
    ['process', 'columns', 'same state as the rows', 'same, or “too coarse” is said', '“too coarse” is said'],
    rows,
  );
}
