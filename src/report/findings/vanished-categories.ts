import { asNews, columnFinding } from './finding.ts';
import { quotedCategories } from './new-categories.ts';

/** Categories that the current file does not have. */
export const vanishedCategories = columnFinding('vanished-categories', ({ result, config }) => {
  const { distribution, findingTests } = result;
  if (distribution?.kind !== 'categorical' || distribution.vanished.count === 0) return [];
  const { count, names } = distribution.vanished;
  const values = { count, names: quotedCategories(names, distribution) };
  const news = asNews(findingTests?.['vanished-categories'], config, 'medium');
  return [{ ...news, side: 'reference', value: count, values }];
});
