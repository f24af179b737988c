/** What a report's file holds, in words for those who decide whether to hand it on. */
export interface Contents {
  inside: string[];
  leftOut: string[];
}

const rows = [
  'rows to review, with row numbers and ids',
  'cells that could not be read',
  'the most common values of text and identifier columns',
  'values and categories that fewer than five rows share',
];

export const contentsOf = ({ exampleRows }: { exampleRows: boolean }): Contents => ({
  inside: [
    'names and sizes of the files, names of the columns, the settings',
    'counts, means, quantiles, the smallest and the largest value of each column',
    'distributions, curves and correlations (matrices with six decimals)',
    'names of categories that five rows or more share',
    ...(exampleRows ? rows : []),
  ],
  leftOut: ['the data itself', ...(exampleRows ? [] : rows)],
});
