import { readOptions } from '../../src/analysis/read-options.ts';
import type { RunOptions } from '../../src/analysis/run/run-result.ts';
import { openFiles } from '../../src/engine/read/open.ts';
import type { Report } from '../../src/facts/document/document.ts';
import { parseConfig, type ConfigInput } from '../../src/facts/settings/settings.ts';
import { nodeDatabase } from '../engine/node-database.ts';
import { handleOf } from '../engine/node-handle.ts';
import { reportOn } from './report-on.ts';

const SIDES = ['reference', 'current'] as const;

/** The report on two text tables: read, inferred, compared, measured and judged as in the page. */
export async function analyze(
  content: Record<'reference' | 'current', string>,
  input: ConfigInput,
  options: RunOptions = {},
): Promise<Report> {
  const config = parseConfig(input);
  const open = SIDES.map(async (side) => ({
    files: [new File([content[side]], `${side}.csv`)],
    engine: handleOf(await nodeDatabase()),
    read: readOptions(config, side),
    onProgress: () => undefined,
  }));
  const [reference, current] = await openFiles(await Promise.all(open));
  if (reference === undefined || current === undefined) throw new Error('two files were given');
  return reportOn({ reference, current }, config, options);
}
