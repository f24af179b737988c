import type { ReportInput } from '../../facts/document/inputs.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { SIDES } from '../../facts/document/sides.ts';
import type { VerdictDetail } from '../../facts/statements/verdict.ts';

type Read = Pick<ReportInput, 'rows' | 'rowsUsed'> & {
  readAs: readonly Pick<ReportInput['readAs'][number], 'kind' | 'values'>[];
};

/** Of how many rows a report speaks where they are not all. */
export function sampleDetail(inputs: PerSide<Read>): VerdictDetail[] {
  const files = SIDES.flatMap((side) => {
    const input = inputs[side];
    if (input === undefined || input.rowsUsed >= input.rows) return [];
    const way = input.readAs.find(({ kind }) => kind === 'rows')?.values;
    const sample = way !== undefined && 'sample' in way ? way.sample : null;
    return [{ side, used: input.rowsUsed, rows: input.rows, sample }];
  });
  return files.length === 0 ? [] : [{ kind: 'sample', values: { files } }];
}
