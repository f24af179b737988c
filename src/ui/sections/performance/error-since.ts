import type { StepMoment } from '../../../charts/data.ts';
import type { NoDate } from '../../../facts/statements/since.ts';
import type { Measured } from './features/features.ts';

/** Since when the error has another level, or why that is not told. */
export interface ErrorSince {
  step?: StepMoment;
  noDate?: NoDate;
}

export function errorSince({ statements }: Pick<Measured, 'statements'>): ErrorSince {
  for (const { kind, values } of statements?.notes ?? []) {
    if (kind === 'error-since') return { step: values };
    if (kind === 'error-no-date') return { noDate: values.noDate };
  }
  return {};
}
