import type { Progress } from '../../analysis/run/run-result.ts';
import { words } from '../../words/words.ts';

/** A step of the work: when it was first heard of, and how far it was then. */
export interface Step {
  stage: Progress['stage'];
  unit: Progress['unit'];
  at: number;
  share: number;
}

/** How far the work is, of one (null where that cannot be told), at a time in milliseconds. */
export interface Reached {
  progress: Progress | null;
  share: number | null;
  now: number;
}

/** The step that progress speaks of: the one before, or a new one. */
export function stepOf(before: Step | null, { progress, share, now }: Reached): Step | null {
  if (progress === null || share === null) return null;
  const { stage, unit } = progress;
  const isSame = before?.stage === stage && before.unit === unit && share >= before.share;
  return isSame ? before : { stage, unit, at: now, share };
}

const SURE_AFTER_MS = 2000;
const SURE_AFTER_SHARE = 0.03;

/** Seconds that a step still takes at the speed it has had; null while that is a guess. */
export function secondsLeft(step: Step | null, { share, now }: Reached): number | null {
  if (step === null || share === null) return null;
  const [elapsed, done] = [now - step.at, share - step.share];
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
