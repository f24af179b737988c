import { findChromium } from '../tools/browsers/chromium.ts';

const executablePath = findChromium();

/**
 * How the tests' Chromium is started: no name resolves but this machine's, so that what the page asked of the network
 * would fail, and be seen.
 * @param names host names that lead to this machine as well
 */
export const launchOptions = (...names: string[]): { executablePath?: string; args: string[] } => ({
  ...(executablePath !== undefined && { executablePath }),
  args: [
    '--no-sandbox',
    `--host-resolver-rules=${names.map((name) => `MAP ${name} 127.0.0.1, `).join('')}MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
    '--disable-background-networking',
  ],
});
