import { handOverAll } from '../../../engine/bridge.ts';
import { fetchTogether } from '../../../engine/columns/columns.ts';
import type { ColumnBlocks } from '../../../engine/columns/decode.ts';
import type { DataSet } from '../../../engine/data-set.ts';
import type { PerSide, Side } from '../../../facts/document/side.ts';
import { mapSides, mapSidesAsync } from '../../../facts/document/sides.ts';
import type { ValueForm, ValueStore } from '../../run/value-store.ts';
import { missingColumn, storedIn } from '../find-pairing.ts';

/** A column as it is wanted: numbers, times, or hashes of its texts. */
interface WantedColumn {
  name: string;
  form: ValueForm;
}

interface ColumnSource {
  data: PerSide<DataSet>;
  /** Values that have left the engines; null where they are fetched again. */
  store: ValueStore | null;
  missingIn: (column: string) => readonly string[];
}

/** The data of some sides alone. */
export const onlySides = (data: PerSide<DataSet>, sides: readonly Side[]): PerSide<DataSet> =>
  Object.fromEntries(Object.entries(data).filter(([side]) => sides.includes(side as Side)));

/** All rows of a column, to be handed over: from where they are kept, else from the engines. */
export const columnOf = async (source: ColumnSource, wanted: WantedColumn): Promise<PerSide<ColumnBlocks>> =>
  keptColumn(source, wanted) ?? (await fetchedColumn(source.data, wanted));

async function fetchedColumn(data: PerSide<DataSet>, { name, form }: WantedColumn): Promise<PerSide<ColumnBlocks>> {
  const bytes = await mapSidesAsync(data, (set) => {
    const column = storedIn(set, name) ?? missingColumn(name);
    return fetchTogether(set, [form === 'code' ? { column, texts: 'hashed' } : { column, kind: form }]);
  });
  return handedOver(mapSides(bytes, (block): ColumnBlocks => ({ blocks: [block], places: [{ block: 0, column: 0 }] })));
}

const handedOver = (columns: PerSide<ColumnBlocks>): PerSide<ColumnBlocks> =>
  handOverAll(
    columns,
    Object.values(columns).flatMap(({ blocks }) => blocks),
  );

/** Codes of columns that are stored as text are hashes of their texts. */
function keptColumn(
  { data, store, missingIn }: ColumnSource,
  { name, form }: WantedColumn,
): PerSide<ColumnBlocks> | null {
  const isText = Object.values(data).every((set) => storedIn(set, name)?.type === 'VARCHAR');
  if (store === null || (form === 'code' && !isText)) return null;
  const columns = store.findBoth(data, [{ name, form, missing: missingIn(name) }]);
  return columns && handedOver(columns);
}
