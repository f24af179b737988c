import type { Side } from '../../../facts/document/side.ts';
import { bytes, count, share } from '../../format.ts';
import { counted } from '../grammar.ts';
import { sides } from '../sides.ts';

/** What is said of work while it runs, and of work that could not be done. */
export const run = {
  progress: 'Progress',
  starting: 'Starting',
  stages: {
    fetching: 'Fetching the files',
    starting: 'Starting the engine',
    unpacking: 'Unpacking',
    reading: 'Reading',
    inferring: 'Working out types and roles',
    counting: 'Counting the rows on the bins of the summary',
    comparing: 'Comparing columns',
    correlating: 'Computing correlations',
    measuring: 'Measuring the model',
    searching: 'Looking for rows that stand out',
  },
  readingSide: (side: Side) => `Reading the ${sides.periods[side].name} file`,
  amounts: {
    bytes: (done: number, total: number) => `${bytes(done)} of ${bytes(total)}`,
    rows: (done: number, total: number) => `${count(done)} of ${counted(total, 'row')}`,
    columns: (done: number, total: number) => `${count(done)} of ${counted(total, 'column')}`,
    files: (done: number, total: number) => `${count(done)} of ${counted(total, 'file')}`,
    steps: () => '',
  },
  left: {
    seconds: (seconds: number) => `about ${count(seconds)} s left`,
    minutes: (minutes: number) => `about ${count(minutes)} min left`,
  },
  waiting: 'The report fills in here, column by column.',
  places: { file: 'File', row: 'Row', column: 'Column' },
  sampleInstead: (part: number) => `Use a random sample of ${share(part)} of the rows`,
};
