import { quote, type Quote } from '../../facts/statements/statement.ts';
import type { CategoricalDistribution } from '../../facts/document/distribution.ts';
import type { RowsAsked } from '../../facts/rows.ts';
import { asNews, columnFinding, type RowFacts } from './finding.ts';
import { rowsOnlyIn } from './rows.ts';

/** Names of categories, with their rows where the picture shows them. */
export function quotedCategories(names: readonly string[], { categories }: CategoricalDistribution): Quote[] {
  const rows = new Map(
    categories.map(({ name, counts: { reference = 0, current = 0 } }) => [name, reference + current]),
  );
  return names.map((name) => quote(name, rows.get(name)));
}

/** Categories that the reference does not have. */
export const newCategories = columnFinding('new-categories', newRows, ({ result, config }) => {
  const { distribution, findingTests } = result;
  if (distribution?.kind !== 'categorical' || distribution.appeared.count === 0) return [];
  const { count, names } = distribution.appeared;
  const news = asNews(findingTests?.['new-categories'], config, 'medium');
  const values = { count, names: quotedCategories(names, distribution) };
  return [{ ...news, side: 'current', value: count, values }];
});

function newRows({ column }: RowFacts<'new-categories'>): RowsAsked[] {
  return rowsOnlyIn(column, 'current');
}
