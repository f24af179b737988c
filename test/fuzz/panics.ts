import { hearPanic } from '../../src/engine/columnar/panic.ts';

let heard = false;

/** An error outside all promises is told as in a worker of the page, and does not end the process. */
process.on('uncaughtException', (error) => {
  heard = true;
  hearPanic(error);
});

// On a machine under load the clock says nothing; what is busy for ever is ended by `watchdog.ts`.
const { setTimeout: usual } = globalThis;
const MANY_TIMES = 30;
Object.assign(globalThis, { setTimeout: (call: () => void, ms = 0) => usual(call, MANY_TIMES * ms) });

/** Whether there has been one: then the page would have ended its worker. */
export const hasPanicked = (): boolean => heard;
