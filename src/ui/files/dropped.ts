/** How many things a drag carries; neither names nor folders are known before the drop. */
export function fileCount({ dataTransfer }: DragEvent): number {
  if (!dataTransfer?.types.includes('Files')) return 0;
  return [...dataTransfer.items].filter(({ kind }) => kind === 'file').length || 1;
}

/** The files of a drop: each file alone, those of a folder together. Reads the event at once: it is empty after the first pause. */
export function droppedFiles({ dataTransfer }: DragEvent): Promise<File[][]> {
  const items = [...(dataTransfer?.items ?? [])].filter(({ kind }) => kind === 'file');
  const groups = items.map((item) => {
    const entry = item.webkitGetAsEntry();
    const file = item.getAsFile();
    return entry?.isDirectory === true
      ? filesIn(entry as FileSystemDirectoryEntry)
      : Promise.resolve(file === null ? [] : [file]);
  });
  return Promise.all(groups).then((found) => found.filter((files) => files.length > 0));
}

/** All files of a folder and of those in it, but hidden ones. */
async function filesIn(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const found: (File | File[])[] = [];
  for (const entry of await entriesOf(folder)) {
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory) found.push(await filesIn(entry as FileSystemDirectoryEntry));
    else found.push(await fileOf(entry as FileSystemFileEntry));
  }
  return found.flat();
}

/** A folder hands out its entries in pieces of a hundred. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const pieces: FileSystemEntry[][] = [];
  for (;;) {
    const piece = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (piece.length === 0) return pieces.flat();
    pieces.push(piece);
  }
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));
