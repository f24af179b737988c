import { homedir } from 'node:os';
import { join } from 'node:path';
import { advice, findOrInstall, type SystemBrowser } from './system-browser.ts';

/** A Firefox of this machine: $FIREFOX, the usual names on the PATH, the usual places. */
const firefox: SystemBrowser = {
  title: 'Firefox',
  names: ['firefox-esr', 'firefox'],
  places: [
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    join(process.env['LOCALAPPDATA'] ?? '', 'Mozilla Firefox', 'firefox.exe'),
    join(homedir(), 'Applications/Firefox.app/Contents/MacOS/firefox'),
  ],
  variable: 'FIREFOX',
  package: 'firefox-esr',
};

/** The Firefox to test with; ends the process with advice where there is none. */
export function requireFirefox(): string {
  const path = findOrInstall(firefox);
  if (path === undefined) {
    console.error(advice(firefox));
    process.exit(1);
  }
  return path;
}
