import { chromium, type Browser, type LaunchOptions } from 'playwright-core';
import { commandWords } from '../../src/words/command-words.ts';
import { findChromium } from './chromium.ts';

/** The browser reaches this machine and nothing else, as the app's own policy says. */
const SEALED = ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1', '--disable-background-networking'];
/** What Chromium says where the system lets it build no sandbox. */
const NO_SANDBOX = /no usable sandbox|sandbox helper|new namespace/i;

/**
 * Starts a Chromium of this machine, in its sandbox wherever there can be one; where not, that is said on standard error. Signals are
 * left to the caller.
 */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    throw new Error(commandWords.browser.notFound);
  }
  const options: LaunchOptions = { executablePath, args: SEALED };
  for (const name of ['handleSIGINT', 'handleSIGTERM', 'handleSIGHUP'] as const) options[name] = false;
  if (process.getuid?.() === 0) return launchBare(options, 'root');
  try {
    return await chromium.launch({ ...options, chromiumSandbox: true });
  } catch (error) {
    if (!NO_SANDBOX.test(String(error))) throw error;
    return launchBare(options, 'system');
  }
}

function launchBare(options: LaunchOptions, reason: 'root' | 'system'): Promise<Browser> {
  console.error(commandWords.browser.unsandboxed[reason]);
  return chromium.launch({ ...options, chromiumSandbox: false });
}
