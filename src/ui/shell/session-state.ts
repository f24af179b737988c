import type { FirstRows } from '../../analysis/client.ts';
import type { Progress } from '../../analysis/run/run-result.ts';
import type { Report } from '../../facts/document/document.ts';
import type { PerSide, Side } from '../../facts/document/side.ts';
import type { ConfigInput } from '../../facts/settings/settings.ts';
import type { Bookmark } from '../files/bookmark.ts';
import type { SetUp } from '../files/documents/set-up.ts';
import { noFiles, type Slots } from '../files/slots.ts';
import type { Source } from '../files/source.ts';
import type { Failure } from '../run/failure.ts';

/** What a report still is, while it is not whole: a look at the first rows, or the columns done so far. */
export type Unfinished = 'first rows' | 'first columns';

/** What is on the page. */
export interface Content {
  slots: Slots;
  config: ConfigInput;
  /** Where the settings came from, and what they are for files to come; null where nothing was loaded. */
  setUp: SetUp | null;
  report: Report | null;
  /** The start of each file, as it was read. */
  firstRows: PerSide<FirstRows>;
}

export interface RunTask {
  kind: 'run';
  slots: Slots;
  config: ConfigInput;
  /** Whether the files were put there for this run; false for other settings on the same files. */
  newFiles: boolean;
}

/** The work of an attempt: to fetch what an address names, or to read files and compare them. */
export type Task = { kind: 'fetch'; bookmark: Bookmark } | RunTask;

export interface Attempt {
  id: number;
  task: Task;
}

interface Base {
  content: Content;
  /** What the last whole report stands on: the screen returns to it when an attempt fails or is cancelled. */
  settled: Content | null;
  /** Attempts so far: the number of the next one. */
  attempts: number;
}

export interface Empty extends Base {
  phase: 'empty';
}

export interface Running extends Base {
  phase: 'running';
  attempt: Attempt;
  progress: Progress | null;
  partial: Unfinished | null;
  /** The report stands, and cancelling keeps it; rows that stand out are still looked for. */
  searching: boolean;
  /** What was refused meanwhile; the attempt goes on. */
  failure: Failure | null;
}

export interface Done extends Base {
  phase: 'done';
}

export interface Failed extends Base {
  phase: 'failed';
  failure: Failure;
  /** What could not be run, for another try. */
  retry: RunTask | null;
}

export type Resting = Empty | Done | Failed;
export type SessionState = Resting | Running;
export type Phase = SessionState['phase'];

/** What a person does, and what the page's own address asks for. */
export type Action =
  | { type: 'drop'; sources: readonly Source[]; setUp: SetUp | null; side?: Side | undefined }
  | { type: 'useSetUp'; setUp: SetUp | null }
  | { type: 'open'; bookmark: Bookmark }
  | { type: 'show'; report: Report; setUp?: SetUp | null }
  | { type: 'swap' }
  | { type: 'remove'; side: Side }
  | { type: 'start'; slots?: Slots }
  | { type: 'configure'; config: ConfigInput }
  | { type: 'retryWithSample'; share: number }
  | { type: 'cancel' }
  | { type: 'fail'; failure: Failure }
  | { type: 'dismiss' };

/** What an attempt has to say; `attempt` is its number. */
export type Answer = { attempt: number } & (
  | { type: 'progress'; progress: Progress }
  | { type: 'firstRows'; firstRows: PerSide<FirstRows> }
  | { type: 'partial'; report: Report; partial: Unfinished }
  | { type: 'standing'; report: Report }
  | { type: 'fetched'; setUp: SetUp | null; slots: Slots }
  | { type: 'report'; report: Report }
  | { type: 'attemptFailed'; failure: Failure }
);

export type SessionEvent = Action | Answer;

export const startState: SessionState = {
  phase: 'empty',
  content: { slots: noFiles, config: {}, setUp: null, report: null, firstRows: {} },
  settled: null,
  attempts: 0,
};
