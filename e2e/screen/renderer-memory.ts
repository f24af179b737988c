import { execFileSync } from 'node:child_process';
import type { Browser } from '@playwright/test';

/** The system's own program for the memory of some processes, one number a line, and the bytes that its unit has. */
const asked = (ids: readonly number[]): { program: string; args: string[]; unit: number } =>
  process.platform === 'win32'
    ? {
        program: 'powershell',
        args: ['-NoProfile', '-Command', `(Get-Process -Id ${ids.join(',')}).WorkingSet64`],
        unit: 1,
      }
    : { program: 'ps', args: ['-o', 'rss=', '-p', ids.join(',')], unit: 1024 };

/**
 * Bytes of memory of the processes that a browser shows pages in; what they share is counted in each.
 * @param browser a Chromium
 */
export async function rendererBytes(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const { program, args, unit } = asked(processInfo.flatMap(({ type, id }) => (type === 'renderer' ? [id] : [])));
  const lines = execFileSync(program, args, { encoding: 'utf8' }).trim().split(/\s+/);
  return lines.reduce((sum, line) => sum + Number(line), 0) * unit;
}
