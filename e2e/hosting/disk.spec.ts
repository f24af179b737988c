import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, expect, test } from '@playwright/test';
import { launchOptions } from '../browser.ts';
import { PlainServer } from '../plain-server.ts';

test.setTimeout(180_000);

/** Unpacked it has 60 MB, more than a browser takes along in a message. */
const ROW = 'a-cell-that-no-other-file-holds,12.5,word\n';
const ROWS = 1_500_000;

/** What the files of a running browser hold; those that it takes away while they are read hold nothing any more. */
const heldIn = (folder: string): { path: string; content: Buffer }[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      try {
        return [{ path, content: readFileSync(path) }];
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
        throw error;
      }
    });

test('while a packed file is open none of it lies in the browser’s folder of blobs, nor any text of it elsewhere', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-disk-'));
  const profile = join(folder, 'profile');
  const packed = join(folder, 'packed.csv.gz');
  writeFileSync(packed, gzipSync(`id,value,text\n${ROW.repeat(ROWS)}`));
  const server = new PlainServer();
  await server.start();
  const context = await chromium.launchPersistentContext(profile, { ...launchOptions(), serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(server.address());
  await page.getByTestId('slot-current').locator('input[type="file"]').setInputFiles(packed);
  await page.getByRole('button', { name: /alone/i }).click();
  await expect(page.getByTestId('verdict')).toContainText('1,500,000 rows', { timeout: 120_000 });
  expect(existsSync(join(profile, 'Default'))).toBe(true);
  const written = heldIn(profile).filter(
    ({ path, content }) =>
      (/blob_storage[/\\]/.test(path) && content.length > 0) || content.includes('a-cell-that-no-other-file'),
  );
  expect(written.map(({ path }) => path)).toEqual([]);
  await context.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});
