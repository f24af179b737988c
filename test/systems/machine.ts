import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

interface Circumstances {
  cwd?: string;
  env?: Record<string, string>;
  /** What the program reads. */
  input?: string | undefined;
  /** What asks the program to end. */
  signal?: NodeJS.Signals;
}

/** Runs a program to its end, whatever that is. */
export async function attempt(
  program: string,
  args: readonly string[],
  { cwd, env = {}, input = '' }: Circumstances = {},
): Promise<Ended> {
  const child = spawn(program, [...args], { ...(cwd !== undefined && { cwd }), env: { ...process.env, ...env } });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (part: string) => (stdout += part));
  child.stderr.setEncoding('utf8').on('data', (part: string) => (stderr += part));
  child.stdin.on('error', () => undefined).end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}

/**
 * Runs a program that has to end well, and gives what it said.
 * @throws Error with all that it said
 */
export async function run(program: string, args: readonly string[], given?: Circumstances): Promise<string> {
  const { code, stdout, stderr } = await attempt(program, args, given);
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${String(code)}:\n${stdout}\n${stderr}`);
  return stdout;
}

/** A folder of a test's own that other users may look into. */
export function openFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `plumbline-${name}-`));
  // Servers run as users of their own.
  chmodSync(folder, 0o755);
  return folder;
}

/** Test files run side by side, and apt-get waits for others' installing alone, not for their look at what there is. */
const APT_LOCK = join(tmpdir(), 'plumbline-apt.lock');

/**
 * Debian's packages, installed where they are not there.
 * @throws Error that says what to install where this cannot do it
 */
export async function debian(...packages: string[]): Promise<void> {
  const states = await Promise.all(
    packages.map((name) => attempt('dpkg-query', ['--show', '--showformat=${Status}', name]).catch(() => null)),
  );
  const missing = packages.filter((_, at) => states[at]?.stdout !== 'install ok installed');
  if (missing.length === 0) return;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]) =>
    run('flock', [APT_LOCK, 'apt-get', '-qq', '-o', 'DPkg::Lock::Timeout=300', ...args], { env });
  try {
    if (process.getuid?.() !== 0) throw new Error('Only root can install packages.');
    await apt('update');
    await apt('install', '--yes', '--no-install-recommends', ...missing);
  } catch (error) {
    const asked = `The tests of other systems need Debian's packages: apt-get install ${missing.join(' ')}`;
    throw new Error(`${asked}\n${String(error)}`, { cause: error });
  }
}

/** What ends the programs that a test has started. */
export class Started {
  readonly #children: { child: ChildProcess; signal: NodeJS.Signals }[] = [];

  /** Starts a program that runs until the test is over; what it says is kept. */
  start(program: string, args: readonly string[], given: Circumstances = {}): { said: () => string } {
    const { cwd, env = {}, signal = 'SIGTERM' } = given;
    const child = spawn(program, [...args], { ...(cwd !== undefined && { cwd }), env: { ...process.env, ...env } });
    let said = '';
    const keep = (part: string): string => (said += part);
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.on('error', (error) => keep(String(error)));
    this.#children.push({ child, signal });
    return { said: () => said };
  }

  async end(): Promise<void> {
    await Promise.all(
      this.#children.map(async ({ child, signal }) => {
        if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
        const ended = once(child, 'exit');
        child.kill(signal);
        const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
        await ended;
        clearTimeout(late);
      }),
    );
  }
}

/**
 * Asks again and again until there is an answer.
 * @throws Error after five minutes, with the last failure
 */
export async function until<T>(what: string, ask: () => Promise<T | null | undefined | false>): Promise<T> {
  const end = Date.now() + 300_000;
  let last: unknown = 'no answer';
  for (;;) {
    const answer = await ask().catch((error: unknown) => {
      last = error;
      return null;
    });
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`Waited in vain: ${what} (${String(last)})`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** A port that nothing listens on: any, or the first of some. */
export async function freePort(wanted: readonly number[] = [0]): Promise<number> {
  const [first, ...others] = wanted;
  const server = createServer().listen(first, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    if (others.length === 0) throw error;
    return freePort(others);
  }
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('No port is free.');
  return address.port;
}
