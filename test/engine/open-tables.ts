import type { DataSet } from '../../src/engine/data-set.ts';
import type { ReadOptions } from '../../src/engine/csv/options.ts';
import { openFiles } from '../../src/engine/read/open.ts';
import { nodeDatabase } from './node-database.ts';
import { handleOf } from './node-handle.ts';

type Content = string | Uint8Array;

const fileOf = (name: string, content: Content): File => new File([content as BlobPart], name);

/** Opens tables as the page does, each in an engine of its own. */
export async function openTables(tables: Record<string, Content>, read: ReadOptions = {}): Promise<DataSet[]> {
  const files = Object.entries(tables).map(async ([name, content]) => ({
    files: [fileOf(name, content)],
    engine: handleOf(await nodeDatabase()),
    onProgress: () => undefined,
    read,
  }));
  return openFiles(await Promise.all(files));
}

/** Opens several files as one table. */
export async function openParts(parts: Record<string, Content>, read: ReadOptions = {}): Promise<DataSet> {
  const files = Object.entries(parts).map(([name, content]) => fileOf(name, content));
  const [data] = await openFiles([
    { files, engine: handleOf(await nodeDatabase()), onProgress: () => undefined, read },
  ]);
  if (data === undefined) throw new Error('nothing was opened');
  return data;
}
