import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { usualPlaces } from '../../tools/browsers/chromium.ts';
import { findBrowser } from '../../tools/browsers/system-browser.ts';

/* Windows and macOS are simulated: what they set and where their installers put things is taken from their documentation. */

test('on Windows: Chrome for all accounts and for one alone, and the Edge that every Windows has', () => {
  const environment = {
    PROGRAMFILES: 'C:\\Program Files',
    'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
    LOCALAPPDATA: 'C:\\Users\\Ada\\AppData\\Local',
  };
  const places = usualPlaces('win32', environment, 'C:\\Users\\Ada');
  expect(places).toContain('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe');
  expect(places).toContain('C:\\Users\\Ada\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe');
  expect(places).toContain('C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe');
  expect(usualPlaces('win32', {}, '')).toEqual([]);
});

test('on macOS: the same, in the folder of the machine and in the account’s', () => {
  const places = usualPlaces('darwin', {}, '/Users/ada');
  expect(places).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
  expect(places).toContain('/Users/ada/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
  expect(places).toContain('/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge');
});

test('the first of these places that holds a program is taken; a path with blanks is one', () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'plumbline browsers ')));
  const program = join(folder, 'Google Chrome');
  writeFileSync(program, '', { mode: 0o755 });
  const none = { title: '', names: [], variable: 'NO_SUCH_VARIABLE', package: '' };
  expect(findBrowser({ ...none, places: [join(folder, 'missing'), program] })).toBe(program);
  expect(findBrowser({ ...none, places: [] })).toBeUndefined();
});
