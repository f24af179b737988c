import { fetchCounts, fetchTogether, hashesOf } from '../../engine/columns/columns.ts';
import { decodeCounts } from '../../engine/columns/decode.ts';
import type { DataSet, StoredColumn } from '../../engine/data-set.ts';
import { elementAt } from '../../facts/element-at.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSidesAsync } from '../../facts/document/sides.ts';
import type { HashedLevels } from './within-shared.ts';

/** Texts that are hashed in one statement. */
const TOGETHER = 500;

/** Categories in all rows, as they are needed to compare them within strata. */
export async function hashedLevels(
  located: PerSide<{ data: DataSet; columns: StoredColumn[] }>,
  signal: AbortSignal | undefined,
): Promise<HashedLevels> {
  const blocks = await mapSidesAsync(located, ({ data, columns }) =>
    fetchTogether(
      data,
      columns.map((column) => ({ column, texts: 'hashed' })),
    ),
  );
  const counted = await mapSidesAsync(located, async ({ data, columns }) =>
    decodeCounts(await fetchCounts(data, columns, signal), columns.length),
  );
  const [anySide] = Object.values(located);
  const columns: HashedLevels['columns'] = [];
  for (const i of anySide?.columns.keys() ?? []) {
    const levels = [...new Set(Object.values(counted).flatMap((tables) => elementAt(tables, i).levels))];
    columns.push({ levels, hashes: anySide === undefined ? [] : await hashesOfAll(anySide.data, levels) });
  }
  return { blocks, columns };
}

/** Hashes of anySide number of texts. */
export async function hashesOfAll(set: DataSet, texts: readonly string[]): Promise<number[]> {
  const hashes: number[][] = [];
  for (let start = 0; start < texts.length; start += TOGETHER)
    hashes.push(await hashesOf(set, texts.slice(start, start + TOGETHER)));
  return hashes.flat();
}
