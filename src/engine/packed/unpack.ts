import { callback } from '../bridge.ts';
import type { EngineHandle } from '../data-set.ts';
import { errorFrom, PlumblineError } from '../../facts/statements/errors.ts';
import { readHead } from '../read/format.ts';
import { faultElsewhere } from '../read/reading-error.ts';
import type { ReadAs, ReadAsValues } from '../../facts/statements/reading.ts';

/** The bytes of a table, out of whatever they were packed in. */
export interface Unpacked {
  /** Named as the dropped file is. */
  file: File;
  /** A zip archive that is a workbook is left as it is. */
  workbook: boolean;
  /** How it was packed, for "How it was read"; the outermost first. */
  packing: ReadAs[];
}

/** A file in a file in a file: more is a mistake, or a trap. */
const DEEPEST = 3;

/**
 * Takes a table out of a gzip file or a zip archive, or out of one in the other; any other file is handed on as it is.
 * @param engine whose reader does the work
 * @param file as it was dropped
 * @param onBytes gets the bytes that are done, of the file that is being unpacked
 * @throws PlumblineError when the file cannot be opened, is cut off or damaged, or does not hold exactly one table
 */
export async function unpack(
  engine: EngineHandle,
  file: File,
  onBytes: (done: number, total: number) => void,
): Promise<Unpacked> {
  const packing: ReadAs[] = [];
  let inner = file;
  for (;;) {
    const kind = packingOf(await readHead(inner));
    if (kind === null || packing.length === DEEPEST) return { file: inner, workbook: false, packing };
    const onDone = (done: number): void => {
      onBytes(done, inner.size);
    };
    const opened = kind === 'gzip' ? await openGzip(engine, inner, onDone) : await openZip(engine, inner, onDone);
    if (opened === 'workbook') return { file: inner, workbook: true, packing };
    inner = opened.file;
    packing.push({ kind: 'packing', values: opened.packing });
  }
}

function packingOf(head: Uint8Array): 'gzip' | 'zip' | null {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  return head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5) ? 'zip' : null;
}

interface Opened {
  file: File;
  packing: ReadAsValues['packing'];
}

const damaged = (file: File, format: 'gzip' | 'zip') => (error: unknown) => {
  throw faultElsewhere(error, file.name) ?? new PlumblineError('damaged-file', { format }, { file: file.name });
};

type OnDone = (done: number) => void;

async function openGzip({ reader: { calls, gone } }: EngineHandle, file: File, onDone: OnDone): Promise<Opened> {
  const content = await Promise.race([calls.gunzip(file, callback(onDone)), gone]).catch(damaged(file, 'gzip'));
  return { file: new File([content], file.name), packing: { as: 'gzip' } };
}

async function openZip(
  { reader: { calls, gone } }: EngineHandle,
  file: File,
  onDone: OnDone,
): Promise<Opened | 'workbook'> {
  const found = await Promise.race([calls.unzip(file, callback(onDone)), gone]).catch(damaged(file, 'zip'));
  if ('workbook' in found) return 'workbook';
  if ('code' in found) throw errorFrom(found, file.name);
  return { file: new File([found.content], file.name), packing: { as: 'zip', file: found.name } };
}
