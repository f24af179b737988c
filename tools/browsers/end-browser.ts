import type { Browser } from 'playwright-core';

/** How long a browser may take to start and to close. One that hangs never does. */
const PATIENCE_MS = 5_000;

/** Closes a browser, or gives one up that hangs: Playwright ends it by force when this process ends. */
export async function endBrowser(launching: Promise<Browser>): Promise<void> {
  const closed = launching.then((browser) => browser.close()).catch(() => undefined);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS);
  });
  await Promise.race([closed, late]);
  clearTimeout(timer);
}
