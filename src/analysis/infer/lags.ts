import { storageOf } from '../../engine/columns/cells.ts';
import { withLags, type LagColumn } from '../../engine/columns/lags.ts';
import type { DataSet } from '../../engine/data-set.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import { MOST_LAGS } from '../../facts/limits.ts';
import { configByName, type Config } from '../../facts/settings/settings.ts';
import { isNamedTime } from './infer-role.ts';

/**
 * The files with the distance of every further column of times to the one that orders the rows: two periods always differ in their times, but not
 * in how long something takes. In hours, whatever the files hold: settings go by the name.
 * @param data both files, or one
 * @param config may say which column orders the rows
 */
export function addLags(data: PerSide<DataSet>, config: Config): PerSide<DataSet> {
  const sets = Object.values(data);
  const times = (sets[0]?.columns ?? [])
    .map(({ name }) => name)
    .filter((name) => sets.every((set) => isTime(set, name)));
  const roles = configByName(config);
  const first =
    times.find((name) => roles.get(name)?.role === 'time') ?? times.find((name) => isNamedTime(name)) ?? times[0];
  if (first === undefined || times.length < 2) return data;
  const names = new Set(sets.flatMap(({ columns }) => columns.map(({ name }) => name)));
  const lags: LagColumn[] = [];
  for (const name of times.filter((candidate) => candidate !== first).slice(0, MOST_LAGS)) {
    const wanted = `${name} − ${first} (h)`;
    if (!names.has(wanted)) lags.push({ name: wanted, of: name, since: first });
  }
  return mapSides(data, (set) => withLags(set, lags));
}

const isTime = ({ columns }: DataSet, name: string): boolean => {
  const column = columns.find((candidate) => candidate.name === name);
  return column !== undefined && storageOf(column) === 'time';
};
