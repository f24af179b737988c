import type { ContentId } from '../../../facts/page-contents.ts';
import { bytes } from '../../format.ts';

/** The sheet that saves a report as a file of its own. */
export const saving = {
  heading: 'Report as HTML',
  lead: 'One file that opens in any browser, offline, without Plumbline and without the data. Dropped here, it opens again.',
  title: 'Title',
  /** The title of a report that was given none. */
  ofFiles: (current: string, reference: string) => `${current} against ${reference}`,
  ofFile: (name: string | null) => `Data quality of ${name ?? 'a file'}`,
  author: 'Author',
  note: 'Note',
  noteForm: 'Markdown',
  write: 'Write',
  preview: 'Preview',
  logo: { heading: 'Logo', alt: 'The logo', choose: 'Choose a picture', other: 'Other', remove: 'Remove' },
  accent: { heading: 'Accent colour', own: 'Own colour', colour: 'Colour' },
  sections: 'Sections',
  privacy: 'Privacy',
  exampleRows: 'Include values of single rows',
  inside: 'In the file',
  leftOut: 'Not in the file',
  save: 'Save',
  saving: 'Saving …',
  saved: (name: string, size: number) => `Saved as ${name}, ${bytes(size)}.`,
  contents: {
    names: 'names and sizes of the files, names of the columns, the settings',
    measures: 'counts, means, quantiles, the smallest and the largest value of each column',
    distributions: 'distributions, curves and correlations (matrices with six decimals)',
    categories: 'names of categories that five rows or more share',
    rows: 'rows to review, with row numbers and ids',
    cells: 'cells that could not be read',
    texts: 'the most common values of text and identifier columns',
    rare: 'values and categories that fewer than five rows share',
    data: 'the data itself',
  } satisfies Record<ContentId, string>,
};
