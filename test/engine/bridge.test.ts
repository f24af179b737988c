import { expose, wrap } from 'comlink';
import { expect, test } from 'vitest';
import '../../src/engine/bridge.ts';
import { PlumblineError } from '../../src/facts/statements/errors.ts';

const failing = (error: unknown): Promise<unknown> => {
  const { port1, port2 } = new MessageChannel();
  // A worker may throw anything.
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
  expose(() => Promise.reject(error), port1);
  const call = wrap<() => Promise<unknown>>(port2)();
  return call.finally(() => {
    port1.close();
  });
};

test('an error of the app is the same on the other side of a worker', async () => {
  const sent = new PlumblineError(
    'damaged-file',
    { format: 'json', row: 2, detail: { quote: 'why' } },
    { file: 'a.json', row: 2, column: 'x', share: 0.5 },
  );
  const received: unknown = await failing(sent).catch((error: unknown) => error);
  expect(received).toBeInstanceOf(PlumblineError);
  expect({ ...(received as object) }).toEqual({ ...sent });
  expect((received as Error).message).toBe(sent.message);
  expect((received as Error).stack).toBe(sent.stack);
});

test('another error crosses with its name and message, and what is no error as it is', async () => {
  const received: unknown = await failing(new RangeError('too far')).catch((error: unknown) => error);
  expect(received).toMatchObject({ name: 'RangeError', message: 'too far' });
  expect(await failing('text').catch((error: unknown) => error)).toBe('text');
});
