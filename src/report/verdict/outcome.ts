import type { Report } from '../../facts/document/document.ts';
import { isModelPerhapsWorse, isModelWorse } from './model-part.ts';

/** What a scheduled run may be stopped by, worst first. */
export const CAUSES = ['changed', 'model', 'conditions', 'moved', 'insufficient'] as const;
export type Cause = (typeof CAUSES)[number];

/** What stops a run that is not told otherwise: all but data that are too few to say. */
export const USUAL_CAUSES: readonly Cause[] = ['changed', 'model', 'conditions', 'moved'];

/** Causes that are no proof of a change: something moved, or nothing can be said. */
const UNPROVEN: readonly Cause[] = ['moved', 'insufficient'];

/** Which causes a report gives. */
export function causesOf(report: Report): Cause[] {
  const { verdict, conditions, performance, config } = report;
  const present: Record<Cause, boolean> = {
    // Evidently's rule speaks of the data set, not of single columns.
    changed: config.profile === 'evidently' ? verdict.state === 'changed' : verdict.counts.changed > 0,
    model: isModelWorse(performance),
    conditions: conditions.some(({ status }) => status !== 'pass'),
    moved: verdict.counts.moved > 0 || isModelPerhapsWorse(performance),
    insufficient: verdict.counts.insufficient > 0,
  };
  return CAUSES.filter((cause) => present[cause]);
}

/** What a scheduled run ends with: 0 for none of the causes, 1 for a proven one, 3 where something moved (or cannot be said) and the cause is unproven. */
export function exitCode(report: Report, failOn: readonly Cause[] = USUAL_CAUSES): 0 | 1 | 3 {
  const causes = causesOf(report).filter((cause) => failOn.includes(cause));
  if (causes.length === 0) return 0;
  return causes.every((cause) => UNPROVEN.includes(cause)) ? 3 : 1;
}
