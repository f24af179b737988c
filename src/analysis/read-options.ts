import type { ReadOptions } from '../engine/csv/options.ts';
import { configByName, type Config } from '../facts/settings/settings.ts';
import type { Side } from '../facts/document/side.ts';

/** What the config says of reading one file. */
export function readOptions(config: Config, side: Side): ReadOptions {
  const columns = [...configByName(config)].flatMap(([name, { readAs }]) =>
    readAs === undefined ? [] : [[name, readAs] as const],
  );
  const { rename = [], ...read } = config.read[side] ?? {};
  const names = new Map(rename.map(({ from: fileName, to: newName }) => [fileName, newName]));
  return { ...read, seed: config.seed, rename: names, columns: new Map(columns) };
}
