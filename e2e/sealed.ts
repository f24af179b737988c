import { test as base, expect } from '@playwright/test';

/** Every test fails on a request outside the page's origin, on a page error and on an error in the console. */
export const test = base.extend<{ sealed: { allowErrors: RegExp[] } }>({
  sealed: [
    async ({ page, baseURL }, use) => {
      const outside: string[] = [];
      const errors: string[] = [];
      const allowErrors: RegExp[] = [];
      const origin = new URL(baseURL ?? '').origin;
      page.context().on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(`${origin}/`) && !url.startsWith('blob:') && !url.startsWith('data:')) outside.push(url);
      });
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      await use({ allowErrors });
      expect(outside, 'requests outside the origin').toEqual([]);
      expect(errors.filter((error) => !allowErrors.some((allowed) => allowed.test(error)))).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
