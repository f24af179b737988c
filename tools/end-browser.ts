import type { Browser } from 'playwright-core';

/** How long a browser may take to start and to close. One that hangs never does. */
const PATIENCE_MS = 5_000;
/** How long the process may then take to say what happened. */
const REST_MS = 2_000;
const COULD_NOT_RUN = 2;

/** Closes a browser. Where it hangs, this process ends soon, and Playwright ends the browser by force with it. */
export async function endBrowser(launching: Promise<Browser>): Promise<void> {
  const closed = launching
    .then((browser) => browser.close())
    .then(
      () => true,
      () => true,
    );
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const isClosed = await Promise.race([closed, late]);
  clearTimeout(timer);
  if (!isClosed) setTimeout(() => process.exit(process.exitCode ?? COULD_NOT_RUN), REST_MS);
}
