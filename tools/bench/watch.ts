import type { Page } from '@playwright/test';

/** When things came to stand on the screen, in seconds from the moment at which the last file was given: nothing is read before. */
export interface Seen {
  firstColumns: number;
  /** When the model's turn came; null where there is none. */
  measuring: number | null;
  /** When all stood but the segments, which are looked for last; `complete` where that took no time of its own. */
  standing: number;
  complete: number;
}

/**
 * Watches a report come, from inside the page: asked from outside, only every half second would count.
 * @param page the app, to which no file has been given yet
 * @returns to be called once all files are given; resolves when the report is complete and painted
 */
export async function watchReport(page: Page): Promise<() => Promise<Seen>> {
  // What the compiler puts around functions, which are sent to the page as text.
  await page.evaluate('globalThis.__name = (named) => named');
  const seen = await page.evaluateHandle(() => {
    let given: number | undefined;
    document.addEventListener('change', () => (given = performance.now()), true);
    const times: { firstColumns?: number; measuring?: number; standing?: number } = {};
    const since = (): number => (performance.now() - (given ?? NaN)) / 1000;
    const find = (name: string): Element | null => document.querySelector(`[data-testid="${name}"]`);
    const complete = new Promise<Seen>((resolve) => {
      let started = false;
      const look = (): void => {
        const progress = find('progress');
        started ||= progress !== null;
        if (!started) return;
        // Long tables hold the rows near the screen alone: then the sentence that counts columns is what is seen first.
        const isShown = times.firstColumns !== undefined || find('drift-row') !== null;
        if (isShown || /looked at so far/.test(document.body.textContent)) times.firstColumns ??= since();
        if (/Measuring the model/.test(progress?.textContent ?? '')) times.measuring ??= since();
        if (find('advice-to-come') !== null) times.standing ??= since();
        if (progress !== null) return;
        changes.disconnect();
        const painted = (): void => {
          const end = since();
          const { firstColumns = end, measuring = null, standing = end } = times;
          resolve({ firstColumns, measuring, standing, complete: end });
        };
        requestAnimationFrame(() => setTimeout(painted));
      };
      const changes = new MutationObserver(look);
      changes.observe(document.body, { childList: true, subtree: true, characterData: true });
    });
    return { complete };
  });
  return () => seen.evaluate((watched) => watched.complete);
}
