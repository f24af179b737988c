import { chromium } from '@playwright/test';
import { serveSite } from './site.ts';
import { watchReport } from './bench/watch.ts';
const { server, address } = await serveSite(0);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage();
await page.addInitScript(() => {
  const o = Worker.prototype.postMessage;
  const log: any[] = [];
  (globalThis as any).__log = log;
  const open = new Map();
  Worker.prototype.postMessage = function (this: any, m: any, ...r: any[]) {
    if (!this.__n) {
      this.__n = (globalThis as any).__w = ((globalThis as any).__w ?? 0) + 1;
      this.addEventListener('message', (e: any) => {
        const k = this.__n + ':' + String(e.data.id ?? e.data.requestId);
        const q = open.get(k);
        if (q) {
          q.end = performance.now();
          open.delete(k);
        }
      });
    }
    const q = {
      w: this.__n,
      start: performance.now(),
      what: (m.path ?? [m.type]).join('.'),
      text: m.type === 'RUN_QUERY' || m.type === 'START_PENDING_QUERY' ? String(m.data[1]) : '',
    };
    log.push(q);
    open.set(this.__n + ':' + String(m.id ?? m.messageId), q);
    (o as any).call(this, m, ...r);
  };
});
await page.goto(address);
const choose = (slot: string, f: string) => page.getByTestId(slot).locator('input[type="file"]').setInputFiles(f);
const ext = process.argv[2] ?? 'csv',
  rows = process.argv[3] ?? '1000000';
await page.waitForTimeout(2500);
await page.evaluate(() => ((globalThis as any).__log.length = 0));
const report = await watchReport(page);
const z = await page.evaluate(() => performance.now());
await choose('slot-reference', `.bench/reference_${rows}x30.${ext}`);
await choose('slot-current', `.bench/current_${rows}x30.${ext}`);
console.log(JSON.stringify(await report()));
const log = (await page.evaluate(() => (globalThis as any).__log)) as any[];
for (const q of log)
  console.log(
    (q.start - z).toFixed(0).padStart(6),
    ((q.end ?? q.start) - q.start).toFixed(0).padStart(5),
    q.w,
    q.what,
    q.text.replace(/\s+/g, ' ').slice(0, 6000),
  );
await browser.close();
server.close();
process.exit(0);
