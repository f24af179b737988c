import { openFiles } from '../../engine/read/open.ts';
import { profileColumns } from '../../engine/columns/profile.ts';
import type { DataSet } from '../../engine/data-set.ts';
import type { ReadOptions } from '../../engine/csv/options.ts';
import { endEngine } from '../../engine/database/engine-handle.ts';
import { EDGES_READING, fetchEdges, type SavedEdges } from '../../engine/summary/saved-edges.ts';
import { missingPart } from '../../facts/statements/missing-part.ts';
import type { ColumnType, Role } from '../../facts/document/columns.ts';
import { parseConfig } from '../../facts/settings/settings.ts';
import { inferSchema } from '../infer/schema.ts';
import { takeEngines } from '../run/standby-engines.ts';

export type { SavedEdges } from '../../engine/summary/saved-edges.ts';

/** Reads a file into an engine of its own, which ends when what was asked of it is there. */
async function fromFile<Answer>(
  file: File,
  read: ReadOptions,
  ask: (set: DataSet) => Promise<Answer>,
): Promise<Answer> {
  const files = [file];
  const { current: engine } = await takeEngines({ current: files }, undefined);
  if (engine === undefined) throw new Error('no engine');
  try {
    const [set] = await openFiles([{ files, engine, read, onProgress: () => undefined }]);
    if (set === undefined) throw new Error('no table');
    return await ask(set);
  } catch (error) {
    throw missingPart(error);
  } finally {
    endEngine(engine);
  }
}

/**
 * The edges that a file holds: a summary file, or what the first statement gave.
 * @returns null where it holds none
 * @throws PlumblineError where the file cannot be read
 */
export const readEdges = (file: File): Promise<SavedEdges | null> =>
  fromFile(file, EDGES_READING, (set) => fetchEdges(set, undefined));

/**
 * Names, types and roles of a table's columns, guessed from a file with some of its rows.
 * @throws PlumblineError where the file cannot be read
 */
export const sampleColumns = (file: File): Promise<{ name: string; type: ColumnType; role: Role }[]> =>
  fromFile(file, {}, async (set) => {
    const config = parseConfig(undefined);
    const current = await profileColumns(set, config.seed);
    return inferSchema({ current }, config).map(({ name, type, role }) => ({ name, type, role }));
  });
