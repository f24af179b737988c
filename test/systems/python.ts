import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './machine.ts';

/** A virtual environment with packages from PyPI, kept for the next time; its folder of programs. */
export async function python(name: string, ...packages: string[]): Promise<string> {
  const folder = join(tmpdir(), `plumbline-python-${name}`);
  const done = join(folder, 'complete');
  if (!existsSync(done)) {
    await run('python3', ['-m', 'venv', folder]);
    await run(join(folder, 'bin', 'pip'), ['install', '--quiet', '--disable-pip-version-check', ...packages]);
    mkdirSync(done);
  }
  return join(folder, 'bin');
}
