import type { Attachment } from 'svelte/attachments';
import { droppedFiles, fileCount } from '../files/dropped.ts';

/** Takes the first file that is dropped on an element; the page around it does not see the drop. */
export const dropTarget =
  (take: (file: File) => void): Attachment<HTMLElement> =>
  (element) => {
    const hover = (event: DragEvent): void => {
      if (fileCount(event) === 0) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const drop = (event: DragEvent): void => {
      hover(event);
      void droppedFiles(event).then((groups) => {
        const [file] = groups.flat();
        if (file !== undefined) take(file);
      });
    };
    const end = new AbortController();
    const { signal } = end;
    element.addEventListener('dragenter', hover, { signal });
    element.addEventListener('dragover', hover, { signal });
    element.addEventListener('drop', drop, { signal });
    return () => {
      end.abort();
    };
  };
