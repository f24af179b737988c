import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';
import { advice, findBrowser, findOrInstall, type SystemBrowser } from './system-browser.ts';

/** Chrome, Chromium and Edge are the same browser to us, Edge the one that every Windows has. */
const WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];
const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const LINUX = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/snap/bin/chromium', '/usr/bin/microsoft-edge'];

/**
 * Where a system's installers put the browser: for all accounts of the machine, or for one alone.
 * @param platform as `process.platform`
 * @param environment of a Windows process: where programs are
 * @param home the account's own folder
 */
export function usualPlaces(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv, home: string): string[] {
  if (platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => environment[name] ?? []);
    return WINDOWS.flatMap((program) => folders.map((folder) => win32.join(folder, program)));
  }
  if (platform !== 'darwin') return LINUX;
  return MAC.flatMap((name) =>
    ['/', home].map((folder) => posix.join(folder, 'Applications', `${name}.app`, 'Contents/MacOS', name)),
  );
}

const chromium: SystemBrowser = {
  title: 'Chromium',
  names: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'chrome',
    'microsoft-edge',
    'msedge',
  ],
  places: usualPlaces(process.platform, process.env, homedir()),
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
