import { bytes, count, createdAt, seconds } from '../../format.ts';
import { counted } from '../grammar.ts';

/** How many rows of a file were used, of how many there are. */
const rows = ({ rows, rowsUsed }: { rows: number; rowsUsed: number }): string =>
  rowsUsed < rows ? `${counted(rowsUsed, 'row')} of ${count(rows)}` : counted(rows, 'row');

const columns = (n: number): string => counted(n, 'column');

/** What the frame of the page says, around a report and in every part of it. */
export const app = {
  name: 'Plumbline',
  /** What the browser's tab says. */
  title: (file: string | null) => `${file ?? 'Report'} · Plumbline`,
  /** In place of the app, inside another page. */
  framed: 'Plumbline does not run inside another page, which could lay itself over your data. Open its own address.',
  close: 'Close',
  cancel: 'Cancel',
  dismiss: 'Dismiss',
  missingPart: (problem: string) => `A part of Plumbline could not be loaded. Reload the page. (${problem})`,
  rows,
  columns,
  sections: {
    heading: 'Sections',
    settings: 'Settings',
    settingsOf: 'Settings: comparison, columns and roles',
  },
  footer: ({
    created,
    version,
    loadMs,
    analysisMs,
  }: {
    created: string;
    version: string;
    loadMs: number;
    analysisMs: number;
  }) =>
    `Made ${createdAt(created)} with Plumbline ${version}. Read in ${seconds(loadMs)}, compared in ${seconds(analysisMs)}.`,
  handbook: 'What this is: opens the handbook',
  theme: {
    heading: 'Theme',
    choices: { system: 'As the system', light: 'Light', dark: 'Dark' },
  },
  update: {
    ready: 'A new version of Plumbline is ready.',
    closesData: 'Reloading closes what is open: export the report first to keep it.',
    reload: 'Reload',
    later: 'Later',
  },
  seal: {
    short: 'Sealed',
    long: 'Sealed: this page sends nothing',
    heading: 'Sealed',
    inside: 'Your files are read and compared inside this browser; no server takes part.',
    policy: {
      singleFile:
        'It does not rest on a promise: this file carries a content security policy that names no address at all, and with it the browser itself refuses every request.',
      site: 'It does not rest on a promise: the page carries a content security policy, and with it the browser itself refuses every address but the one this page came from.',
    },
    held: 'What such a policy does not reach is taken away before the page starts: calls to other machines (WebRTC), new windows, frames, and leaving for another address.',
    requests: {
      before: 'Requests so far, for the parts of this page, workers included',
      since: 'Requests this page and its workers have made since your files were opened',
    },
    refused: 'Requests refused by the policy, workers included',
    remains: {
      heading: 'What stays possible',
      link: 'A link that you click yourself opens in a new tab, and its address is asked for.',
      leave: 'You can leave this page: by the address bar, a bookmark, or by closing it.',
      server: 'The server that this page came from sees which parts of the page are fetched, and when.',
      browser: 'Extensions of the browser can read every page, and so can the browser itself.',
    },
    which: 'Which',
    check: {
      whole: 'To see for yourself, open the browser’s network panel or pull the cable: everything still works.',
      fetched:
        'To see for yourself, open the browser’s network panel. Parts of this page are fetched from where it came from when they are first used.',
    },
  },
  cover: {
    print: 'Print',
    file: 'File',
    size: (file: { rows: number; rowsUsed: number; columns: number; bytes: number }) =>
      `${rows(file)}, ${columns(file.columns)}, ${bytes(file.bytes)}`,
    noReport: 'This file holds no report, or is cut off. Save the report anew.',
    holds: (contents: readonly string[], leftOut: readonly string[]) =>
      `This file is complete in itself: it loads nothing and sends nothing. It holds ${contents.join('; ')}. It does not hold ${leftOut.join('; ')}.`,
    opensAgain: 'Dropped on Plumbline, it opens again there.',
    saveDocument: 'Save its document as JSON',
  },
};
