/**
 * A reference and a current table as CSV in which every value that points at a single row begins with "secret": ids, free texts,
 * cells that cannot be read, rare categories old and new.
 */
export function secretTables(): [reference: string, current: string] {
  return [table(0), table(1)];
}

const ROWS = 400;

function table(current: 0 | 1): string {
  const side = current ? 'now' : 'then';
  const lines = Array.from({ length: ROWS }, (_, i) => {
    const wave = Math.sin(i * 1.7) + Math.sin(i * 0.31);
    const load = current && i === 77 ? '9876.54321' : wave.toFixed(3);
    const cell = i === 40 ? `secret-cell-${side}` : (wave * 2 + current).toFixed(2);
    const operator = i === 90 ? `secret-operator-${side}` : (['early', 'late', 'night'][i % 3] ?? '');
    const target = (3 * wave + (i % 7) / 7).toFixed(3);
    const prediction = (3 * wave + (current * (i % 5)) / 5).toFixed(3);
    return [
      `secret-id-${side}-${i}`,
      `secret remark number ${i} of the shift ${side} ${i * 7}`,
      load,
      cell,
      operator,
      target,
      prediction,
    ].join();
  });
  return `id,remark,load,temperature,operator,target,prediction\n${lines.join('\n')}\n`;
}
