import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { debian } from '../systems/machine.ts';
import { python } from '../systems/python.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Python's programs with Spark and ClickHouse's engine. */
    python: string;
  }
}

/** Gives the tests one folder for what they leave behind, and fetches the engines that more than one of them needs. */
export async function setup(project: TestProject): Promise<() => void> {
  const temporary = mkdtempSync(join(tmpdir(), 'plumbline-engines-'));
  // Servers run as users of their own.
  chmodSync(temporary, 0o755);
  process.env['TMPDIR'] = temporary;
  await debian('openjdk-17-jre-headless');
  project.provide('python', await python('engines'));
  return () => rmSync(temporary, { recursive: true, force: true });
}
