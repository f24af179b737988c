import { number } from '../format.ts';
import { verb } from './grammar.ts';

const list = (names: readonly string[]): string => names.join(', ');

/** What the package's command prints of its own; what a report says has its words in `en`. */
export const command = {
  usage: `plumbline report …   makes a report without a screen: plumbline report --help
plumbline serve      serves the app on this machine and opens it; PORT=4173 sets where
plumbline --version`,
  reportUsage: `plumbline report --current july.csv [--reference june.csv] [--config plumbline.json] [--out report]

  --reference PATH    a file, or a folder whose files are one table; may be given several times
  --current PATH      the same, for the file that is looked at
  --config PATH       a set-up, JSON or YAML
  --filter JSON       only rows that meet these, as in a set-up: '[{"column":"line","test":"equals","value":"A"}]'
  --split JSON        one file in two: '{"column":"date","at":"2026-01-31"}'
  --out PATH          path of what is written, without its ending (report): PATH.html, PATH.json, PATH.prom
  --formats LIST      which of html,json,prom,csv,parquet (html,json,prom)
  --openmetrics PATH  where the OpenMetrics text goes, if elsewhere: a textfile collector's folder
  --metrics LEVEL     how many: summary (of the whole), columns (some of each column and class too), all (all)
  --fail-on LIST      what does not end with 0, of changed,model,conditions,moved,insufficient
                      (changed,model,conditions,moved); none for nothing of it
  --lang LANGUAGE     which the texts are in, of the report and of this command (en)
  --timeout MINUTES   after which the run is given up (60)

  Ends with 0 where nothing moved; 1 where a column has changed, the model got worse by more than noise, or a condition
  does not hold; 2 where it could not run; 3 where a column moved, or the model may have got worse, and it may be chance.`,
  served: (address: string) => `Plumbline is at ${address}\n  Ctrl+C stops it.`,
  couldNotRun: (why: string) => `Could not run: ${why}`,
  /** What a run could not do, and where. */
  placed: (
    message: string,
    { file, row, column }: Partial<Record<'file' | 'row' | 'column', string | number | undefined>>,
  ) => {
    const places = [
      ...(file === undefined ? [] : [`file ${String(file)}`]),
      ...(row === undefined ? [] : [`row ${String(row)}`]),
      ...(column === undefined ? [] : [`column ${String(column)}`]),
    ];
    return places.length === 0 ? message : `${message} (${list(places)})`;
  },
  noSuchCommand: (name: string) => `${name}: there is no such command.`,
  options: {
    unknown: (option: string, meant: string | null) =>
      `${option}: there is no such option${meant === null ? '.' : `; did you mean ${meant}?`}`,
    positional: (text: string) => `${text}: a file is given with --reference or --current.`,
    withoutValue: (option: string) => `${option}: its value is missing.`,
    withValue: (option: string) => `${option} takes no value.`,
    minutes: (written: string) => `--timeout ${written}: expected a number of minutes.`,
    noJson: (option: string, written: string) => `${option} ${written}: expected JSON, as a set-up has it.`,
    noCurrent: '--current is missing: which file is to be looked at?',
    notOneOf: (option: string, written: string, known: readonly string[]) =>
      `${option} ${written}: expected ${list(known)}.`,
    notOneOfOrNone: (option: string, written: string, known: readonly string[]) =>
      `${option} ${written}: expected ${list(known)}, or none.`,
  },
  files: {
    notThere: (path: string) => `${path}: there is no such file.`,
    emptyFolder: (path: string) => `${path}: there is no file in this folder.`,
    notWritable: (path: string, why: string) => `${path} cannot be written: ${why}`,
    isFolder: (path: string) => `${path} is a folder: no file can be put there.`,
  },
  browser: {
    notFound: 'No Chromium was found: install chromium, or set CHROMIUM=/path/to/chromium.',
    unsandboxed: {
      root: 'Chromium runs without its sandbox: root started it; use another account.',
      system: 'Chromium runs without its sandbox: this system allows none.',
    },
    ended: 'The browser has ended before its report was done.',
  },
  notBuilt: 'The app has not been built: run `npm run build` first.',
  stoppedBy: (signal: string) => `stopped by ${signal}`,
  tookLonger: (minutes: number) =>
    `It took longer than ${number(minutes)} ${verb(minutes, 'minute', 'minutes')} (--timeout).`,
};
