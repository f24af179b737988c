/**
 * Unpacks a gzip file, piece by piece: the browser keeps the result where it keeps files, not among the page's objects.
 * @param file one gzip member or several
 * @throws TypeError when the file is cut off or damaged
 */
export const gunzip = (file: Blob): Promise<Blob> =>
  new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).blob();
