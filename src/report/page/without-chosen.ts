import type { Report } from '../../facts/document/document.ts';
import { ENOUGH_ROWS } from '../../facts/limits.ts';
import type { ShownCondition } from '../../facts/statements/chosen-rows.ts';
import type { Quote } from '../../facts/statements/statement.ts';
import { isShared, withoutQuotes } from './quotes.ts';

type Chosen = Pick<Report, 'filter' | 'split' | 'config'>;

/** What rows were chosen by, without cells that too few of them share: neither in words nor as a setting. */
export function withoutChosen(report: Report): Chosen {
  const { filter, split, config } = report;
  const told = (condition: ShownCondition): ShownCondition =>
    withoutQuotes(condition, (cell) => isShared(cell) || isCommon(report, condition.column, cell));
  const known: Omit<Chosen, 'config'> = {
    ...(filter && {
      filter: { ...filter, values: { ...filter.values, conditions: filter.values.conditions.map(told) } },
    }),
    ...(split && {
      split: {
        ...split,
        values: { ...split.values, reference: told(split.values.reference), current: told(split.values.current) },
      },
    }),
  };
  if (JSON.stringify([known.filter, known.split]) === JSON.stringify([filter, split])) return { ...known, config };
  const settings = { ...config };
  delete settings.filter;
  delete settings.split;
  return { ...known, config: settings };
}

/** Whether the report names it as a category of enough rows. */
function isCommon({ columns }: Report, name: string, { quote }: Quote): boolean {
  const distribution = columns.find((column) => column.name === name)?.distribution;
  return (
    distribution?.kind === 'categorical' &&
    distribution.categories.some(
      ({ name: category, counts }) =>
        category === String(quote) && (counts.reference ?? 0) + (counts.current ?? 0) >= ENOUGH_ROWS,
    )
  );
}
