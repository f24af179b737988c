import { expect, test } from '../sealed.ts';
import { drop, steel, STEEL } from '../files.ts';

test('the policy refuses a deliberate request to another address', async ({ page, sealed }) => {
  sealed.allowErrors.push(/Content Security Policy/, /Refused to connect/);
  await page.goto('./');
  const outcome = await page.evaluate(async () => {
    // All parts of the app are there: a library that tries `eval` is refused too, but is no address.
    await window.plumbline.ready;
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
    const refused = await fetch('http://127.0.0.2:4179/').then(
      () => false,
      () => true,
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { refused, violations };
  });
  expect(outcome).toEqual({ refused: true, violations: ['connect-src'] });
});

test('the policy names no address and no way to make code from text', async ({ page }) => {
  await page.goto('./');
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toMatch(/^default-src 'none'/);
  expect(policy).not.toMatch(/[^-]unsafe-eval|https?:|\*/);
});

test('the seal says what it rests on and counts the requests since the data was opened', async ({ page }) => {
  await page.goto('./');
  await page.evaluate(() => window.plumbline.ready);
  await drop(page, ...steel);
  await expect(page.getByTestId('verdict')).toContainText(STEEL);
  await page.getByRole('button', { name: /Sealed/ }).click();
  const popover = page.getByRole('dialog').or(page.locator('[data-popover-content]')).first();
  await expect(popover).toContainText(/policy/i);
  await expect(popover).toContainText(/request/i);
});

test('inside another page the app does not start, and says why', async ({ page, baseURL }) => {
  await page.setContent(`<iframe src="${baseURL ?? ''}" width="600" height="300"></iframe>`);
  const inside = page.frameLocator('iframe');
  await expect(inside.locator('body')).toContainText('does not run inside another page');
  await expect(inside.locator('input[type="file"]')).toHaveCount(0);
});

test('a misspelt part of a bookmark is not passed over', async ({ page }) => {
  await page.goto('./?reference=sample/steel_reference.csv&curent=sample/steel_current.csv');
  await expect(page.getByText('"curent=" in the address of this page means nothing').first()).toBeVisible();
});
