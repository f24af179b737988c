/**
 * The parts of a table's name as a statement writes it: `a."b.c"`, `` a.`b` ``. Parts without quotes are folded as the engine does.
 * @returns null where a part is empty or a quote is open
 */
export function tableParts(name: string, folds: 'lower' | 'upper' | null): string[] | null {
  const parts = [...`.${name}`.matchAll(/\.(?:"((?:[^"]|"")+)"|`((?:[^`]|``)+)`|([^."`]+))(?=\.|$)/g)];
  if (parts.map(([part]) => part).join('') !== `.${name}`) return null;
  return parts.map(([, double, backtick, plain = '']) => {
    if (double !== undefined) return double.replaceAll('""', '"');
    if (backtick !== undefined) return backtick.replaceAll('``', '`');
    return folds === 'lower' ? plain.toLowerCase() : folds === 'upper' ? plain.toUpperCase() : plain;
  });
}
