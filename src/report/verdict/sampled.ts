import type { Report } from '../../facts/document.ts';
import { SIDES } from '../../facts/sides.ts';
import type { VerdictDetail } from '../../facts/verdict.ts';

/** Of how many rows a report speaks where they are not all. */
export function sampleDetail(inputs: Report['inputs']): VerdictDetail[] {
  const files = SIDES.flatMap((side) => {
    const input = inputs[side];
    if (input === undefined || input.rowsUsed >= input.rows) return [];
    const how = input.readAs.find(({ label }) => label === 'Rows')?.value ?? null;
    return [{ side, used: input.rowsUsed, rows: input.rows, how }];
  });
  return files.length === 0 ? [] : [{ kind: 'sample', values: { files } }];
}
