import { powerSizes, sizes, type Measured } from './cells.ts';
import { bound, type Shares } from './simulate.ts';

type Rule = keyof Shares;

export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
/** A table of Markdown; numbers stand to the right. */
export const markdownTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');

const rowsOf = (cells: readonly Measured[]): string[] => [...new Set(cells.map(({ row }) => row))];

/** The rows of tables of Markdown as they stand, by their first cell. */
export const standingRows = (table: string): string[][] =>
  table.split('\n').map((text) =>
    text
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

/** The worst over the current sizes, a row a process and a column a reference size. */
function calmTable(cells: readonly Measured[], rule: Rule): string {
  const worst = (row: string, n: number): number =>
    Math.max(...cells.filter((cell) => cell.row === row && cell.n === n).map((cell) => cell[rule]));
  return markdownTable(
    ['reference rows', ...sizes.map(String)],
    rowsOf(cells).map((row) => [row, ...sizes.map((n) => percent(worst(row, n)))]),
  );
}

function powerTable(cells: readonly Measured[], rule: Rule): string {
  const at = (row: string, n: number): number => cells.find((cell) => cell.row === row && cell.n === n)?.[rule] ?? NaN;
  return markdownTable(
    ['rows a side', ...powerSizes.map(String)],
    rowsOf(cells).map((row) => [row, ...powerSizes.map((n) => percent(at(row, n)))]),
  );
}

/** The tables of the statistics document, as Markdown. */
export function calibrationTables(measured: readonly Measured[], runs: number): string {
  const of = (name: Measured['table']): Measured[] => measured.filter(({ table: own }) => own === name);
  const calm = of('calm');
  const power = of('power');
  const worst = Math.max(...calm.map(({ changed }) => changed));
  const reports = (rule: Rule): string =>
    of('reports')
      .map((cell) => `${percent(cell[rule])} at ${String(cell.n)} rows a side`)
      .join(', ');
  return `**Nothing changed.** Share of columns called \`changed\` at α = 5 %, ${String(runs)} seeded runs a cell; each entry is the largest over current
files of 30, 100, 300, 1000 and 5000 rows. The largest of all ${String(calm.length)} cells is ${percent(worst)}; up to ${percent(bound(runs))} is within three standard errors of α.

${calmTable(calm, 'changed')}

Reports of 20 normal columns with any column called \`changed\`: ${reports('changed')}.

The same with Evidently's defaults (profile \`evidently\`):

${calmTable(calm, 'evidently')}

Reports of 20 normal columns with any column called drifted: ${reports('evidently')}.

**Something changed.** Share of columns called \`changed\`: normal columns of independent rows, as many in both files. Changes under the minimum effect (0.1 σ,
5 % of rows) are not meant to be called.

${powerTable(power, 'changed')}

The evidence alone (q < α), whatever the size of the change:

${powerTable(power, 'evident')}

Evidently's defaults:

${powerTable(power, 'evidently')}
`;
}
