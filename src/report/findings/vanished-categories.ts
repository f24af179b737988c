import type { RowsAsked } from '../../facts/rows.ts';
import { asNews, columnFinding, type RowFacts } from './finding.ts';
import { rowsOnlyIn } from './rows.ts';
import { quotedCategories } from './new-categories.ts';

/** Categories that the current file does not have. */
export const vanishedCategories = columnFinding('vanished-categories', vanishedRows, ({ result, config }) => {
  const { distribution, findingTests } = result;
  if (distribution?.kind !== 'categorical' || distribution.vanished.count === 0) return [];
  const { count, names } = distribution.vanished;
  const values = { count, names: quotedCategories(names, distribution) };
  const news = asNews(findingTests?.['vanished-categories'], config, 'medium');
  return [{ ...news, side: 'reference', value: count, values }];
});

function vanishedRows({ column }: RowFacts<'vanished-categories'>): RowsAsked[] {
  return rowsOnlyIn(column, 'reference');
}
