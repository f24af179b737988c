/** How many files a drag carries; the names are not known before the drop. */
export function fileCount({ dataTransfer }: DragEvent): number {
  if (!dataTransfer?.types.includes('Files')) return 0;
  return [...dataTransfer.items].filter(({ kind }) => kind === 'file').length || 1;
}

const isFolder = (item: DataTransferItem) => item.webkitGetAsEntry()?.isDirectory ?? false;

/** The files of a drop. Reads the event at once: it is empty after the first pause. */
export function droppedFiles({ dataTransfer }: DragEvent): Promise<File[]> {
  const items = [...(dataTransfer?.items ?? [])].filter(({ kind }) => kind === 'file');
  if (items.some(isFolder))
    return Promise.reject(new Error('A folder was dropped. Open it and drop the files themselves.'));
  return Promise.resolve([...(dataTransfer?.files ?? [])]);
}
