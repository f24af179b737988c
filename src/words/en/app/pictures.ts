import { count } from '../../format.ts';
import { counted } from '../grammar.ts';

/** The gallery of figures and the editor of a picture. */
export const pictures = {
  gallery: { heading: 'Pictures', lead: 'Every figure of the report, to pick from and to save.' },
  editor: {
    heading: 'Picture',
    lead: 'The picture as it will be saved, its size, colours and words, and the ways to take it along.',
    failed: (problem: string) => `The picture could not be drawn: ${problem}`,
  },
  find: 'Find a figure',
  found: ({ figures, picked }: { figures: number; picked: number }) =>
    picked > 0 ? `${counted(figures, 'figure')}, ${count(picked)} picked` : counted(figures, 'figure'),
  noneFound: (query: string) => `No figure has “${query}” in its title.`,
  pickNone: 'Pick none',
  pickAll: (n: number) => (n === 1 ? 'Pick it' : `Pick all ${count(n)}`),
  edit: (title: string) => `Edit and save: ${title}`,
  size: 'Size',
  sizes: {
    blog: 'Blog or slide, 1200 × 675',
    square: 'Square, 1080 × 1080',
    page: 'Print, page width (170 × 105 mm)',
    column: 'Print, one column (85 × 80 mm)',
    screen: 'As on the screen',
  },
  colours: 'Colours',
  themes: { light: 'Light', dark: 'Dark' },
  transparent: 'Transparent ground',
  sharpness: 'Sharpness of the PNG',
  pixels: ({ width, height }: { width: number; height: number }) => `${String(width)} × ${String(height)} pixels`,
  /** What is written around a figure. */
  texts: {
    title: { label: 'Title', back: 'Title as it was' },
    subtitle: { label: 'Subtitle', back: 'Subtitle as it was' },
    source: { label: 'Source line', back: 'Source line as it was' },
    alt: { label: 'Alternative text', back: 'Alternative text as it was' },
  },
  altHint: 'For those who cannot see the picture; kept in the SVG.',
  asItWas: 'As it was',
  /** The text for those who cannot see the picture, unless it is changed. */
  alt: (title: string, description: string) => `${title}. ${description}`,
  save: { png: 'Save PNG', svg: 'Save SVG', csv: 'Save data (CSV)', copy: 'Copy picture' },
  saved: { png: 'PNG saved.', svg: 'SVG saved.', csv: 'Data saved.', copy: 'Copied.' },
  noCopy: {
    browser: 'This browser cannot copy pictures; save the PNG in place of that.',
    insecure: 'Browsers let a page copy pictures only over https or from this machine; save the PNG in place of that.',
  },
  zip: {
    files: 'Files of each figure',
    kinds: { svg: 'SVG', png: 'PNG', csv: 'Data as CSV' },
    source: 'Source line',
    progress: 'Figures saved',
    done: (done: number, total: number) => `${count(done)} of ${count(total)}`,
    savePicked: (n: number) => `Save ${count(n)} picked as zip`,
    saveAll: (n: number) => (n === 1 ? 'Save it as zip' : `Save all ${count(n)} as zip`),
    saved: (n: number) => `Saved ${counted(n, 'figure')}.`,
    savedWithout: (n: number) => `Saved; ${counted(n, 'figure')} could not be drawn, figures.csv says why.`,
    cancelled: 'Cancelled.',
    /** Columns of the list of figures. */
    index: ['file', 'section', 'title', 'subtitle', 'alternative text', 'source', 'problem'],
  },
  noPicture: 'The figure has no picture.',
  noDescription: 'The figure does not say what it shows.',
};
