import { createHash } from 'node:crypto';
import { openFiles } from '../../src/engine/read/open.ts';
import type { DataSet } from '../../src/engine/data-set.ts';
import { PlumblineError } from '../../src/facts/statements/errors.ts';
import { parseConfig } from '../../src/facts/settings/settings.ts';
import { contentsOfDrop } from '../../src/ui/files/contents-of-drop.ts';
import { readHere } from '../../src/ui/files/documents/documents.ts';
import { errorText } from '../../src/words/error-text.ts';
import { databaseIn, startNodeEngine, type NodeEngine } from '../engine/node-engine.ts';
import { handleOf } from '../engine/node-handle.ts';
import { rowsOf } from '../engine/rows-of.ts';
import { reportOn } from '../inputs/report-on.ts';
import { drawn } from './drawn.ts';

/** What came of a file that was dropped on the page. */
export type Opened =
  | { as: 'table'; rows: string; warnings: number }
  | { as: 'set-up' | 'report' }
  | { as: 'refused'; code: string; said: string }
  /** An error without a code, or one that blames the app. */
  | { as: 'broken'; detail: string };

let engine: NodeEngine | null = null;

/**
 * Opens a file as the page does: told by its content, read by the real engine, and reported on; a saved report is drawn.
 * @param reported whether a table is reported on
 */
export async function openDropped(file: File, reported: (table: Opened) => boolean): Promise<Opened> {
  try {
    const { sources, report } = await contentsOfDrop([[file]], undefined, readHere);
    const [source] = sources;
    if (report !== null) drawn(report.report);
    if (source === undefined) return { as: report === null ? 'set-up' : 'report' };
    const data = await opened(source.files);
    const warnings = data.summary.notes.filter(({ severity }) => severity === 'warning').length;
    const table = { as: 'table', rows: sumOf(data, await rowsOf(data)), warnings } as const;
    if (reported(table)) drawn(await reportOn({ current: data }, parseConfig({})));
    return table;
  } catch (error) {
    return refusal(error);
  }
}

async function opened(files: readonly File[]): Promise<DataSet> {
  engine ??= await startNodeEngine();
  const handle = handleOf(databaseIn(engine));
  const [data] = await openFiles([{ files, engine: handle, onProgress: () => undefined }]);
  if (data === undefined) throw new Error('nothing was opened');
  return data;
}

const sumOf = ({ columns }: DataSet, rows: unknown): string =>
  createHash('sha1')
    .update(JSON.stringify([columns.map(({ name, type }) => [name, type]), rows]))
    .digest('hex');

/** The page blames no file for these, so no file may lead to them. */
const OWN_FAULTS = new Set(['unexpected', 'engine-died', 'engine-start', 'part-missing']);

function refusal(error: unknown): Opened {
  if (!(error instanceof PlumblineError)) {
    // The engine may be in any state.
    engine = null;
    return { as: 'broken', detail: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  const { code } = error as PlumblineError;
  const said = errorText(error);
  if (OWN_FAULTS.has(code)) return { as: 'broken', detail: said };
  // A memory that is full is that of all files together.
  const isPlaced = 'file' in error || code === 'too-large';
  return isPlaced ? { as: 'refused', code, said } : { as: 'broken', detail: `names no file: ${said}` };
}
