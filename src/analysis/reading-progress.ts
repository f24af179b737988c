import type { FileProgress } from '../engine/read/prepared.ts';
import type { Side } from '../facts/document/side.ts';
import type { RunOptions } from './run/run-result.ts';

/** Both files' progress as one: bytes add up, and so do rows. */
export function readingProgress(
  sides: readonly Side[],
  onProgress: RunOptions['onProgress'],
): (side: Side) => (progress: FileProgress) => void {
  const state = new Map<Side, FileProgress>();
  return (side) => (progress) => {
    const { stage, unit } = progress;
    state.set(side, progress);
    const comparable = [...state.values()].filter(
      (fileProgress) => fileProgress.unit === unit && fileProgress.stage === stage,
    );
    const known = comparable.length === sides.length && comparable.every((fileProgress) => fileProgress.total > 0);
    const sum = (key: 'done' | 'total'): number =>
      comparable.reduce((total, fileProgress) => total + fileProgress[key], 0);
    onProgress?.({ stage, done: sum('done'), total: known ? sum('total') : 0, unit });
  };
}
