import { handOverAll } from '../../../engine/bridge.ts';
import { fetchTogether } from '../../../engine/columns/columns.ts';
import type { ColumnBlocks } from '../../../engine/columns/decode.ts';
import type { DataSet } from '../../../engine/data-set.ts';
import { elementAt } from '../../../facts/element-at.ts';
import type { PerSide, Side } from '../../../facts/document/side.ts';
import { mapSides, mapSidesAsync } from '../../../facts/document/sides.ts';
import type { ValueForm, ValueKey, ValueStore } from '../../run/kept/value-store.ts';
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

/** All rows of columns, to be handed over: from where they are kept, else from the engines, which give all of these at once. */
export async function columnsOf(source: ColumnSource, wanted: readonly WantedColumn[]): Promise<PerSide<ColumnBlocks>> {
  const kept = wanted.filter((column) => isKept(source, column));
  const others = wanted.filter((column) => !kept.includes(column));
  const fetched = others.length === 0 ? {} : await mapSidesAsync(source.data, (set) => fetchAll(set, others));
  const columns = mapSides(source.data, (_, side): ColumnBlocks => {
    const found = source.store?.find(side, keysOf(source, kept)) ?? { blocks: [], places: [] };
    const block = found.blocks.length;
    const blocks = [...found.blocks, ...[fetched[side] ?? []].flat()];
    return {
      blocks,
      places: wanted.map((column) =>
        kept.includes(column)
          ? elementAt(found.places, kept.indexOf(column))
          : { block, column: others.indexOf(column) },
      ),
    };
  });
  return handOverAll(
    columns,
    Object.values(columns).flatMap(({ blocks }) => blocks),
  );
}

const fetchAll = (set: DataSet, wanted: readonly WantedColumn[]): Promise<Uint8Array> =>
  fetchTogether(
    set,
    wanted.map(({ name, form }) => {
      const column = storedIn(set, name) ?? missingColumn(name);
      return form === 'code' ? { column, texts: 'hashed' } : { column, kind: form };
    }),
  );

const keysOf = ({ missingIn }: ColumnSource, wanted: readonly WantedColumn[]): ValueKey[] =>
  wanted.map(({ name, form }) => ({ name, form, missing: missingIn(name) }));

/** Whether a column of both files is kept. Codes of columns that are stored as text are hashes of their texts. */
function isKept(source: ColumnSource, wanted: WantedColumn): boolean {
  const { data, store } = source;
  const isText = Object.values(data).every((set) => storedIn(set, wanted.name)?.type === 'VARCHAR');
  if (store === null || (wanted.form === 'code' && !isText)) return false;
  return keysOf(source, [wanted]).every((key) => Object.keys(data).every((side) => store.has(side as Side, key)));
}
