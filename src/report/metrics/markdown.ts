import type { ColumnQuality } from '../../facts/results.ts';
import type { Metric as Measure } from '../../facts/performance.ts';
import type { Report, ReportColumn } from '../../facts/document.ts';
import { measures } from '../measures.ts';
import { sideWords, unitWords, type SidesWords } from '../side-words.ts';
import { inUnit } from '../verdict/verdict.ts';
import { number, share, significance } from '../words.ts';

/** The report in a few tables, as Markdown (GitHub's), for a chat, a ticket or a wiki: the verdict, the columns, the model. */
export function metricsMarkdown(report: Report): string {
  const { verdict, inputs, conditions, performance } = report;
  const words = sideWords(performance);
  const files = [inputs.reference, inputs.current].flatMap((input) => (input ? [escaped(input.name)] : []));
  return [
    `**${escaped(verdict.summary)}** (${files.join(' → ')})`,
    columnTable(report, words),
    ...(performance?.state === 'measured'
      ? [escaped(performance.summary), modelTable(performance.whole.metrics, words)]
      : []),
    ...(conditions.length === 0
      ? []
      : [
          table(
            ['Condition', 'Status', 'Why'],
            conditions.map(({ id, status, text }) => [id, status, text]),
          ),
        ]),
  ].join('\n\n');
}

const STATES = { changed: 'Changed', stable: 'Stable', insufficient: 'Not enough data', notTested: 'Not tested' };

function columnTable({ columns, inputs }: Report, words: SidesWords): string {
  const alone = inputs.reference === undefined;
  const heads = ['Column', ...(alone ? [] : ['State', 'Change', 'q']), 'Missing'];
  return table(
    heads,
    columns.map((column) => [column.name, ...(alone ? [] : driftCells(column, words)), missingCell(column)]),
  );
}

function driftCells({ drift }: ReportColumn, words: SidesWords): string[] {
  if (drift === null) return ['', '', ''];
  const { state, effect, evidence } = drift;
  const q = evidence?.qValue;
  const size = effect ? inUnit({ ...effect, unit: unitWords(effect.unit, words) }, effect.value) : '';
  return [STATES[state], size, q === undefined ? '' : significance('q', q)];
}

function missingCell({ quality }: ReportColumn): string {
  const of = ({ count, missing, nan }: ColumnQuality): string => share(count === 0 ? 0 : (missing + nan) / count);
  return [quality.reference, quality.current].flatMap((side) => (side ? [of(side)] : [])).join(' → ');
}

const modelTable = (metrics: readonly Measure[], { reference, current }: SidesWords): string =>
  table(
    ['Measure', reference.heading, current.heading, 'More than noise'],
    metrics.map(({ id, values, difference }) => {
      const { name = id, as = 'number' } = measures[id] ?? {};
      const show = as === 'percent' ? share : number;
      const cell = (side: 'reference' | 'current'): string => (values[side] ? show(values[side].value) : '');
      const noise = difference === null || difference.low === null ? '' : difference.beyondNoise ? 'yes' : 'no';
      return [name, cell('reference'), cell('current'), noise];
    }),
  );

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map((cells) => line(cells.map(escaped)))].join('\n');
}

/** As text: nothing in it is markup, a bar or a line end. */
const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/\s+/g, ' ');
