import { STEEL } from '../files.ts';
import type { Page } from '@playwright/test';
import { launchOptions } from '../browser.ts';
import { PlainServer, SECURE_NAME, trustArgument } from '../plain-server.ts';
import { expect, test } from '../watched.ts';

const { args, ...browser } = launchOptions(SECURE_NAME);
test.use({ serviceWorkers: 'allow', launchOptions: { ...browser, args: [...args, trustArgument()] } });

const done = { timeout: 60_000 };
const trySample = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /sample/i }).click();
  await expect(page.getByTestId('verdict')).toContainText(STEEL, done);
};

test('after the first visit over https the site opens without its server, and offers a new version without forcing it', async ({
  page,
  watched,
}) => {
  test.setTimeout(180_000);
  const server = new PlainServer('/app/', 'https');
  await server.start();
  const address = server.address(SECURE_NAME);
  await page.goto(address);
  await page.evaluate(async () => {
    await window.plumbline.ready;
    await navigator.serviceWorker.ready;
  });

  await server.stop();
  await page.goto(`${address}?any=question`);
  await trySample(page);
  await page.getByRole('button', { name: /Sealed/ }).click();
  await expect(page.getByText(/pull the cable/)).toBeVisible();
  await page.keyboard.press('Escape');

  const replace = (name: string, what: string | RegExp, by: string): void => {
    server.files.set(name, String(server.files.get(name)).replace(what, by));
  };
  replace('index.html', '<title>', '<meta name="version" content="next" /><title>');
  replace('service-worker.js', /VERSION = "\w+"/, 'VERSION = "next"');
  await server.start();
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await expect(page.getByText('A new version of Plumbline is ready.')).toBeVisible(done);
  await expect(page.getByText(/Reloading closes what is open/)).toBeVisible();
  await expect(page.getByTestId('verdict')).toContainText(STEEL);
  await expect(page.locator('meta[name="version"]')).toHaveCount(0);

  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page.locator('meta[name="version"]')).toHaveCount(1, done);
  await server.stop();
  await page.reload();
  await trySample(page);
  expect(await page.evaluate(() => caches.keys())).toHaveLength(1);
  expect(watched.requests.filter((url) => !url.startsWith(address))).toEqual([]);
  expect(watched.errors.filter((error) => !/ERR_CONNECTION_REFUSED|Failed to update/.test(error))).toEqual([]);
});

test('the app can be installed', async ({ page, context }) => {
  const server = new PlainServer('/', 'https');
  await server.start();
  await page.goto(server.address(SECURE_NAME));
  const session = await context.newCDPSession(page);
  const { errors, url } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(url).toMatch(/manifest\.json$/);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
  await server.stop();
});
