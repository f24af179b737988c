import type { Side } from '../../facts/document/side.ts';
import type { SummaryFile } from '../../facts/summary-file.ts';

/** The columns of a model whose rows stayed elsewhere. */
export interface ModelNames {
  target: string;
  /** Null where probabilities alone predict. */
  prediction: string | null;
  probabilities: ReadonlySet<string>;
}

/** What all models that are measured from summaries have in common. */
export const commonOf = ({ target, prediction }: ModelNames, sides: Side[]) => ({
  state: 'measured' as const,
  ...{ target, prediction, sides, probabilities: [] },
  ...{ twoModels: false, paired: false, pairing: null, features: [] },
  notes: [{ kind: 'from-summary' as const, values: {} }],
});

/** Rows without a target. */
export function missingIn(file: SummaryFile | undefined, target: string): number {
  const counts = file?.columns.find(({ name }) => name === target)?.summary.counts;
  return counts === undefined ? 0 : counts.missing + counts.nan + counts.positiveInfinity + counts.negativeInfinity;
}
