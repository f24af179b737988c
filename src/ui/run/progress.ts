import type { Progress } from '../../analysis/run/run-result.ts';
import { bytes, count } from '../../words/format.ts';

const stages: Record<Progress['stage'], string> = {
  fetching: 'Fetching the files',
  starting: 'Starting the engine',
  unpacking: 'Unpacking',
  reading: 'Reading',
  inferring: 'Working out types and roles',
  comparing: 'Comparing columns',
  correlating: 'Computing correlations',
  measuring: 'Measuring the model',
};

const units: Record<Progress['unit'], (done: number, total: number) => string> = {
  bytes: (done, total) => `${bytes(done)} of ${bytes(total)}`,
  rows: (done, total) => `${count(done)} of ${count(total)} rows`,
  columns: (done, total) => `${count(done)} of ${count(total)} columns`,
  files: (done, total) => `${count(done)} of ${count(total)} files`,
  steps: () => '',
};

export const stageWords = (progress: Progress | null): string => {
  if (!progress) return 'Starting';
  const { stage, side } = progress;
  return stage === 'reading' && side ? `Reading the ${side} file` : stages[stage];
};

export const amountWords = (progress: Progress | null): string =>
  progress && progress.total > 0 ? units[progress.unit](progress.done, progress.total) : '';

/** How far it is, of one; null where it cannot be told. */
export const shareDone = (progress: Progress | null): number | null =>
  progress && progress.total > 0 && progress.stage !== 'starting' ? Math.min(1, progress.done / progress.total) : null;
