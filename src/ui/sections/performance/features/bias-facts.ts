import type { ErrorBias, FeatureResult } from '../../../../facts/performance.ts';
import { sides } from '../../../../charts/data.ts';
import { number } from '../../../../words/format.ts';
import type { Fact } from '../../../parts/facts.ts';

const shown = (value: number | string | null): string => (typeof value === 'string' ? value : number(value));

/** A feature's usual value where the model predicts too low, near and too high. */
export function biasFacts({ bias }: FeatureResult): Fact[] {
  const row = (label: string, of: (bias: ErrorBias) => string): Fact => ({
    ...{ label, entry: 'error_groups' },
    ...Object.fromEntries(
      sides.flatMap((side) => {
        const one = bias[side];
        return one === undefined ? [] : [[side, of(one)]];
      }),
    ),
  });
  return [
    row('Usual value where under-estimated', ({ under }) => shown(under)),
    row('Usual value between', ({ majority }) => shown(majority)),
    row('Usual value where over-estimated', ({ over }) => shown(over)),
    row('Range', ({ rangePercent }) => (rangePercent === null ? '–' : `${number(rangePercent)} %`)),
  ];
}
