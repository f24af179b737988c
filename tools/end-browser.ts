import type { Browser } from 'playwright-core';

/** How long a browser may take to close. One that hangs never does. */
const PATIENCE_MS = 5_000;

/** What ends a browser: it is asked to close, and ended by force where it does not. */
export async function endingOf(browser: Browser): Promise<() => Promise<void>> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const own = processInfo.find(({ type }) => type === 'browser');
  return async () => {
    const late = setTimeout(() => kill(own?.id), PATIENCE_MS);
    await browser.close().finally(() => clearTimeout(late));
  };
}

function kill(id: number | undefined): void {
  try {
    if (id !== undefined) process.kill(id, 'SIGKILL');
  } catch {
    // It has ended by itself meanwhile.
  }
}
