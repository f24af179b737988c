const keyOf = (label: string): string =>
  label
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

const inOrder = (labels: readonly string[]): string[] =>
  labels.toSorted((a, b) => Number(a) - Number(b) || (a < b ? -1 : Number(a > b)));

/** Whether one is how the other begins or ends: "def" and "defect", "class_1" and "1". */
function areAlike(a: string, b: string): boolean {
  const [short = '', long = ''] = [keyOf(a), keyOf(b)].toSorted((x, y) => x.length - y.length);
  return short !== '' && (long.startsWith(short) || long.endsWith(short));
}

/**
 * Which class each predicted label may stand for where the two have no label in common: those whose names are alike and like no other,
 * and of the rest as many as there are classes left, both in their order, by which encoders number classes.
 * @returns label to class; a label without a proposal is not in it
 */
export function proposedLabels(classes: readonly string[], labels: readonly string[]): Map<string, string> {
  const proposed = new Map<string, string>();
  for (const label of labels) {
    const [first, ...further] = classes.filter((name) => areAlike(name, label));
    if (first === undefined || further.length > 0) continue;
    if (labels.filter((name) => areAlike(first, name)).length === 1) proposed.set(label, first);
  }
  const taken = new Set(proposed.values());
  const left = inOrder(labels.filter((label) => !proposed.has(label)));
  const free = inOrder(classes.filter((name) => !taken.has(name)));
  if (left.length === free.length) left.forEach((label, i) => proposed.set(label, free[i] ?? ''));
  return proposed;
}
