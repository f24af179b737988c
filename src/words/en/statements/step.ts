import type { StepSentence } from '../../../facts/statements/column-verdict.ts';
import { time, timeRange } from '../../format.ts';

type Values = Pick<StepSentence['values'], 'at' | 'low' | 'high'>;

/** "since about Nov 12, 2018 (Nov 9 – 15, 2018)" */
export const stepText = ({ at, low, high }: Values): string =>
  low === high ? `since ${time(at)}` : `since about ${time(at)} (${timeRange(low, high)})`;

/** Behind the sentence of a column. */
export const stepSentences = {
  step: (values: StepSentence['values']): string => `It has been so ${stepText(values)}.`,
};
