import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { run } from './machine.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder that holds nothing but the installed package. */
    installed: string;
  }
}

/** Gives the tests and all that they start one folder for what they leave behind, and installs the package as a user would. */
export async function setup(project: TestProject): Promise<() => void> {
  const temporary = mkdtempSync(join(tmpdir(), 'plumbline-systems-'));
  // Servers run as users of their own.
  chmodSync(temporary, 0o755);
  process.env['TMPDIR'] = temporary;
  project.provide('installed', await installPackage(join(temporary, 'package')));
  return () => rmSync(temporary, { recursive: true, force: true });
}

async function installPackage(folder: string): Promise<string> {
  mkdirSync(folder);
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder]);
  const [packed = ''] = readdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', `./${packed}`], { cwd: folder });
  rmSync(join(folder, packed));
  return folder;
}
