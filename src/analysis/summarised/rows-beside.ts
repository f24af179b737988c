import { withMissing } from '../../engine/columns/missing.ts';
import type { DataSet } from '../../engine/data-set.ts';
import type { NamedSummary } from '../../engine/summary/same-edges.ts';
import { summariseRows, type SummarisedRows } from '../../engine/summary/count/summarise-rows.ts';
import type { Side } from '../../facts/document/side.ts';
import { configByName, type Config } from '../../facts/settings/settings.ts';
import { PlumblineError } from '../../facts/statements/errors.ts';
import type { ReadNote } from '../../facts/statements/reading.ts';
import type { SummaryFile } from '../../facts/summary-file.ts';
import { addLags } from '../infer/lags.ts';
import type { RunOptions } from '../run/run-result.ts';

/** Rows that were counted on the bins of a summary, and what is to be said of it. */
export interface CountedRows {
  file: SummaryFile;
  notes: readonly ReadNote[];
}

/** A file of rows, which side it is, and the summary of the other. */
export interface RowsBeside {
  side: Side;
  set: DataSet;
  summary: NamedSummary;
}

type Count = (config: Config, options: Pick<RunOptions, 'signal' | 'onProgress'>) => Promise<CountedRows>;

/**
 * Counts rows on the bins of the other side's summary; anew only where settings have made other cells missing.
 * @param beside the rows and the summary
 * @throws PlumblineError where they have no column in common
 */
export function rowsBeside({ side, set, summary }: RowsBeside): Count {
  let known: { key: string; counted: CountedRows } | null = null;
  return async (config, { signal, onProgress }) => {
    const overrides = configByName(config);
    const textsIn = (name: string): string[] => [...config.missing, ...(overrides.get(name)?.missing ?? [])];
    const key = JSON.stringify(set.columns.map(({ name }) => textsIn(name)));
    if (known?.key === key) return known.counted;
    onProgress?.({ stage: 'counting', side, done: 0, total: 1, unit: 'steps' });
    const { [side]: whole = set } = addLags({ [side]: set }, config);
    const rows = withMissing(whole, ({ name }) => textsIn(name));
    const found = await summariseRows(rows, summary.file, signal);
    if (found === null) {
      const columns = summary.file.columns.map(({ name }) => name);
      throw new PlumblineError('summary-of-others', { summary: summary.name, columns }, { file: set.summary.name });
    }
    known = { key, counted: { file: found.file, notes: notesOf(found, summary) } };
    return known.counted;
  };
}

function notesOf(
  { file, leftOut, unfit }: SummarisedRows,
  { name: summary, file: summaryFile }: NamedSummary,
): ReadNote[] {
  const isTimed = ({ columns }: SummaryFile): boolean => columns.some(({ order }) => order !== null);
  const time = summaryFile.columns.find(({ role }) => role === 'time')?.name ?? '';
  return [
    { kind: 'counted-on-summary', values: { summary }, severity: 'info' },
    ...(leftOut.length === 0 ? [] : [noteOfLeftOut(summary, leftOut)]),
    ...unfit.map(
      (values) => ({ kind: 'cells-unreadable', values, severity: 'warning', column: values.column }) as const,
    ),
    ...(isTimed(summaryFile) && !isTimed(file)
      ? [{ kind: 'rows-without-time', values: { column: time }, severity: 'warning' } as const]
      : []),
  ];
}

const noteOfLeftOut = (summary: string, columns: readonly string[]): ReadNote => ({
  kind: 'not-in-summary',
  values: { summary, columns: [...columns] },
  severity: 'info',
});
