import type { Progress } from '../../analysis/run/run-result.ts';
import { words } from '../../words/words.ts';

/** A step of the work: when it was first heard of, and how far it was then. */
export interface Step {
  stage: Progress['stage'];
  unit: Progress['unit'];
  start: number;
  share: number;
}

/** How far the work is, of one (null where that cannot be told), at a time in milliseconds. */
export interface Reached {
  progress: Progress | null;
  share: number | null;
  time: number;
}

/** The step that progress speaks of: the one previous, or a new one. */
export function stepOf(previous: Step | null, { progress, share, time }: Reached): Step | null {
  if (progress === null || share === null) return null;
  const { stage, unit } = progress;
  const isSame = previous?.stage === stage && previous.unit === unit && share >= previous.share;
  return isSame ? previous : { stage, unit, start: time, share };
}

const SURE_AFTER_MS = 2000;
const SURE_AFTER_SHARE = 0.03;

/** Seconds that a step still takes at the speed it has had; null while that is a guess. */
export function secondsLeft(step: Step | null, { share, time }: Reached): number | null {
  if (step === null || share === null) return null;
  const [elapsed, done] = [time - step.start, share - step.share];
  if (elapsed < SURE_AFTER_MS || done < SURE_AFTER_SHARE) return null;
  return ((1 - share) * elapsed) / done / 1000;
}

/** "about 20 s left", "about 3 min left": the longer it takes, the more roughly. */
export function leftWords(seconds: number | null): string {
  if (seconds === null || seconds < 1) return '';
  if (seconds < 10) return words.run.left.seconds(Math.ceil(seconds));
  return seconds < 90
    ? words.run.left.seconds(Math.ceil(seconds / 5) * 5)
    : words.run.left.minutes(Math.ceil(seconds / 60));
}
