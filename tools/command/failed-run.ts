import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterFailedRun } from '../../src/report/metrics/views.ts';
import { readSetUp } from '../../src/report/set-up.ts';
import type { Options } from './report-options.ts';
import { writeWhole } from './write-whole.ts';

/** What a report is called whose set-up has no name: as the file that its metrics go to, which stays the same from run to run. */
export const nameOf = ({ prom }: Options['paths']): string => basename(prom ?? 'plumbline', '.prom');

async function nameInSetUp(path: string | undefined): Promise<string | undefined> {
  if (path === undefined) return undefined;
  try {
    return (await readSetUp(readFileSync(path, 'utf8'), basename(path))).config.name;
  } catch {
    // A set-up that cannot be read may be why the run failed; that is told already.
    return undefined;
  }
}

/** Says in the metrics that the last run made no report; the numbers of the one before stay. */
export async function writeFailure({ config, paths }: Options): Promise<void> {
  if (paths.prom === undefined) return;
  const before = existsSync(paths.prom) ? readFileSync(paths.prom, 'utf8') : '';
  const name = (await nameInSetUp(config)) || nameOf(paths);
  writeWhole(paths.prom, afterFailedRun(before, name, new Date()));
}
