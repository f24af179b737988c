import { inOrder } from '../../analysis/file-names.ts';
import { filesText } from '../../words/reading-text.ts';

/** What lies in a slot: one file, or several that are read as one table. */
export interface Source {
  name: string;
  size: number;
  files: readonly File[];
}

export const sourceOf = (files: readonly File[]): Source => ({
  name: filesText(inOrder(files)),
  size: files.reduce((sum, { size }) => sum + size, 0),
  files,
});
