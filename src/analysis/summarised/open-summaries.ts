import type { DataSet } from '../../engine/data-set.ts';
import { isSummary } from '../../engine/summary/is-summary.ts';
import { readSummaryFile } from '../../engine/summary/read-summary-file.ts';
import { refuseOtherEdges } from '../../engine/summary/same-edges.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSides, mapSidesAsync, SIDES } from '../../facts/document/sides.ts';
import type { Config } from '../../facts/settings/settings.ts';
import type { ReadNote } from '../../facts/statements/reading.ts';
import type { SummaryFile } from '../../facts/summary-file.ts';
import type { InputSummary, RunOptions } from '../run/run-result.ts';
import { rowsBeside, type CountedRows } from './rows-beside.ts';

/** Summaries of both sides. */
export interface OpenedSummaries {
  files: PerSide<SummaryFile>;
  inputs: PerSide<InputSummary>;
}

/** Gives the summaries as they are with some settings: rows beside a summary are counted anew where others of their cells are missing. */
export type SummariesWith = (
  config: Config,
  options?: Pick<RunOptions, 'signal' | 'onProgress'>,
) => Promise<OpenedSummaries>;

/**
 * The summaries that the files hold; null where they hold rows. Rows beside a summary are counted on its bins.
 * @throws PlumblineError where two were counted with different edges
 */
export async function openSummaries(
  data: PerSide<DataSet>,
  signal: AbortSignal | undefined,
): Promise<SummariesWith | null> {
  const given: PerSide<DataSet> = {};
  const rows: PerSide<DataSet> = {};
  for (const side of SIDES) {
    const set = data[side];
    if (set !== undefined) (isSummary(set) ? given : rows)[side] = set;
  }
  if (Object.keys(given).length === 0) return null;
  const files = await mapSidesAsync(given, (set) => readSummaryFile(set, signal));
  const inputs = mapSides(given, ({ summary }, side) => inputOf(summary, files[side]));
  if (Object.keys(rows).length > 0) return besideRows({ files, inputs }, given, rows);
  const { reference, current } = mapSides(files, (file, side) => ({ name: data[side]?.summary.name ?? '', file }));
  if (reference !== undefined && current !== undefined) refuseOtherEdges(reference, current);
  return () => Promise.resolve({ files, inputs });
}

/** One side is a summary, the other rows. */
function besideRows(known: OpenedSummaries, given: PerSide<DataSet>, rows: PerSide<DataSet>): SummariesWith {
  const [[side, set] = []] = SIDES.flatMap((one) => (rows[one] === undefined ? [] : [[one, rows[one]] as const]));
  const [summary] = SIDES.flatMap((one) => {
    const [file, found] = [known.files[one], given[one]];
    return file === undefined || found === undefined ? [] : [{ file, name: found.summary.name }];
  });
  if (side === undefined || set === undefined || summary === undefined) throw new Error('no rows beside a summary');
  const count = rowsBeside({ side, set, summary });
  return async (config, options = {}) => {
    const { file, notes }: CountedRows = await count(config, options);
    const input = { ...set.summary, notes: [...notes, ...set.summary.notes] };
    return { files: { ...known.files, [side]: file }, inputs: { ...known.inputs, [side]: input } };
  };
}

/** What is said of a file that counts rows: how many, not those of the file itself. */
function inputOf(input: InputSummary, file: SummaryFile | undefined): InputSummary {
  if (file === undefined) return input;
  const { engine, rows, columns } = file;
  const notes: ReadNote[] = [
    { kind: 'summary-file', values: { engine }, severity: 'info' },
    ...(columns.some(({ order }) => order !== null)
      ? []
      : [{ kind: 'summary-without-time', values: {}, severity: 'warning' } as const]),
  ];
  return { ...input, rows, rowsUsed: rows, columns: columns.length, notes: [...notes, ...input.notes] };
}
