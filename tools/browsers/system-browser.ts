import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A browser of this machine, and how to come by it. */
export interface SystemBrowser {
  title: string;
  /** Names it may have on the PATH. */
  names: readonly string[];
  /** Where it usually lies. */
  places: readonly string[];
  /** The variable that may name its program. */
  variable: string;
  /** Debian's package. */
  package: string;
}

const PROGRAM_ENDING = process.platform === 'win32' ? '.exe' : '';

function runnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What the variable names, then the usual names on the PATH, then the usual places. */
export function findBrowser({ names, places, variable }: SystemBrowser): string | undefined {
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name + PROGRAM_ENDING)));
  const given = process.env[variable];
  return [...(given === undefined ? [] : [given]), ...onPath, ...places].find(runnable);
}

/** Installs Debian's package where that is possible: as root, with apt. */
function install({ title, package: name }: SystemBrowser): void {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !runnable('/usr/bin/apt-get')) return;
  console.log(`No ${title} found: installing it with apt-get …`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env: environment });
    execFileSync('apt-get', ['install', '-y', '-qq', name], { stdio: 'inherit', env: environment });
  } catch (error) {
    console.error(String(error));
  }
}

/** The browser to test with, installed where it is not there and that is possible. */
export function findOrInstall(browser: SystemBrowser): string | undefined {
  const found = findBrowser(browser);
  if (found !== undefined) return found;
  install(browser);
  return findBrowser(browser);
}

/** What to do where there is none. */
export const advice = ({ title, package: name, variable }: SystemBrowser): string =>
  `The end-to-end tests need ${title}, and none was found.\n` +
  `  Debian, Ubuntu:  sudo apt-get install ${name}\n` +
  `  elsewhere:       install it, or set ${variable}=/path/to/its/program`;
