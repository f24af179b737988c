import type { Report } from '../../facts/document/document.ts';
import type { AdviceBasis, AdviceKind, AdviceStatement, AdviceValues } from '../../facts/statements/advice.ts';

/** What advice is made of: the finished document, and the advice that was found before it. */
export interface AdviceFacts {
  report: Report;
  given: readonly AdviceStatement[];
}

/** Advice without its kind, which its descriptor knows. */
export interface Advised<Kind extends AdviceKind> {
  values: AdviceValues[Kind];
  restsOn: AdviceBasis[];
}

/** A kind of advice: what it is made of where the facts bear it, else null. */
export interface AdviceDescriptor {
  kind: AdviceKind;
  find: (facts: AdviceFacts) => AdviceStatement | null;
}

export const advising = <Kind extends AdviceKind>(
  kind: Kind,
  find: (facts: AdviceFacts) => Advised<Kind> | null,
): AdviceDescriptor => ({
  kind,
  find: (facts) => {
    const found = find(facts);
    return found === null ? null : ({ kind, ...found } as AdviceStatement);
  },
});

/** Whether something of the data is to be checked first. */
export const checkedFirst = (given: readonly AdviceStatement[]): boolean =>
  given.some(({ kind }) => kind === 'check-data');
