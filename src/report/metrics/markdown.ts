import type { ColumnQuality } from '../../facts/document/columns.ts';
import type { Metric as Measure } from '../../facts/document/model/estimates.ts';
import type { Report, ReportColumn } from '../../facts/document/document.ts';
import { measureForm } from '../../facts/measures.ts';
import { effect as estimate, share, significance } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { sideWords, type SidesWords } from '../side-words.ts';

/** The report in a few tables, as Markdown (GitHub's), for a chat, a ticket or a wiki: the verdict, the columns, the model. */
export function metricsMarkdown(report: Report): string {
  const { verdict, advice = [], inputs, conditions, performance, cost } = report;
  const sides = sideWords(performance);
  const { condition, status: kept, why: reason } = words.conditions.headings;
  const files = [inputs.reference, inputs.current].flatMap((input) => (input ? [escaped(input.name)] : []));
  return [
    `**${escaped(verdict.headline ?? verdict.summary)}** (${files.join(' → ')})`,
    ...(advice.length === 0 ? [] : [advice.map(({ text }) => `* ${escaped(text)}`).join('\n')]),
    ...[report.split, report.filter].flatMap((rows) => (rows ? [escaped(rows.text)] : [])),
    columnTable(report, sides),
    ...(performance?.state === 'measured'
      ? [escaped(performance.summary), modelTable(performance.whole.metrics, sides)]
      : []),
    ...(cost?.state === 'measured' ? [escaped(words.sections.cost.sentence(cost, sides))] : []),
    ...(conditions.length === 0
      ? []
      : [
          table(
            [condition, kept, reason],
            conditions.map(({ id, status, text }) => [id, words.conditions.statuses[status], text]),
          ),
        ]),
  ].join('\n\n');
}

function columnTable({ columns, inputs }: Report, sides: SidesWords): string {
  const single = inputs.reference === undefined;
  const { column: name, state, change, q, missing } = words.metrics.headings;
  const heads = [name, ...(single ? [] : [state, change, q]), missing];
  return table(
    heads,
    columns.map((column) => [column.name, ...(single ? [] : driftCells(column, sides)), missingCell(column)]),
  );
}

function driftCells({ drift }: ReportColumn, sides: SidesWords): string[] {
  if (drift === null) return ['', '', ''];
  const { state, effect, evidence, within } = drift;
  const q = evidence?.qValue;
  const alike = effect ? words.amounts.amount(effect, sides) : '';
  const size =
    within === undefined ? alike : words.metrics.withinSize(alike, words.amounts.amount(within.whole, sides));
  return [words.verdict.states[state], size, q === undefined ? '' : significance('q', q)];
}

function missingCell({ quality }: ReportColumn): string {
  const shareText = ({ count, missing, nan }: ColumnQuality): string =>
    share(count === 0 ? 0 : (missing + nan) / count);
  return [quality.reference, quality.current].flatMap((side) => (side ? [shareText(side)] : [])).join(' → ');
}

const modelTable = (metrics: readonly Measure[], { reference, current }: SidesWords): string =>
  table(
    [words.metrics.headings.measure, reference.heading, current.heading, words.metrics.headings.noise],
    metrics.map(({ id, values, difference }) => {
      const show = measureForm(id) === 'percent' ? share : estimate;
      const cell = (side: 'reference' | 'current'): string => (values[side] ? show(values[side].value) : '');
      const noise =
        difference === null || difference.low === null
          ? ''
          : words.metrics.beyondNoise[difference.beyondNoise ? 'yes' : 'no'];
      return [words.model.measureName(id), cell('reference'), cell('current'), noise];
    }),
  );

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map((cells) => line(cells.map(escaped)))].join('\n');
}

/** As text: nothing in it is markup, a bar or a line end. */
const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/\s+/g, ' ');
