import {
  expose,
  proxy,
  releaseProxy,
  transfer,
  transferHandlers,
  wrap,
  type Remote,
  type TransferHandler,
} from 'comlink';
import { detailOf, PlumblineError, type ErrorFacts } from '../facts/statements/errors.ts';

/** How comlink marks what a call threw, and what it posts for an error. */
type Thrown = TransferHandler<{ value: unknown }, { isError: boolean; value: object }>;

const commonThrown = transferHandlers.get('throw') as Thrown;

/** Comlink posts an error's name, message and stack alone: an error of the app keeps its code, its values and its place. */
const thrown: Thrown = {
  ...commonThrown,
  serialize: (call) => {
    const [posted, buffers] = commonThrown.serialize(call);
    const { value } = call;
    return [value instanceof PlumblineError ? { ...posted, value: { ...value, ...posted.value } } : posted, buffers];
  },
  deserialize: (posted) => {
    const { isError, value } = posted;
    if (!isError || !('code' in value && 'values' in value)) return commonThrown.deserialize(posted);
    const { code, values, ...place } = value as ErrorFacts;
    throw Object.assign(new PlumblineError(code, values), place);
  },
};

transferHandlers.set('throw', thrown);

/** A worker and its calls; `end` stops it at once, whatever it does. */
export interface Helper<T> {
  calls: Remote<T>;
  /** Rejects when the worker dies or is ended: race long calls against it. */
  gone: Promise<never>;
  end(): void;
}

/**
 * Wraps a worker that serves an object with `serve`.
 * @param worker a fresh worker
 */
export function helper<T>(worker: Worker): Helper<T> {
  const calls = wrap<T>(worker);
  let fail: (reason: Error) => void;
  const gone = new Promise<never>((_resolve, reject) => (fail = reject));
  gone.catch(() => undefined);
  worker.addEventListener('error', (event) => {
    worker.terminate();
    // Without a message the worker's own file could not be had.
    fail(
      event.message === ''
        ? new PlumblineError('part-missing', { part: '', status: null })
        : new PlumblineError('engine-died', { detail: detailOf(event.message) }),
    );
  });
  let ended = false;
  return {
    calls,
    gone,
    end: () => {
      if (ended) return;
      ended = true;
      calls[releaseProxy]();
      worker.terminate();
      fail(new DOMException('The worker was stopped.', 'AbortError'));
    },
  };
}

/**
 * Offers an object's methods to the page, from inside a worker.
 * @param api plain methods with cloneable arguments and answers
 */
export const serve = (api: object): void => {
  expose(api);
};

/**
 * Hands bytes over to a worker instead of copying them; they are gone here afterwards.
 * @param bytes what a call carries: arrays of their own buffers, by any key
 */
export const handOver = <T extends Readonly<Record<string, Uint8Array | undefined>>>(bytes: T): T =>
  transfer(
    bytes,
    Object.values(bytes).flatMap((array) => (array === undefined ? [] : [array.buffer as ArrayBuffer])),
  );

/**
 * Hands over buffers wherever they stand in a message: they are gone here afterwards.
 * @param message whatever can be cloned
 * @param buffers those that it holds
 */
export const handOverAll = <T>(message: T, buffers: readonly Uint8Array[]): T =>
  transfer(
    message,
    buffers.map(({ buffer }) => buffer as ArrayBuffer),
  );

/**
 * A function that a worker may call; calls come back here.
 * @param call with cloneable arguments, and no answer
 */
export const callback = <Args extends unknown[]>(call: (...args: Args) => void): ((...args: Args) => void) =>
  proxy(call);

export { transfer };
