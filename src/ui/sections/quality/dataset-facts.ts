import type { Report } from '../../../facts/document/document.ts';
import type { DatasetQuality } from '../../../facts/document/columns.ts';
import { mapSides } from '../../../facts/document/sides.ts';
import { NONE, bytes, count } from '../../../words/format.ts';
import { formatText } from '../../../words/reading-text.ts';
import { words } from '../../../words/words.ts';
import type { Fact } from '../../parts/table/facts.ts';
import { sidesOf } from '../report-sides.ts';

const names = words.sections.fileFigures;

interface FileFigure {
  label: string;
  entry: string;
  text: (quality: DatasetQuality) => string;
  /** Whether it deserves a look. */
  odd: (quality: DatasetQuality) => boolean;
}

const figures: readonly FileFigure[] = [
  {
    label: names.missingCells,
    entry: 'missing_cells',
    text: ({ missingCells, missingShare }) => names.partOfCells({ cells: missingCells, share: missingShare }),
    odd: (quality) => quality.missingCells > 0,
  },
  {
    label: names.duplicateRows,
    entry: 'duplicate-rows',
    text: ({ duplicateRows }) => (duplicateRows === null ? names.needsRows : count(duplicateRows)),
    odd: ({ duplicateRows }) => (duplicateRows ?? 0) > 0,
  },
  {
    label: names.emptyRows,
    entry: 'empty-rows',
    text: ({ emptyRows }) => (emptyRows === null ? names.needsRows : count(emptyRows)),
    odd: ({ emptyRows }) => (emptyRows ?? 0) > 0,
  },
  {
    label: names.emptyColumns,
    entry: 'empty-columns',
    text: (quality) => names.names(quality.emptyColumns),
    odd: (quality) => quality.emptyColumns.length > 0,
  },
  {
    label: names.duplicateColumns,
    entry: 'duplicate-columns',
    text: ({ duplicateColumns }) => (duplicateColumns === null ? names.needsRows : names.groups(duplicateColumns)),
    odd: ({ duplicateColumns }) => (duplicateColumns?.length ?? 0) > 0,
  },
];

/** Both files side by side, as far as they have been looked at. */
export function datasetFacts(report: Report): Fact[] {
  const { quality } = report.dataset;
  return figures.map(({ label, entry, text, odd }) => {
    const texts = mapSides(report.inputs, (_, side) => (quality[side] ? text(quality[side]) : NONE));
    const marked = sidesOf(report).filter((side) => quality[side] !== undefined && odd(quality[side]));
    return { label, entry, ...texts, marked };
  });
}

/** What the files are; `unread` while there is more of them. */
export function fileFacts({ inputs }: Report, unread = false): Fact[] {
  return [
    {
      label: unread ? names.rowsSoFar : names.rows,
      ...mapSides(inputs, ({ rows, rowsUsed }) =>
        rowsUsed < rows ? names.part({ part: rowsUsed, whole: rows }) : count(rows),
      ),
    },
    { label: names.columns, ...mapSides(inputs, ({ columns }) => count(columns)) },
    { label: names.format, ...mapSides(inputs, ({ format }) => formatText(format)) },
    { label: names.size, ...mapSides(inputs, (input) => bytes(input.bytes)) },
  ];
}
