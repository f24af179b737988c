import type { ConditionValues } from '../../../facts/statements/condition-statements.ts';
import type { Condition } from '../../../facts/document/document.ts';
import { number } from '../../format.ts';

type ConditionWords = { [Kind in keyof ConditionValues]: (values: ConditionValues[Kind]) => string };

const sentences: ConditionWords = {
  kept: (values) => {
    const { of: total } = values;
    const nearest = total > 1 ? `, the nearest to the limit of ${String(total)}` : '';
    return `${subject(values)} is ${number(values.value)}${nearest}; ${limits(values)}.`;
  },
  broken: (values) => {
    const rest = values.more > 0 ? `, and ${String(values.more)} more` : '';
    return `${subject(values)} is ${number(values.value)}${rest}; ${limits(values)}.`;
  },
  'not-computed': (values) => `${asked(values)} could not be computed.`,
  'not-there': ({ meant, ...values }) =>
    `This report has no ${asked(values)}${meant === null ? '.' : `; did you mean "${meant}"?`}`,
};

type Subject = Pick<ConditionValues['kept'], 'metric' | 'column' | 'class'>;

const subject = ({ metric, column, class: label }: Subject): string =>
  `${metric}${column === null ? '' : ` of “${column}”`}${label === null ? '' : `, class “${label}”,`}`;

const asked = ({ metric, column, class: label, file }: ConditionValues['not-computed']): string =>
  `${metric}${column === null ? '' : ` of “${column}”`}${label === null ? '' : ` of class “${label}”`}${file === null ? '' : ` in ${file}`}`;

function limits({ min, max }: { min?: number | undefined; max?: number | undefined }): string {
  if (min === undefined) return `at most ${number(max ?? 0)} passes`;
  return max === undefined ? `at least ${number(min)} passes` : `${number(min)} to ${number(max)} passes`;
}

/** Condition, status and sentence over a table. */
const headings = { condition: 'Condition', status: 'Status', why: 'Why' };

const statuses: Record<Condition['status'], string> = { pass: 'pass', fail: 'fail', unknown: 'unknown' };

/** A name of a set-up that an older version had. */
const renamed = (old: string, current: string): string => `“${old}” is now called “${current}”.`;

export const conditions = { sentences, headings, statuses, renamed };
