import { columnFinding } from './finding.ts';
import { quotedCategories } from './new-categories.ts';

/** Categories that the current file does not have. */
export const vanishedCategories = columnFinding('vanished-categories', ({ result: { distribution } }) => {
  if (distribution?.kind !== 'categorical' || distribution.vanished.count === 0) return [];
  const { count, names } = distribution.vanished;
  const values = { count, names: quotedCategories(names, distribution) };
  return [{ severity: 'low', side: 'reference', value: count, values }];
});
