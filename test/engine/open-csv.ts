import type { DataSet, Station } from '../../src/engine/data-set.ts';
import type { Database } from '../../src/engine/database.ts';
import { lookAtText } from '../../src/engine/csv/look.ts';
import type { ReadOptions } from '../../src/engine/csv/options.ts';
import { repairSlice } from '../../src/engine/csv/repair.ts';
import { readSlice } from '../../src/engine/csv/slices.ts';
import { gunzip } from '../../src/engine/packed/gunzip.ts';
import { openFiles } from '../../src/engine/open.ts';
import { nodeDatabase } from './node-database.ts';

/** A station without workers: the real engine, and the reader's functions called directly. */
function station(database: Database): Station {
  const calls = { readSlice, repairSlice, lookAtText, gunzip } as unknown as Station['reader']['calls'];
  return { database, reader: { calls, gone: new Promise(() => undefined), end: () => undefined } };
}

/** Opens text tables as the page does, each in an engine of its own. */
export async function openCsv(tables: Record<string, string | Uint8Array>, read: ReadOptions = {}): Promise<DataSet[]> {
  const files = Object.entries(tables).map(async ([name, content]) => ({
    file: new File([content as BlobPart], name),
    station: station(await nodeDatabase()),
    onProgress: () => undefined,
    read,
  }));
  return openFiles(await Promise.all(files));
}
