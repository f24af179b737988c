import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import type { FuzzOutcome } from './fuzz-case.ts';

/** What came of one seed. */
export interface Fuzzed {
  seed: number;
  /** Null where the process came to no end, or died. */
  outcome: FuzzOutcome | null;
  fault: string | null;
  seconds: number;
}

/** Of computing, both for the damaged file and the good one: neither a machine under load nor a slow one alters it much. */
const MOST_SECONDS = 20;
/** On the clock, after which a process waits for something that never comes; one that is busy for ever ends itself. */
const PATIENCE_MS = 600_000;
const MOST_BYTES = 3e9;

interface Answer {
  outcome: FuzzOutcome;
  seconds: number;
  bytes: number;
  /** Whether the process is of no more use, as a worker of the page would be. */
  worn: boolean;
}

const BUILT = 'test-results/fuzz';

/** As one file: the page's own code, components and all, for Node. */
const buildChild = () =>
  build({
    ...{ configFile: false, logLevel: 'error', plugins: [svelte()] },
    build: { ssr: 'test/fuzz/child.ts', outDir: BUILT, minify: false, copyPublicDir: false },
  });

async function start(): Promise<ChildProcess> {
  const child = fork(`${BUILT}/child.js`, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  await once(child, 'message');
  return child;
}

/** The answer to a seed, or why there is none. */
function answer(child: ChildProcess, seed: number): Promise<Answer | string> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      settle('it came to no end');
    }, PATIENCE_MS);
    const settle = (found: Answer | string): void => {
      clearTimeout(timer);
      child.removeAllListeners('message').removeAllListeners('exit');
      resolve(found);
    };
    child.once('message', (found) => {
      settle(found as Answer);
    });
    child.once('exit', (code, signal) => {
      settle(`the process died (${String(code ?? signal)})`);
    });
    child.send(seed);
  });
}

function judged(seed: number, { outcome, seconds, bytes }: Answer): Fuzzed {
  const slow = seconds > MOST_SECONDS ? `it took ${seconds.toFixed(0)} s` : null;
  const large = bytes > MOST_BYTES ? `it took ${(bytes / 1e9).toFixed(1)} GB` : null;
  return { seed, outcome, fault: outcome.fault ?? slow ?? large, seconds };
}

/**
 * Opens the damaged files of some seeds.
 * @param seeds each names a file and its damage
 * @param onEach gets what came of each
 */
export async function fuzz(seeds: readonly number[], onEach: (fuzzed: Fuzzed) => void): Promise<void> {
  await buildChild();
  let child = await start();
  for (const seed of seeds) {
    const found = await answer(child, seed);
    const fuzzed =
      typeof found === 'string' ? { seed, outcome: null, fault: found, seconds: NaN } : judged(seed, found);
    onEach(fuzzed);
    if (fuzzed.fault === null && typeof found !== 'string' && !found.worn) continue;
    child.kill('SIGKILL');
    child = await start();
  }
  child.kill('SIGKILL');
}
