import type { StepSentence } from '../../../facts/statements/column-verdict.ts';
import type { NoDate } from '../../../facts/statements/since.ts';
import { count, time, timeRange } from '../../format.ts';
import { periodWords } from '../periods.ts';
import type { SidesWords } from '../sides.ts';

type Values = Pick<StepSentence['values'], 'at' | 'low' | 'high'>;

/** "since about Nov 12, 2018 (Nov 9 – 15, 2018)" */
export const stepText = ({ at, low, high }: Values): string =>
  low === high ? `since ${time(at)}` : `since about ${time(at)} (${timeRange(low, high)})`;

/** Behind the sentence of a column. */
export const stepSentences = {
  step: (values: StepSentence['values']): string => `It has been so ${stepText(values)}.`,
};

/** Why no date is told, as a clause. */
export function noDateText(noDate: NoDate, { reference, current }: SidesWords): string {
  switch (noDate.cause) {
    case 'no-time':
      return 'no column holds the time of the rows';
    case 'overlap':
      return `${current.noun} does not begin after ${reference.noun} ends`;
    case 'few-periods':
      return `there are ${periodWords(noDate.unit).counted(noDate.periods)}, and it takes ${count(noDate.limit)}`;
    case 'many-periods':
      return `there are ${periodWords(noDate.unit).counted(noDate.periods)}, more than ${count(noDate.limit)}`;
    case 'chance':
      return `in ${periodWords(noDate.unit).counted(noDate.periods)} no step is larger than chance makes`;
    case 'no-single-step':
      return 'the change did not come in one step';
    case 'wide':
      return `it may be any of ${count(noDate.within)} of ${periodWords(noDate.unit).counted(noDate.periods)}`;
  }
}

/** Why no date is told. */
export const noDateSentence = (noDate: NoDate, sides: SidesWords): string => `No date: ${noDateText(noDate, sides)}.`;
