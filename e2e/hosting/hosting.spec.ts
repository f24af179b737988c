import { launchOptions } from '../browser.ts';
import { drop, employment, STEEL } from '../files.ts';
import { PlainServer } from '../plain-server.ts';
import { expect, test } from '../watched.ts';

const NAME = 'plant.test';
const done = { timeout: 60_000 };

test.use({ launchOptions: launchOptions(NAME) });

for (const [what, path, host] of [
  ['in a folder of a server that knows no type of file', '/some/shared folder/', '127.0.0.1'],
  ['over http on a host whose name makes no secure context', '/', NAME],
] as const) {
  test(`the site works ${what}`, async ({ page, watched }) => {
    const server = new PlainServer(path);
    await server.start();
    const address = new URL(server.address(host)).href;
    await page.goto(address);
    expect(await page.evaluate(() => isSecureContext)).toBe(host !== NAME);
    const wasm = await page.request.get(
      `${server.address()}${[...server.files.keys()].find((name) => name.endsWith('.wasm')) ?? ''}`,
    );
    expect(wasm.headers()['content-type']).toBe('application/octet-stream');

    await page.getByRole('button', { name: /sample/i }).click();
    await expect(page.getByTestId('verdict')).toContainText(STEEL, done);
    await drop(page, ...employment);
    await expect(page.getByTestId('verdict')).toContainText('of 19 columns', done);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /export/i }).click();
    await page.getByRole('menuitem', { name: /json/i }).click();
    await download;
    // Where the browser lets no page copy, the text is shown to be copied by hand.
    await page.getByRole('button', { name: /export/i }).click();
    await page.getByRole('menuitem', { name: /Markdown/ }).click();
    if (host === NAME) {
      await expect(page.getByRole('textbox', { name: 'Markdown' })).toHaveValue(/\| column \|/i);
      await page.keyboard.press('Escape');
    }
    const opened = page.context().waitForEvent('page');
    await page.getByRole('link', { name: 'What effect, evidence and state mean' }).click();
    const handbook = await opened;
    await expect(handbook.locator('#verdict')).toBeInViewport();

    expect(watched.requests.filter((url) => !url.startsWith(address))).toEqual([]);
    expect(watched.errors).toEqual([]);
    await server.stop();
  });
}
