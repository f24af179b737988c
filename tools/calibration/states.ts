import { adjust } from '../../src/analysis/compare/adjust.ts';
import { thresholds } from '../../src/analysis/run/plan.ts';
import { parseConfig } from '../../src/facts/settings/settings.ts';
import type { ColumnResult } from '../../src/facts/document/drift.ts';
import type { DriftState } from '../../src/facts/document/verdict.ts';
import { driftState } from '../../src/report/verdict/verdict.ts';
import { seededRandom } from '../../src/stats/random.ts';
import { changes, numericDraws, type Draw } from './draws.ts';
import { numericColumn, type Column } from './simulate.ts';
import { markdownTable, percent } from './tables.ts';

/** Columns of a report: as many are corrected for. */
const COLUMNS = 20;
const STATES = ['changed', 'moved', 'insufficient', 'stable'] as const satisfies readonly DriftState[];

const config = parseConfig();
const rule = { alpha: config.alpha, ...thresholds('x', 'numeric', config) };

/** States of the columns of a report, and whether each reaches the minimum effect, which alone would call it moved. */
interface Told {
  states: DriftState[];
  reaching: number;
}

function told(results: readonly ColumnResult[]): Told {
  const drifts = adjust(results, config).flatMap(({ drift }) =>
    drift === null || 'notTested' in drift ? [] : [drift],
  );
  return {
    states: drifts.map((drift) => driftState(drift, rule)),
    reaching: drifts.filter(({ effect }) => effect.value >= rule.minimum).length,
  };
}

export interface StateShares {
  /** Shares of columns. */
  states: Record<(typeof STATES)[number], number>;
  /** Share of columns whose effect alone reaches the minimum. */
  reaching: number;
  /** Share of reports in which any column has moved and none has changed: those that end a run with 3. */
  unproven: number;
}

/** What becomes of the columns of seeded reports, all of which are drawn alike. */
export function stateShares(
  column: Column,
  { runs, columns = COLUMNS }: { runs: number; columns?: number },
): StateShares {
  const random = seededRandom(columns);
  const reports = Array.from({ length: runs }, () => told(Array.from({ length: columns }, () => column(random))));
  const all = reports.flatMap(({ states }) => states);
  const shareOf = (state: DriftState): number => all.filter((one) => one === state).length / all.length;
  const isUnproven = ({ states }: Told): boolean => states.includes('moved') && !states.includes('changed');
  return {
    states: Object.fromEntries(STATES.map((state) => [state, shareOf(state)])) as StateShares['states'],
    reaching: reports.reduce((sum, { reaching }) => sum + reaching, 0) / all.length,
    unproven: reports.filter(isUnproven).length / runs,
  };
}

const draw = (name: string): Draw => {
  const found = numericDraws[name];
  if (found === undefined) throw new Error(`no draw ${name}`);
  return found;
};

/** Columns of independent rows and of slow processes, without and with a change. */
export const stateCells = (): { row: string; column: Column }[] => {
  const [independent, slow] = [draw('normal'), draw('AR(1) φ = 0.95')];
  const shift = (size: number) => (values: Float64Array) => values.map((value) => value + size);
  return [
    { row: 'independent rows, 60 and 60', column: numericColumn(independent, 60, 60) },
    { row: 'independent rows, 300 and 300', column: numericColumn(independent, 300, 300) },
    { row: 'AR(1) φ = 0.95, 300 and 300', column: numericColumn(slow, 300, 300) },
    {
      row: 'independent rows, 300 and 300, shift of 0.5 σ',
      column: numericColumn(independent, 300, 300, changes['shift of 0.5 σ']),
    },
    { row: 'AR(1) φ = 0.95, 300 and 300, shift of 1 σ', column: numericColumn(slow, 300, 300, shift(1)) },
    { row: 'AR(1) φ = 0.95, 300 and 300, shift of 3 σ', column: numericColumn(slow, 300, 300, shift(3)) },
  ];
};

/** States of columns, as Markdown. */
export function stateTables(runs: number): string {
  const rows = stateCells().map(({ row, column }) => {
    const { states, reaching, unproven } = stateShares(column, { runs });
    return [row, ...STATES.map((state) => percent(states[state])), percent(reaching), percent(unproven)];
  });
  return `**States**, ${String(runs)} seeded reports of ${String(COLUMNS)} columns a cell. *By size alone*: columns whose effect reaches the minimum, which without a look at what as many
independent rows would do were \`moved\`, most of them in files in which nothing happened. *Reports*: those that end the command with 3.

${markdownTable(['', ...STATES, 'by size alone', 'reports'], rows)}`;
}
