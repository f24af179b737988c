import type { Progress } from '../../analysis/run/run-result.ts';
import { words } from '../../words/words.ts';

export const stageWords = (progress: Progress | null): string => {
  if (!progress) return words.run.starting;
  const { stage, side } = progress;
  return stage === 'reading' && side ? words.run.readingSide(side) : words.run.stages[stage];
};

export const amountWords = (progress: Progress | null): string =>
  progress && progress.total > 0 ? words.run.amounts[progress.unit](progress.done, progress.total) : '';

/** How far it is, of one; null where it cannot be told. */
export const shareDone = (progress: Progress | null): number | null =>
  progress && progress.total > 0 && progress.stage !== 'starting' ? Math.min(1, progress.done / progress.total) : null;
