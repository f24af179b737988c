import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { drop, steel, STEEL } from '../files.ts';
import { PlainServer } from '../plain-server.ts';

const done = { timeout: 60_000 };

/** The header of the documentation, which is what a server needs to send if it sends a policy. */
const documented = /add_header Content-Security-Policy "(default-src[^"]*)"/.exec(
  readFileSync('docs/hosting.md', 'utf8'),
)?.[1];

for (const { what, policy, said, code } of [
  {
    what: 'WebAssembly',
    policy: "default-src 'self'; style-src 'self' 'unsafe-inline'; worker-src 'self' blob:",
    said: "has to allow 'wasm-unsafe-eval' in script-src",
    code: 'wasm-forbidden',
  },
  {
    what: 'workers from memory',
    policy:
      "default-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'",
    said: 'has to allow blob: in worker-src',
    code: 'worker-forbidden',
  },
]) {
  test(`a server whose policy forbids ${what} is named as the reason, and what it has to allow`, async ({ page }) => {
    const server = new PlainServer();
    server.headers['Content-Security-Policy'] = policy;
    await server.start();
    await page.goto(server.address());
    await expect(page.getByText(said).first()).toBeVisible(done);
    const found = await page.evaluate(() =>
      window.plumbline.analyze({ current: new File(['a\n1\n'], 'a.csv') }).then(
        () => null,
        (error: unknown) => (error as { code?: string }).code,
      ),
    );
    expect(found).toBe(code);
    await server.stop();
  });
}

test('under the header that the documentation names everything works, workers are held to it, and no frame is allowed', async ({
  page,
}) => {
  const server = new PlainServer();
  server.headers['Content-Security-Policy'] = documented ?? '';
  expect(documented).toMatch(/wasm-unsafe-eval.*frame-ancestors 'none'/);
  await server.start();
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) refused.push(message.text());
  });
  await page.goto(server.address());
  await drop(page, ...steel);
  await expect(page.getByTestId('verdict')).toContainText(STEEL, done);
  expect(refused).toEqual([]);
  // A page of another site, which has no policy of its own.
  const other = await page.context().newPage();
  other.on('console', (message) => refused.push(message.text()));
  await other.setContent(`<iframe src="${server.address()}"></iframe>`);
  await expect.poll(() => refused.some((text) => text.includes('frame-ancestors'))).toBe(true);
  await server.stop();
});

test('a page whose seal was refused does not start', async ({ page }) => {
  const server = new PlainServer();
  const name = [...server.files.keys()].find((file) => /^assets\/seal-.*\.js$/.test(file)) ?? '';
  server.files.delete(name);
  await server.start();
  await page.goto(server.address());
  await expect(page.getByText('A part of Plumbline could not be loaded. Reload the page. (seal)')).toBeVisible();
  await expect(page.locator('input[type="file"]')).toHaveCount(0);
  await server.stop();
});
