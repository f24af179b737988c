import type { Report } from '../../../facts/document/document.ts';
import { readSavedReport } from './saved.ts';
import { readSetUpFile, type SetUp } from './set-up.ts';

/** Who reads set-ups and saved reports. */
export interface Documents {
  /** Null for a file that is no set-up; it may be known to be one. */
  setUp: (file: File, isKnown: boolean) => Promise<SetUp | null>;
  /** In the words that it came with. */
  report: (file: File) => Promise<Report>;
}

/** On the thread that asks. */
export const readHere: Documents = { setUp: readSetUpFile, report: readSavedReport };
