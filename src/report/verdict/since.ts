import { isDated, type ColumnResult, type Since } from '../../facts/document/drift.ts';
import type { LevelStep } from '../../facts/document/where.ts';
import type { ReportColumn } from '../../facts/document/document.ts';
import type { ReasonStatement } from '../../facts/statements/reasons.ts';
import type { SinceStatement } from '../../facts/statements/since.ts';

type Step = Extract<SinceStatement, { kind: 'step' }>;

/** A date as it is told. */
export const toldStep = ({ at, low, high, unit }: LevelStep): Step['values'] => ({ at, low, high, unit });

/** Since when, or why that is not known. */
export const sinceStatement = (dating: Since): SinceStatement =>
  isDated(dating) ? { kind: 'step', values: toldStep(dating) } : { kind: 'no-date', values: dating };

/** The sentence with a date. */
export const stepSentence = (dating: Since | undefined): { step?: Step } =>
  dating !== undefined && isDated(dating) ? { step: { kind: 'step', values: toldStep(dating) } } : {};

/** Why there is none. */
export const noDateStep = (dating: Since | undefined): ReasonStatement[] =>
  dating === undefined || isDated(dating) ? [] : [{ kind: 'no-date', values: dating, supportsChange: null }];

/** Shares of rows by period, as the document has them. */
export const sharesOverTime = ({
  levelOverTime,
  missingOverTime,
}: ColumnResult): Pick<ReportColumn, 'levelOverTime' | 'missingOverTime'> => ({
  ...(levelOverTime !== undefined && { levelOverTime }),
  ...(missingOverTime !== undefined && {
    missingOverTime: { ...missingOverTime, dating: sinceStatement(missingOverTime.dating) },
  }),
});
