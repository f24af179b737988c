import type { ReportInput } from '../../facts/document/inputs.ts';
import type { PerSide } from '../../facts/document/side.ts';
import type { ChosenRowsValues } from '../../facts/statements/chosen-rows.ts';
import { SIDES } from '../../facts/document/sides.ts';
import type { VerdictDetail } from '../../facts/statements/verdict.ts';

type Read = Pick<ReportInput, 'rows' | 'rowsUsed'> & {
  readAs: readonly Pick<ReportInput['readAs'][number], 'kind' | 'values'>[];
};

/** Rows that were read and not taken are no sample's. */
interface Taken {
  filter?: Pick<ChosenRowsValues['filter'], 'rows'>;
  split?: Pick<ChosenRowsValues['split'], 'rows'>;
}

/** Of how many rows a report speaks where they are not all. */
export function sampleDetail(inputs: PerSide<Read>, { filter, split }: Taken = {}): VerdictDetail[] {
  const files = SIDES.flatMap((side) => {
    const input = inputs[side];
    if (input === undefined) return [];
    const used = (split ?? filter)?.rows[side]?.all ?? input.rowsUsed;
    if (used >= input.rows) return [];
    const way = input.readAs.find(({ kind }) => kind === 'rows')?.values;
    const sample = way !== undefined && 'sample' in way ? way.sample : null;
    return [{ side, used, rows: input.rows, sample }];
  });
  return files.length === 0 ? [] : [{ kind: 'sample', values: { files } }];
}
