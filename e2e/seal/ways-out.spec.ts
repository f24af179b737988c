import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, expect, test, type BrowserContext, type Page, type Worker } from '@playwright/test';
import { launchOptions } from '../browser.ts';
import { Firefox } from '../firefox.ts';
import { Listener } from './listener.ts';
import { PlainServer } from '../plain-server.ts';
import { heardWays, namedWays, workerWays, type Elsewhere, type Way } from './ways-out.ts';

test.setTimeout(300_000);

const SINGLE_FILE = pathToFileURL('dist/plumbline.html').href;
/** Nobody's, for ever (RFC 6761). */
const HOST = 'plumbline.invalid';
const done = { timeout: 60_000 };
/** A request that was begun is heard by then; on this machine it takes some milliseconds. */
const quiet = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 250));

let listener: Listener;
let server: PlainServer;
let folder: string;

test.beforeAll(async () => {
  listener = await Listener.start();
  server = new PlainServer();
  server.files.set(
    'bare.html',
    Buffer.from('<!doctype html><title>bare</title><meta name="viewport" content="width=device-width"><p>bare</p>'),
  );
  await server.start();
  folder = mkdtempSync(join(tmpdir(), 'plumbline-ways-'));
});

test.afterAll(async () => {
  await listener.stop();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const elsewhere = (): Elsewhere => ({ address: listener.address, datagrams: listener.datagramPort, host: HOST });

/** A browser that resolves names as any does, and writes down what it asked for. */
async function browserWithLog(name: string): Promise<{ context: BrowserContext; names: () => Promise<string[]> }> {
  const log = join(folder, `${name}.json`);
  const { executablePath } = launchOptions();
  const context = await chromium.launchPersistentContext(join(folder, name), {
    ...(executablePath !== undefined && { executablePath }),
    serviceWorkers: 'block',
    args: ['--no-sandbox', '--allow-loopback-in-peer-connection', `--log-net-log=${log}`],
  });
  const names = async (): Promise<string[]> => {
    await context.close();
    const asked = readFileSync(log, 'utf8').match(new RegExp(`[a-z-]+(?=\\.${HOST.replace('.', '\\.')})`, 'g'));
    return [...new Set(asked)].sort();
  };
  return { context, names };
}

/** What the listener hears while a way is tried, as a person would who has just pressed a key. */
async function heardOf(page: Page, way: Way): Promise<string[]> {
  listener.heard.length = 0;
  await page.keyboard.press('a');
  await Promise.race([page.evaluate(way.go, elsewhere()).catch(() => undefined), quiet()]);
  await quiet();
  return [...listener.heard];
}

async function heardOfWorker(worker: Worker, way: Way): Promise<string[]> {
  listener.heard.length = 0;
  await Promise.race([worker.evaluate(way.go, elsewhere()).catch(() => undefined), quiet()]);
  await quiet();
  return [...listener.heard];
}

/** A number of the seal's list, by its name. */
async function counted(page: Page, name: RegExp): Promise<number> {
  return Number(await page.locator('dt', { hasText: name }).locator('xpath=following-sibling::dd[1]').innerText());
}

async function savedReport(page: Page): Promise<string> {
  const html = await page.evaluate(async () => {
    const current = new File(['a,b\n1,2\n3,4\n'], 'a.csv');
    const report = await window.plumbline.analyze({ current });
    return (await window.plumbline.exportHtml(report, { note: '[elsewhere](http://127.0.0.1:1/)' })).text();
  });
  const path = join(folder, 'report.html');
  writeFileSync(path, html);
  return pathToFileURL(path).href;
}

test('a page without a seal is heard by each of these ways', async () => {
  const { context, names } = await browserWithLog('bare');
  const page = await context.newPage();
  const unheard: string[] = [];
  for (const way of [...heardWays, ...namedWays]) {
    await page.goto(`${server.address()}bare.html`);
    if ((await heardOf(page, way)).length === 0 && !namedWays.includes(way)) unheard.push(way.name);
    for (const other of context.pages()) if (other !== page) await other.close();
  }
  await page.goto(`${server.address()}bare.html`);
  const started = page.waitForEvent('worker');
  await page.evaluate(() => void Object.assign(window, { kept: new Worker(URL.createObjectURL(new Blob(['']))) }));
  for (const way of workerWays) {
    if ((await heardOfWorker(await started, way)).length === 0) unheard.push(`worker: ${way.name}`);
  }
  expect(unheard).toEqual([]);
  expect(await names()).toEqual(namedWays.map(({ name }) => name).sort());
});

for (const kind of ['site', 'single file', 'saved report'] as const) {
  test(`no way out is heard: ${kind}`, async () => {
    const { context, names } = await browserWithLog(kind.replace(' ', '-'));
    const page = await context.newPage();
    await page.goto(kind === 'single file' ? SINGLE_FILE : server.address());
    await page.evaluate(() => window.plumbline.ready);
    if (kind === 'saved report') await page.goto(await savedReport(page));
    const address = page.url();
    await page.evaluate(() => Object.assign(window, { stillHere: true }));
    const open = context.pages().length;
    for (const way of [...heardWays, ...namedWays]) {
      expect(await heardOf(page, way), way.name).toEqual([]);
      expect(context.pages().length, way.name).toBe(open);
      expect(page.url().replace('#ping', ''), way.name).toBe(address);
      expect(await page.evaluate(() => 'stillHere' in window), way.name).toBe(true);
    }
    expect(await names()).toEqual([]);
  });
}

for (const [kind, address] of [
  ['site', () => server.address()],
  ['single file', () => SINGLE_FILE],
] as const) {
  test(`no way out of a worker is heard, and the seal counts what it tried: ${kind}`, async ({ page }) => {
    await page.goto(address());
    await page.evaluate(() => window.plumbline.ready);
    await expect.poll(() => page.workers().length, done).toBeGreaterThanOrEqual(4);
    for (const worker of page.workers()) {
      for (const way of workerWays) expect(await heardOfWorker(worker, way), way.name).toEqual([]);
      const left = await worker.evaluate(() =>
        [
          'RTCPeerConnection',
          'WebSocket',
          'WebTransport',
          'EventSource',
          'XMLHttpRequest',
          'importScripts',
          'Worker',
        ].filter((name) => name in globalThis),
      );
      expect(left).toEqual([]);
    }
    await page.getByRole('button', { name: /Sealed/ }).click();
    await expect.poll(() => counted(page, /refused/)).toBeGreaterThanOrEqual(page.workers().length);
    if (kind === 'single file') return;
    const before = await counted(page, /so far/);
    const font = [...server.files.keys()].find((name) => name.endsWith('.woff2')) ?? '';
    await page
      .workers()[0]
      ?.evaluate((url) => new FontFace('own', `url(${url})`).load().then(() => 0), server.address() + font);
    await expect.poll(() => counted(page, /so far/)).toBe(before + 1);
  });

  test(`what stays possible is what is said: ${kind}`, async ({ page, context }) => {
    await page.goto(address());
    await page.evaluate(() => window.plumbline.ready);
    await page.evaluate((to) => {
      const link = Object.assign(document.createElement('a'), {
        href: `${to}/link`,
        target: '_blank',
        rel: 'noopener',
      });
      link.id = 'elsewhere';
      link.textContent = 'elsewhere';
      document.body.prepend(link);
    }, listener.address);
    listener.heard.length = 0;
    const opened = context.waitForEvent('page');
    await page.locator('#elsewhere').click();
    await (await opened).waitForLoadState();
    expect(listener.heard).toContain('/link');

    // The page's own server is asked for parts of the page; the single file has none.
    const asked = server.asked.length;
    const fetched = await page.evaluate(() =>
      fetch('./favicon.svg').then(
        () => true,
        () => false,
      ),
    );
    expect(fetched).toBe(kind === 'site');
    expect(server.asked.slice(asked)).toEqual(kind === 'site' ? ['/favicon.svg'] : []);

    listener.heard.length = 0;
    await page.goto(`${listener.address}/bar`);
    expect(listener.heard).toContain('/bar');
  });

  test(`Firefox holds the same: ${kind}`, async () => {
    const firefox = await Firefox.start();
    await firefox.goto(address());
    await firefox.text('window.plumbline.ready');
    listener.heard.length = 0;
    for (const way of [...heardWays, ...namedWays]) {
      await firefox.text(
        `Promise.race([(async () => (${way.go.toString()})(${JSON.stringify(elsewhere())}))().then(() => 0, () => 0), new Promise((r) => setTimeout(r, 250))])`,
      );
      expect(listener.heard, way.name).toEqual([]);
    }
    await quiet();
    expect(listener.heard).toEqual([]);
    expect(await firefox.text('location.href.replace("#ping", "")')).toBe(address());
    await firefox.close();
  });
}

test('each row of the table of ways out stands for ways that are tried', () => {
  const table =
    /## What the policy does not reach\n([\s\S]*?)\n## /.exec(readFileSync('docs/hosting.md', 'utf8'))?.[1] ?? '';
  const rows = [...table.matchAll(/^\| ([^|]+) \|/gm)]
    .map(([, row]) => row?.trim())
    .filter((row) => row !== 'row' && !/^-+$/.test(row ?? ''));
  const tried = new Set([...heardWays, ...namedWays, ...workerWays].map(({ row }) => row));
  expect(new Set(rows)).toEqual(tried);
});
