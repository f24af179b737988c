import type { Page } from '@playwright/test';

/**
 * Holds back what the page asks of a worker to find segments, so that a report that stands without them can be looked at for as long as a test needs.
 * @param page before it is opened
 * @returns to be called for the search to go on, whether it has begun or not
 */
export async function holdSearch(page: Page): Promise<() => Promise<void>> {
  await page.addInitScript(() => {
    const held: (() => void)[] = [];
    let isHeld = true;
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called on the worker below
    const post = Worker.prototype.postMessage as (this: Worker, ...given: unknown[]) => void;
    Worker.prototype.postMessage = function (this: Worker, ...given: unknown[]) {
      const send = (): void => {
        post.apply(this, given);
      };
      const [message] = given as [{ path?: string[] } | undefined];
      if (isHeld && message?.path?.[0] === 'searchWhere') held.push(send);
      else send();
    };
    document.addEventListener('release-search', () => {
      isHeld = false;
      for (const send of held.splice(0)) send();
    });
  });
  return () => page.evaluate(() => document.dispatchEvent(new Event('release-search'))).then(() => undefined);
}
