import { detailOf, errorFrom, PlumblineError } from '../../../facts/statements/errors.ts';
import { shippedWorker } from '../../../shipped/shipped.ts';
import workerUrl from './document-worker.ts?worker&url';
import type { DocumentAnswer, DocumentCall } from './document-worker.ts';
import { readHere, type Documents } from './documents.ts';
import type { SetUp } from './set-up.ts';

/** What is longer would be felt if the page read it. */
const SHORT_BYTES = 64_000;

/** What the page reads itself where that takes no time, and has a worker read otherwise. */
export const readApart: Documents = {
  setUp: (file, isKnown) =>
    file.size <= SHORT_BYTES ? readHere.setUp(file, isKnown) : asked(file, { name: 'setUp', given: [file, isKnown] }),
  report: (file) => asked(file, { name: 'report', given: [file] }),
};

/** Reads a file that is known to be a set-up. */
export async function setUpOf(file: File): Promise<SetUp> {
  const found = await readApart.setUp(file, true);
  if (found === null) throw new Error(`${file.name} is no set-up`);
  return found;
}

/** A worker for one document. */
async function asked<T>(file: File, call: DocumentCall): Promise<T> {
  const worker = await shippedWorker(workerUrl);
  try {
    const answer = await new Promise<DocumentAnswer>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<DocumentAnswer>) => {
        resolve(data);
      });
      worker.addEventListener('error', ({ message }) => {
        reject(diedOf(message));
      });
      worker.postMessage(call);
    });
    if ('error' in answer) throw errorFrom(answer.error, file.name);
    return answer.found as T;
  } finally {
    worker.terminate();
  }
}

/** Without a message the worker's own file could not be had. */
const diedOf = (message: string): PlumblineError =>
  message === ''
    ? new PlumblineError('part-missing', { part: '', status: null })
    : new PlumblineError('unexpected', { detail: detailOf(message) });
