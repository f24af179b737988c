import { calmSequences, changedSequences } from './sequences.ts';
import { bound, shares, type Column } from './simulate.ts';
import { markdownTable, percent, standingRows } from './tables.ts';

const SEED = 7;

interface Asked {
  runs: number;
  /** Part of the names of the cells that are run. */
  part: string;
  /** The table as it stands, from which the others are kept. */
  known: string;
}

const rowsOf = (cells: Record<string, Column>, { runs, part, known }: Asked): string[][] =>
  Object.entries(cells).flatMap(([name, column]) => {
    if (!name.includes(part)) return standingRows(known).filter(([first]) => first === name);
    const { changed, evidently } = shares(column, runs, SEED);
    return [[name, percent(changed), percent(evidently)]];
  });

/** Ordered rows in which nothing changed beside such in which something did. */
export function sequenceTables(asked: Asked): string {
  const { runs } = asked;
  const head = (name: string): string[] => [name, 'changed', 'Evidently drifted'];
  return `**Ordered rows.** Share of columns called \`changed\`, ${String(runs)} seeded runs a cell. “Plant” is hourly: half of the variance is a cycle of the day, a tenth one of the week, the rest an autoregression of φ = 0.7.

${markdownTable(head('nothing changed'), rowsOf(calmSequences, asked))}

Up to ${percent(bound(runs))} is within three standard errors of α.

${markdownTable(head('something changed'), rowsOf(changedSequences, asked))}`;
}
