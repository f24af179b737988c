import { hasPanicked } from './panics.ts';
import { endAfter } from './watchdog.ts';

const { fuzzCase } = await import('./fuzz-case.ts');

/** Far more than the driver lets pass as well. */
const MOST_SECONDS = 60;

/** Opens the damaged files of the seeds that it is sent, one by one. A process of its own: a file may keep it busy for ever, or end it. */
process.on('message', (seed: number) => {
  endAfter(MOST_SECONDS);
  const { user, system } = process.cpuUsage();
  void fuzzCase(seed).then((outcome) => {
    const spent = process.cpuUsage({ user, system });
    process.send?.({
      outcome,
      seconds: (spent.user + spent.system) / 1e6,
      bytes: process.memoryUsage().rss,
      worn: hasPanicked(),
    });
  });
});
process.send?.('ready');
