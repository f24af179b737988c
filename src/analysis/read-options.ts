import type { ReadOptions } from '../engine/csv/options.ts';
import { configByName, type Config } from './config.ts';
import type { Side } from './results.ts';

/** What the config says of reading one file. */
export function readOptions(config: Config, side: Side): ReadOptions {
  const columns = [...configByName(config)].flatMap(([name, { readAs }]) =>
    readAs === undefined ? [] : [[name, readAs] as const],
  );
  return { ...config.read[side], seed: config.seed, columns: new Map(columns) };
}
