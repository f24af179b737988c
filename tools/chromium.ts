import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const fixed = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

function runnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A Chromium of this machine: $CHROMIUM, the usual names on the PATH, the usual places. */
export function findChromium(): string | undefined {
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  const given = process.env['CHROMIUM'];
  return [...(given === undefined ? [] : [given]), ...onPath, ...fixed].find(runnable);
}

/** Installs Debian's Chromium where that is possible: as root, with apt. */
export function installChromium(): void {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !runnable('/usr/bin/apt-get')) return;
  console.log('No Chromium found: installing it with apt-get …');
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env: environment });
  execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: 'inherit', env: environment });
}

/** The browser to test with; ends the process with advice where there is none. */
export function requireChromium(): string {
  let path = findChromium();
  if (path === undefined) {
    installChromium();
    path = findChromium();
  }
  if (path === undefined) {
    console.error(
      'The end-to-end tests need Chromium, and none was found.\n' +
        '  Debian, Ubuntu:  sudo apt-get install chromium\n' +
        '  elsewhere:       install Chromium or Chrome, or set CHROMIUM=/path/to/chromium',
    );
    process.exit(1);
  }
  return path;
}
