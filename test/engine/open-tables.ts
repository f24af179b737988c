import { openArrow } from '../../src/engine/columnar/arrow.ts';
import type { BatchSource } from '../../src/engine/columnar/batches.ts';
import type { DataSet, Station } from '../../src/engine/data-set.ts';
import type { Database } from '../../src/engine/database.ts';
import { lookAtText } from '../../src/engine/csv/look.ts';
import type { ReadOptions } from '../../src/engine/csv/options.ts';
import { repairSlice } from '../../src/engine/csv/repair.ts';
import { readSlice } from '../../src/engine/csv/slices.ts';
import { gunzip } from '../../src/engine/packed/gunzip.ts';
import { unzip } from '../../src/engine/packed/unzip.ts';
import { writeJson } from '../../src/engine/records/json.ts';
import { writeSheet } from '../../src/engine/records/workbook.ts';
import { openFiles } from '../../src/engine/open.ts';
import { nodeDatabase } from './node-database.ts';

/** A station without workers: the real engine, and the reader's functions called directly. */
function station(database: Database): Station {
  let source: BatchSource | undefined;
  const calls = {
    ...{ readSlice, repairSlice, lookAtText, gunzip, unzip, writeJson, writeSheet },
    open: async (file: Blob) => (source = await openArrow(file)),
    next: () => source?.next(),
  } as unknown as Station['reader']['calls'];
  return { database, reader: { calls, gone: new Promise(() => undefined), end: () => undefined } };
}

/** Opens tables (of any form but Parquet) as the page does, each in an engine of its own. */
export async function openTables(
  tables: Record<string, string | Uint8Array>,
  read: ReadOptions = {},
): Promise<DataSet[]> {
  const files = Object.entries(tables).map(async ([name, content]) => ({
    file: new File([content as BlobPart], name),
    station: station(await nodeDatabase()),
    onProgress: () => undefined,
    read,
  }));
  return openFiles(await Promise.all(files));
}
