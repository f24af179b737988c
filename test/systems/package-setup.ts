import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
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

/** Packs what was built and installs it into an empty folder, as a user would. */
export async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-package-'));
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder]);
  const [packed = ''] = readdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', `./${packed}`], { cwd: folder });
  rmSync(join(folder, packed));
  project.provide('installed', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
