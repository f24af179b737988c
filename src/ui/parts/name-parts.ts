/** "Leading_Current.kVarh" → "Leading_", "Current.", "kVarh"; a name of nothing but blanks is told by its quotes. */
export function nameParts(name: string): string[] {
  if (name.trim() === '') return [`“${name}”`];
  return name.split(/(?<=[\p{L}\p{N}][_./:-])(?=\p{L})/u);
}
