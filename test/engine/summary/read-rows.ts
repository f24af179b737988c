import { isSummary } from '../../../src/engine/summary/is-summary.ts';
import { readSummaryFile } from '../../../src/engine/summary/read-summary-file.ts';
import { openFiles } from '../../../src/engine/read/open.ts';
import type { DataSet } from '../../../src/engine/data-set.ts';
import type { SummaryFile } from '../../../src/facts/summary-file.ts';
import { databaseIn, startNodeEngine } from '../node-engine.ts';
import { handleOf } from '../node-handle.ts';
import { asParquet, type SummaryRow } from './summary-rows.ts';

const engine = startNodeEngine();

/** Opens files as one table, in the one engine that all tests of a file share: what it held before is gone. */
export async function openTogether(files: Readonly<Record<string, string | Uint8Array>>): Promise<DataSet> {
  const [set] = await openFiles([
    {
      files: Object.entries(files).map(([name, content]) => new File([content as BlobPart], name)),
      ...{ engine: handleOf(databaseIn(await engine)), onProgress: () => undefined, read: {} },
    },
  ]);
  if (set === undefined) throw new Error('nothing was opened');
  return set;
}

/** Reads rows of summary files, each as a Parquet file of its own; `part 0.parquet` is the first. */
export async function readRows(...parts: readonly SummaryRow[][]): Promise<SummaryFile> {
  const set = await openTogether(
    Object.fromEntries(parts.map((rows, i) => [`part ${String(i)}.parquet`, asParquet(rows)])),
  );
  if (!isSummary(set)) throw new Error('no summary file');
  return readSummaryFile(set);
}
