import { Worker } from 'node:worker_threads';

/** A thread beside the one that is watched, which may be busy for ever. */
const WATCH = `
const { parentPort } = require('node:worker_threads');
let limit = Infinity;
const used = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1e6; };
parentPort.on('message', (seconds) => { limit = used() + seconds; });
setInterval(() => { if (used() > limit) process.kill(process.pid, 'SIGKILL'); }, 500);
`;

const worker = new Worker(WATCH, { eval: true });
worker.unref();

/** Ends this process when it computes longer than that from now on. The clock does not count: a machine under load only waits. */
export const endAfter = (seconds: number): void => {
  worker.postMessage(seconds);
};
