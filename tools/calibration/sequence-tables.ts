import { calmSequences, changedSequences } from './sequences.ts';
import { bound, shares, type Column } from './simulate.ts';
import { markdownTable, percent } from './tables.ts';

const SEED = 7;

const rowsOf = (cells: Record<string, Column>, runs: number): string[][] =>
  Object.entries(cells).map(([name, column]) => {
    const { changed, evidently } = shares(column, runs, SEED);
    return [name, percent(changed), percent(evidently)];
  });

/** Ordered rows in which nothing changed beside such in which something did. */
export function sequenceTables(runs: number): string {
  const head = (name: string): string[] => [name, 'changed', 'Evidently drifted'];
  return `**Ordered rows.** Share of columns called \`changed\`, ${String(runs)} seeded runs a cell. “Plant” is hourly: half of the variance is a cycle of the day, a tenth one of the week, the rest an autoregression of φ = 0.7.

${markdownTable(head('nothing changed'), rowsOf(calmSequences, runs))}

Up to ${percent(bound(runs))} is within three standard errors of α.

${markdownTable(head('something changed'), rowsOf(changedSequences, runs))}`;
}
