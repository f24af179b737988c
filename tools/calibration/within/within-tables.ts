import type { ColumnResult } from '../../../src/facts/document/drift.ts';
import { kolmogorovSf } from '../../../src/stats/distributions/kolmogorov.ts';
import { bound, shares, type Column } from '../simulate.ts';
import { markdownTable, percent } from '../tables.ts';
import type { Pair } from './within-draws.ts';
import { calmWithin, changedWithin } from './within.ts';

const SEED = 19;

/** Whether the largest gap of the curves alone, by Kolmogorov's law at these sizes, calls a column of numbers changed; null for categories. */
function byGapAlone({ drift }: ColumnResult): boolean | null {
  if (drift === null || 'notTested' in drift || drift.evidence.method !== 'ks_within') return null;
  const { statistic, effectiveSize } = drift.evidence;
  const { reference: n, current: m } = effectiveSize;
  const pValue = kolmogorovSf(statistic * Math.sqrt((n * m) / (n + m)));
  return pValue < ALPHA && drift.effect.value >= MINIMUM && Math.min(n, m) >= LEAST_ROWS;
}

const [ALPHA, MINIMUM, LEAST_ROWS] = [0.05, 0.1, 10];

function rowOf(name: string, { within, whole }: Pair, runs: number): string[] {
  const gapAlone: (boolean | null)[] = [];
  const kept: Column = (random) => {
    const result = within(random);
    gapAlone.push(byGapAlone(result));
    return result;
  };
  const { changed } = shares(kept, runs, SEED);
  const alone = gapAlone.includes(null) ? '' : percent(gapAlone.filter((one) => one === true).length / runs);
  return [name, percent(changed), alone, percent(shares(whole, runs, SEED).changed)];
}

const tableRows = (cells: Record<string, Pair>, runs: number): string[][] =>
  Object.entries(cells).map(([name, pair]) => rowOf(name, pair, runs));

/** Columns compared within other columns, in which nothing changed beside such in which something did. */
export function withinTables(runs: number): string {
  const head = (name: string): string[] => [name, 'within groups', 'by the gap alone', 'over all rows'];
  return `**Like with like.** Share of columns called \`changed\`, ${String(runs)} seeded runs a cell, compared within groups (by ranks and the largest gap of the curves, and by the gap alone) and over all rows; σ is that within a group.

${markdownTable(head('another mix, or none, and nothing else'), tableRows(calmWithin, runs))}

Up to ${percent(bound(runs))} is within three standard errors of α.

${markdownTable(head('something changed'), tableRows(changedWithin, runs))}`;
}
