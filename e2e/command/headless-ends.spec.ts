import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { findChromium } from '../../tools/browsers/chromium.ts';
import { steel } from '../files.ts';

test.setTimeout(180_000);

const isRoot = process.getuid?.() === 0;
/** Chromium has no sandbox for root, so that the command is run as an account that can do little: "nobody". */
const NOBODY = 65_534;
const account = isRoot ? { uid: NOBODY, gid: NOBODY } : {};

/** A folder that every account may write to. */
function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-ends-'));
  chmodSync(folder, 0o777);
  return folder;
}

const command = (...options: string[]): string[] => ['lib/command.js', 'report', ...options];
const files = ['--reference', steel[0], '--current', steel[1]];

interface Running {
  program: ChildProcess;
  ended: Promise<number | null>;
  said: () => string;
}

function start(folder: string, environment: NodeJS.ProcessEnv = {}): Running {
  const program = spawn(process.execPath, command(...files, '--out', join(folder, 'report')), {
    ...account,
    env: { ...process.env, HOME: folder, TMPDIR: folder, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  program.stderr?.setEncoding('utf8').on('data', (piece: string) => (said += piece));
  const ended = new Promise<number | null>((resolve) => program.once('exit', resolve));
  return { program, ended, said: () => said };
}

interface Process {
  id: number;
  parent: number;
  line: string;
}

/** All that a process has started, and what that has started. */
function startedBy(root: number): Process[] {
  const all = execFileSync('ps', ['-Ao', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .flatMap((text): Process[] => {
      const [, id, parent, line] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(text) ?? [];
      return line === undefined ? [] : [{ id: Number(id), parent: Number(parent), line }];
    });
  const found: Process[] = [];
  for (let parents = [root]; parents.length > 0;) {
    const children = all.filter(({ parent }) => parents.includes(parent));
    found.push(...children);
    parents = children.map(({ id }) => id);
  }
  return found;
}

/** Whether it runs: one that has ended is listed as long as nobody has asked how (Z). */
const isAlive = (id: number): boolean =>
  /^[^Z\s]/.test(spawnSync('ps', ['-o', 'stat=', '-p', String(id)], { encoding: 'utf8' }).stdout.trim());

const leftIn = (folder: string): string[] => readdirSync(folder).filter((name) => name.includes('report'));

for (const [signal, code] of [
  ['SIGTERM', 143],
  ['SIGINT', 130],
] as const) {
  test(`${signal} ends all that the command has started, sandboxed as it was, and leaves no part of a report`, async () => {
    const folder = openFolder();
    const { program, ended, said } = start(folder);
    await expect.poll(said, { timeout: 120_000 }).toMatch(/\w+ …/);
    const started = startedBy(program.pid ?? 0);
    const renderers = started.filter(({ line }) => line.includes('--type=renderer'));
    expect(renderers.length).toBeGreaterThan(0);
    expect(started.filter(({ line }) => line.includes('--no-sandbox'))).toEqual([]);
    expect(said()).not.toContain('without its sandbox');
    program.kill(signal);
    expect(await ended).toBe(code);
    await expect.poll(() => started.filter(({ id }) => isAlive(id))).toEqual([]);
    // It says that the last run failed.
    expect(leftIn(folder)).toEqual(['report.prom']);
    expect(said()).toContain(`stopped by ${signal}`);
  });
}

/** Its browser, as soon as there is one. */
async function browserOf({ program }: Running): Promise<number> {
  let found: number | undefined;
  const look = (): boolean => {
    const browsers = startedBy(program.pid ?? 0).filter(({ line }) => line.includes('--remote-debugging-pipe'));
    found = browsers.find(({ line }) => !line.includes('--type='))?.id;
    return found !== undefined;
  };
  await expect.poll(look, { timeout: 120_000, intervals: [50] }).toBe(true);
  return found ?? 0;
}

for (const when of ['while it starts', 'while it works']) {
  test(`a browser that hangs ${when} is ended by force`, async () => {
    const folder = openFolder();
    const running = start(folder);
    const { program, ended, said } = running;
    if (when === 'while it works') await expect.poll(said, { timeout: 120_000 }).toMatch(/Reading …/);
    const browser = await browserOf(running);
    const started = startedBy(program.pid ?? 0);
    process.kill(browser, 'SIGSTOP');
    program.kill('SIGTERM');
    expect(await ended).toBe(143);
    await expect.poll(() => started.filter(({ id }) => isAlive(id)), { timeout: 20_000 }).toEqual([]);
  });
}

for (const [when, started] of [
  ['before it has a page', (running: Running) => browserOf(running)],
  [
    'when it has one',
    async (running: Running) => {
      const renderers = () =>
        startedBy(running.program.pid ?? 0).filter(({ line }) => line.includes('--type=renderer'));
      await expect.poll(() => renderers().length, { timeout: 120_000, intervals: [20] }).toBeGreaterThan(0);
    },
  ],
  ['while it works', ({ said }: Running) => expect.poll(said, { timeout: 120_000 }).toMatch(/Reading …/)],
] as const) {
  test(`a browser that dies ${when} fails the run at once, with the code for that`, async () => {
    const folder = openFolder();
    const running = start(folder);
    await started(running);
    process.kill(await browserOf(running), 'SIGKILL');
    expect(await running.ended).toBe(2);
    expect(running.said()).toContain('Could not run: ');
    expect(leftIn(folder)).toEqual(['report.prom']);
  });
}

test('where a system allows no sandbox the command says so and goes on', async () => {
  const folder = openFolder();
  const program = join(folder, 'chromium-of-a-system-without-sandboxes');
  writeFileSync(
    program,
    `#!/bin/bash\ncase "$*" in *--no-sandbox*) exec "${findChromium() ?? ''}" "$@";; esac\necho "[FATAL] No usable sandbox! Update your kernel" >&2\nexit 1\n`,
    { mode: 0o755 },
  );
  const { ended, said } = start(folder, { CHROMIUM: program });
  expect(await ended).toBe(1);
  expect(said()).toContain('Chromium runs without its sandbox: this system allows none.');
  expect(leftIn(folder).sort()).toEqual(['report.html', 'report.json', 'report.prom']);
});

test('what cannot be written is said before the work, and nothing is left', () => {
  const folder = openFolder();
  writeFileSync(join(folder, 'file'), '');
  const place = join(folder, 'file', 'report');
  const { status, stderr } = spawnSync(process.execPath, command(...files, '--formats', 'html,json', '--out', place), {
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([2, expect.stringContaining(`${place}.html cannot be written`)]);
  expect(stderr).not.toContain('…');
  expect(readdirSync(folder)).toEqual(['file']);
});
