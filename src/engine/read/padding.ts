const STEP = 2 ** 16;

/**
 * A text without the NUL bytes that it ends in: files that were made longer than what was written into them.
 * @param file a text in any encoding
 * @returns the file itself where it does not end in such bytes
 */
export async function withoutPadding(file: File): Promise<File> {
  let end = file.size;
  for (;;) {
    const start = Math.max(0, end - STEP);
    const bytes = new Uint8Array(await file.slice(start, end).arrayBuffer());
    const last = bytes.findLastIndex((byte) => byte !== 0);
    end = start + last + 1;
    if (last !== -1 || start === 0) break;
  }
  if (end === file.size) return file;
  // In UTF-16 half of a newline is such a byte.
  const isHalf = end % 2 === 1 && (await isWide(file));
  const textEnd = Math.min(file.size, isHalf ? end + 1 : end);
  return textEnd === file.size ? file : new File([file.slice(0, textEnd)], file.name);
}

async function isWide(file: File): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, STEP).arrayBuffer());
  return (head[0] === 0xff && head[1] === 0xfe) || (head[1] === 0 && head[0] !== 0 && head[3] === 0);
}
