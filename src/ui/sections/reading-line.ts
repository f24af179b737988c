/** The last section whose top has passed the reading line; at the page's end the last one. */
export function sectionAt(tops: readonly { id: string; top: number }[], line: number, atEnd: boolean): string | null {
  if (atEnd) return tops.at(-1)?.id ?? null;
  return tops.findLast(({ top }) => top <= line)?.id ?? tops[0]?.id ?? null;
}
