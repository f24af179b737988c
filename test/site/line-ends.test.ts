import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8', maxBuffer: 2 ** 26 });

test('a clone made as Windows makes it holds the same bytes: text with line feeds, data as they are', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-clone-'));
  const asWindows = ['--config', 'core.autocrlf=true', '--config', 'core.eol=crlf'];
  git('clone', '--quiet', '--no-hardlinks', '--depth', '1', ...asWindows, `file://${process.cwd()}`, folder);
  const files = git('-C', folder, 'ls-files', '-z')
    .split('\0')
    .filter((name) => name !== '');
  expect(files.length).toBeGreaterThan(500);
  const differ = git('-C', folder, 'ls-files', '--eol')
    .split('\n')
    .filter((line) => /^i\/lf\s+w\/(?:crlf|mixed)/.test(line) || /^i\/(?:crlf|mixed)\s+w\/lf/.test(line));
  expect(differ).toEqual([]);
  expect(readFileSync(join(folder, 'README.md'), 'utf8')).not.toContain('\r');
  rmSync(folder, { recursive: true, force: true });
});
