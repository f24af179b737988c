import { powerSizes, sizes, type Measured } from './cells.ts';
import { bound } from './simulate.ts';

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');

/** The tables of the statistics document, as Markdown. */
export function calibrationTables(measured: readonly Measured[], runs: number): string {
  const of = (name: Measured['table']): Measured[] => measured.filter(({ table: own }) => own === name);
  const rows = (name: Measured['table']): string[] => [...new Set(of(name).map(({ row }) => row))];
  const at = (name: Measured['table'], row: string, n: number, m: number): Measured | undefined =>
    of(name).find((one) => one.row === row && one.n === n && one.m === m);
  const worst = Math.max(...of('calm').map(({ changed }) => changed));
  const calm = rows('calm').map((row) => [
    row,
    ...sizes.map((n) => percent(Math.max(...sizes.map((m) => at('calm', row, n, m)?.changed ?? 0)))),
  ]);
  const power = rows('power').map((row) => [
    row,
    ...powerSizes.map((n) => percent(at('power', row, n, n)?.changed ?? NaN)),
  ]);
  const reports = of('reports').map(({ n, changed }) => `${percent(changed)} at ${String(n)} rows a side`);
  return `**Nothing changed.** Share of columns called changed at α = 5 %, ${String(runs)} seeded runs a cell; each entry is the
largest over current files of 30, 100, 300, 1000 and 5000 rows. The largest of all ${String(of('calm').length)} cells is
${percent(worst)}; up to ${percent(bound(runs))} is within three standard errors of α.

${table(['reference rows', ...sizes.map(String)], calm)}

Reports of 20 normal columns with any column called changed: ${reports.join(', ')}.

**Something changed.** Share of columns called changed, normal columns of independent rows, as many rows in both files.
Changes under the floor (0.1 σ, 5 % of rows) are not meant to be called.

${table(['rows a side', ...powerSizes.map(String)], power)}
`;
}
