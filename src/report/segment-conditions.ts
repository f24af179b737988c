import { frequentLevels } from '../analysis/where/frequent-levels.ts';
import type { ColumnType } from '../facts/document/columns.ts';
import type { Report } from '../facts/document/document.ts';
import type { Segment, SegmentCondition } from '../facts/document/where.ts';
import type { ConditionOnCell } from '../facts/slice.ts';

/** The rows of a segment, as conditions on their cells. */
export const segmentConditions = ({ conditions }: Pick<Segment, 'conditions'>, report: Report): ConditionOnCell[] =>
  conditions.map((condition) => onCell(condition, report));

/** Where numbers are looked for, what is none is missing to the search. */
function formOf(type: ColumnType | undefined): { as?: 'number' | 'time' } {
  if (type === 'numeric') return { as: 'number' };
  return type === 'datetime' ? { as: 'time' } : {};
}

function onCell(condition: SegmentCondition, { columns }: Report): ConditionOnCell {
  const { column } = condition;
  switch (condition.kind) {
    case 'missing':
      return { column, test: 'missing', ...formOf(columns.find(({ name }) => name === column)?.type) };
    case 'range':
      return { column, test: 'range', from: condition.above, to: condition.upTo, withoutFrom: true, withTo: true };
    case 'clock':
      return { column, test: 'clock', part: condition.part, first: condition.first, last: condition.last };
    case 'values': {
      const values = condition.values.flatMap(({ quote }) => (quote === null ? [] : [String(quote)]));
      if (!condition.others) return { column, test: 'in', values };
      const distribution = columns.find(({ name }) => name === column)?.distribution;
      const frequent = distribution?.kind === 'categorical' ? frequentLevels(distribution) : [];
      return {
        ...{ column, test: 'others' },
        values: frequent.flatMap(({ name }) => (values.includes(name) ? [] : [name])),
      };
    }
  }
}
