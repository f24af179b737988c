import { test as base, expect } from '@playwright/test';

/** Tests of the app at other addresses than the usual one: what it asked of a network, and what went wrong in it. */
export const test = base.extend<{ watched: { requests: string[]; errors: string[] } }>({
  watched: [
    async ({ context }, use) => {
      const requests: string[] = [];
      const errors: string[] = [];
      context.on('request', (request) => {
        if (!/^(blob|data):/.test(request.url())) requests.push(request.url());
      });
      context.on('weberror', (error) => errors.push(error.error().message));
      context.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      await use({ requests, errors });
    },
    { auto: true },
  ],
});

export { expect };
