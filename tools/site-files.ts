import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A file of the site, by its path under the site's root. */
export interface SiteFile {
  name: string;
  content: string | Uint8Array;
}

/** All files of a folder and of the folders in it. */
export function filesIn(folder: string): SiteFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => ({ name: relative(folder, path).split(sep).join('/'), content: readFileSync(path) }));
}
