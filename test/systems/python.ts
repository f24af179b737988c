import { join, resolve } from 'node:path';
import { debian, openFolder, run } from './machine.ts';

/**
 * A virtual environment with the packages of `requirements/NAME.txt` from PyPI; its folder of programs.
 * uv installs in seconds what takes pip minutes, and keeps what it fetched in the account's own cache.
 * @throws Error that names the packages where they cannot be had
 */
export async function python(name: string): Promise<string> {
  await debian('python3', 'python3-venv');
  const folder = openFolder(`python-${name}`);
  const installer = join(folder, 'uv', 'bin');
  const programs = join(folder, name, 'bin');
  const list = resolve(`test/systems/requirements/${name}.txt`);
  try {
    await run('python3', ['-m', 'venv', join(folder, 'uv')]);
    await run(join(installer, 'pip'), ['install', '--quiet', '--disable-pip-version-check', 'uv==0.13.9']);
    const uv = (...args: string[]) => run(join(installer, 'uv'), args);
    await uv('venv', '--quiet', '--python', join(installer, 'python'), join(folder, name));
    await uv('pip', 'install', '--quiet', '--python', join(programs, 'python'), '--requirement', list);
  } catch (error) {
    const asked = `The tests of other systems need Python 3.11 or later, and from PyPI uv and the packages of ${list}`;
    throw new Error(`${asked}\n${String(error)}`, { cause: error });
  }
  return programs;
}
