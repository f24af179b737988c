import type { Report } from '../../facts/document/document.ts';
import { advising, checkedFirst } from './advising.ts';
import { grownError, isWithin, splitFigures } from './grown-error.ts';

/** States of a column that neither changed nor moved, and of which that is known. */
const QUIET: readonly string[] = ['stable', 'identical', 'calendar'];

/** The relation changed: the error grew among rows that are alike, or the target relates to a column in another way while the inputs are what they were. */
export const retrain = advising('retrain', ({ report, given }) => {
  const grown = grownError(report);
  if (grown === null) return null;
  const { split, ...error } = grown;
  const relation = changedRelation(report);
  const sameInputs = areInputsSame(report);
  const fitting = [relation !== null, sameInputs].filter(Boolean).length;
  // Where a column's mix explains some of it, the split decides; where none does, either fact; where nothing was split, both.
  if (split ? !isWithin(split) : fitting < (split === null ? 1 : 2)) return null;
  return {
    values: {
      ...{ ...error, relation, sameInputs, later: checkedFirst(given) },
      ...(split !== undefined && { split: split && splitFigures(split) }),
    },
    restsOn: [
      { section: 'performance' },
      ...(split === undefined ? [] : [{ section: 'where' } as const]),
      ...(relation === null ? [] : [{ section: 'performance', column: relation, finding: 'concept-drift' } as const]),
      ...(sameInputs ? [{ section: 'drift' } as const] : []),
    ],
  };
});

/** The column to which the target relates in another way, the one by most. */
function changedRelation({ dataset: { findings } }: Report): string | null {
  const found = findings.filter(({ kind }) => kind === 'concept-drift').sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  return found[0]?.column ?? null;
}

/** Whether every input that was compared is known to be as it was. */
function areInputsSame({ columns }: Report): boolean {
  const compared = columns.filter(({ role, drift }) => role === 'feature' && drift && drift.state !== 'notTested');
  return compared.length > 0 && compared.every(({ drift }) => QUIET.includes(drift?.state ?? ''));
}
