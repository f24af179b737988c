import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type axe from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Fails on everything that axe finds amiss on the page as it is.
 * @param scope a selector of what opened above a page that was looked at before: it, and how it stands in the page
 */
export async function expectAccessible(page: Page, state: string, scope?: string): Promise<void> {
  await page.evaluate(source);
  await stand(page);
  const found = await page.evaluate(async (within) => {
    const { axe: engine } = globalThis as unknown as { axe: typeof axe };
    const results =
      within === undefined
        ? [await engine.run(document, { resultTypes: ['violations'] })]
        : [
            await engine.run({ include: [within] }, { resultTypes: ['violations'] }),
            await engine.run(document, { runOnly: ['region'], resultTypes: ['violations'] }),
          ];
    return results.flatMap(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id} ${target.join(' ')} ${html}`)),
    );
  }, scope);
  expect.soft(found, state).toEqual([]);
}

/** Waits until all that moves to an end has reached it: half a fade has half a contrast. */
async function stand(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(Number(effect?.getComputedTiming().endTime)));
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}
