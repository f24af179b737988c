import { constants } from 'node:os';
import { commandWords } from '../../src/words/command-words.ts';

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/** Somebody has ended the command. */
export class Stopped extends Error {
  /** As shells give it: 128 and the signal's number. */
  readonly exitCode: number;

  constructor(signal: (typeof SIGNALS)[number]) {
    super(commandWords.stoppedBy(signal));
    this.exitCode = 128 + constants.signals[signal];
  }
}

/**
 * Does some work until a signal comes; then it rejects, so that whoever started something ends it. A second signal ends the process at once.
 * It rejects as well with an error that nobody catches, as Playwright throws some when a browser dies: Node would end with 1, which says that
 * the data have changed. What comes of these after the work is passed over.
 * @throws Stopped
 */
export async function untilStopped<T>(work: () => Promise<T>): Promise<T> {
  let stop: (error: unknown) => void = () => undefined;
  const stopped = new Promise<never>((_, reject) => (stop = reject));
  const onSignal = (signal: (typeof SIGNALS)[number]): void => {
    forget();
    stop(new Stopped(signal));
  };
  const forget = (): void => {
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  process.on('uncaughtException', (error) => stop(error));
  try {
    return await Promise.race([work(), stopped]);
  } finally {
    forget();
  }
}
