import { serve, transfer } from '../bridge.ts';
import { hearPanic } from '../columnar/panic.ts';
import type { Reader } from '../reader.ts';
import { readerCalls } from './reader-calls.ts';

const calls = readerCalls();

/** What is large is handed over. */
const api: Reader = {
  ...calls,

  async readSlice(file, request) {
    const slice = await calls.readSlice(file, request);
    return transfer(slice, [slice.bytes.buffer]);
  },

  async decodeSlice(file, request) {
    const slice = await calls.decodeSlice(file, request);
    return transfer(slice, [('batch' in slice ? slice.batch.stream : slice.bytes).buffer as ArrayBuffer]);
  },

  async repairSlice(file, request) {
    const repaired = await calls.repairSlice(file, request);
    return transfer(repaired, [repaired.bytes.buffer]);
  },

  async next() {
    const batch = await calls.next();
    return batch === null ? null : transfer(batch, [batch.stream.buffer as ArrayBuffer]);
  },
};

addEventListener('error', (event) => {
  if (hearPanic(event.error)) event.preventDefault();
});
addEventListener('unhandledrejection', (event) => {
  if (hearPanic(event.reason)) event.preventDefault();
});

serve(api);
