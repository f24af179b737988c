import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Running {
  pid: number;
  /** The program and what it was given. */
  command: string[];
}

const read = (pid: string, what: string): string[] => {
  try {
    return readFileSync(join('/proc', pid, what), 'utf8').split('\0');
  } catch {
    // It has ended meanwhile, or is another account's.
    return [];
  }
};

/** All that runs with a setting in its environment, as whatever a test has started does, however deep. */
export const runningWith = (setting: string): Running[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && read(name, 'environ').includes(setting))
    .map((name) => ({ pid: Number(name), command: read(name, 'cmdline') }));

/** Of these, the browser itself: what it starts says its type. */
export const browserOf = (running: readonly Running[]): Running | undefined =>
  running.find(
    ({ command }) =>
      command.includes('--remote-debugging-pipe') && !command.some((given) => given.startsWith('--type=')),
  );
