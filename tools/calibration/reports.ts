import { levelSummaries, numberSummaries } from '../../test/analysis/summaries.ts';
import { adjustAll } from '../../src/analysis/compare/adjust.ts';
import { categoricalResult, numericResult } from '../../src/analysis/run/column-result.ts';
import { plan } from '../../src/analysis/run/plan.ts';
import type { RunResult } from '../../src/analysis/run/run-result.ts';
import type { ColumnSchema } from '../../src/facts/document/columns.ts';
import type { Finding } from '../../src/facts/document/document.ts';
import { mapSides, SIDES } from '../../src/facts/document/sides.ts';
import { parseConfig } from '../../src/facts/settings/settings.ts';
import { buildReport } from '../../src/report/build.ts';
import { tableFromCodes } from '../../src/stats/describe/frequency-table.ts';
import type { Random } from '../../src/stats/random.ts';

/** A column of one file: numbers, or codes of levels; negative codes and NaN are missing. */
export type Cells = { numbers: Float64Array } | { codes: Int32Array; levels: number };

/** A column of both files. */
export type BothFiles = Record<'reference' | 'current', Cells>;

const config = parseConfig();
const isNumeric = (cells: Cells): cells is { numbers: Float64Array } => 'numbers' in cells;

const schemaOf = (name: string, type: ColumnSchema['type']): ColumnSchema => ({
  ...{ name, type, role: 'feature', presentIn: [...SIDES] },
  typeReason: { kind: 'no-values', values: {} },
  roleReason: { kind: 'nothing-else', values: {} },
});

function numbersOf(cells: Cells): Float64Array {
  if (!isNumeric(cells)) throw new Error('numbers');
  return cells.numbers;
}

function codesOf(cells: Cells): { codes: Int32Array; names: string[] } {
  if (isNumeric(cells)) throw new Error('levels');
  return { codes: cells.codes, names: Array.from({ length: cells.levels }, (_, level) => `level ${String(level)}`) };
}

/** A run over columns, as the app makes it but for what only files have. */
export function runOf(columns: readonly BothFiles[]): RunResult {
  const schema = columns.map(({ reference }, i) =>
    schemaOf(`x${String(i)}`, isNumeric(reference) ? 'numeric' : 'categorical'),
  );
  const results = plan(schema, SIDES, config).jobs.map((job, i) => {
    const cells = columns[i];
    if (cells === undefined) throw new Error('a job for each column');
    if (job.form === 'numeric') return numericResult(job, numberSummaries(mapSides(cells, numbersOf)));
    const codes = mapSides(cells, codesOf);
    const tables = mapSides(codes, (side) => tableFromCodes(side.codes, side.names));
    return categoricalResult(
      job,
      levelSummaries(
        tables,
        mapSides(codes, (side) => side.codes),
      ),
    );
  });
  const input = { name: 'a.csv', bytes: 1, rows: 1, rowsUsed: 1, columns: columns.length, format: 'CSV' as const };
  const file = { ...input, readAs: [], notes: [] };
  return {
    ...{ complete: true, config, inputs: { reference: file, current: file }, schema },
    ...adjustAll(results, config, {}),
    ...{ dataset: {}, rowOrder: null, correlations: [], performance: null, unmatchedColumns: [] },
    timings: { loadMs: 0, analysisMs: 0 },
  };
}

const stamp = { version: '0', createdAt: new Date(0) };

/** The findings of a report on such columns. */
export const findingsIn = (columns: readonly BothFiles[]): Finding[] =>
  buildReport(runOf(columns), stamp).dataset.findings;

/** The share of reports that have a finding of medium or high severity, of any kind and of each. */
export interface Alarms {
  share: number;
  kinds: Record<string, number>;
}

/** Shares of seeded reports in which any, but that a column emptied (which is a fact about its rows, whatever emptied it), finding is of medium or high severity. */
export function alarms(
  report: (random: Random) => BothFiles[],
  { runs, random }: { runs: number; random: Random },
): Alarms {
  const kinds: Record<string, number> = {};
  let found = 0;
  for (let run = 0; run < runs; run++) {
    const loud = new Set(
      findingsIn(report(random)).flatMap(({ kind, severity }) =>
        severity === 'low' || kind === 'emptied' ? [] : [kind],
      ),
    );
    if (loud.size > 0) found++;
    for (const kind of loud) kinds[kind] = (kinds[kind] ?? 0) + 1 / runs;
  }
  return { share: found / runs, kinds };
}
