import { advice, findBrowser, findOrInstall, type SystemBrowser } from './system-browser.ts';

const chromium: SystemBrowser = {
  title: 'Chromium',
  names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  places: [
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    '/snap/bin/chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ],
  variable: 'CHROMIUM',
  package: 'chromium',
};

/** A Chromium of this machine: $CHROMIUM, the usual names on the PATH, the usual places. */
export const findChromium = (): string | undefined => findBrowser(chromium);

/** The browser to test with; ends the process with advice where there is none. */
export function requireChromium(): string {
  const path = findOrInstall(chromium);
  if (path === undefined) {
    console.error(advice(chromium));
    process.exit(1);
  }
  return path;
}
