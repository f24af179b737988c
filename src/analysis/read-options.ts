import type { ReadOptions } from '../engine/csv/options.ts';
import { configByName, type Config } from '../facts/settings/settings.ts';
import type { Side } from '../facts/document/side.ts';

/** What the config says of reading one file. */
export function readOptions(config: Config, side: Side): ReadOptions {
  const settings = [...configByName(config)];
  const columns = settings.flatMap(([name, { readAs }]) => (readAs === undefined ? [] : [[name, readAs] as const]));
  const missingIn = settings.flatMap(([name, { readMissing }]) =>
    readMissing === undefined ? [] : [[name, readMissing] as const],
  );
  const centuryIn = settings.flatMap(([name, { readCentury }]) =>
    readCentury === undefined ? [] : [[name, readCentury] as const],
  );
  const { rename = [], ...read } = config.read[side] ?? {};
  const names = new Map(rename.map(({ from: fileName, to: newName }) => [fileName, newName]));
  const byColumn = { columns: new Map(columns), missingIn: new Map(missingIn), centuryIn: new Map(centuryIn) };
  return { ...read, seed: config.seed, rename: names, ...byColumn };
}
