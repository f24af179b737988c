/** A table of made-up sensors as CSV: `columns` numbers of four decimals with different shapes and every tenth a category; `moved` shifts some. */
export function wideTable(columns: number, rows: number, moved: boolean): string {
  let seed = moved ? 7 : 3;
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const normal = () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
  const names = Array.from({ length: columns }, (_, c) => `sensor_${String(c + 1).padStart(4, '0')}`);
  const cell = (c: number) => {
    if (c % 10 === 9) return 'abcdef'[Math.floor(random() * (moved && c % 20 === 9 ? 6 : 5))];
    return (100 * (c % 7) + 10 * normal() + (moved && c % 4 === 0 ? 4 : 0)).toFixed(4);
  };
  const lines = Array.from({ length: rows }, () => names.map((_, c) => cell(c)).join(','));
  return `${names.join(',')}\n${lines.join('\n')}\n`;
}
