/** Names that Windows keeps for devices, whatever their ending. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

const MOST_BYTES = 96;

/** A title as the name of a file without its ending, one that every system takes: 96 bytes at most. */
export function safeName(title: string): string {
  const plain = title
    .toWellFormed()
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}._()-]+/gu, '_')
    .replace(/^[._]+/, '');
  let name = '';
  let bytes = 0;
  for (const character of plain) {
    bytes += new TextEncoder().encode(character).length;
    if (bytes > MOST_BYTES) break;
    name += character;
  }
  const trimmed = name.replace(/[._]+$/, '') || 'figure';
  return devices.test(trimmed) ? `_${trimmed}` : trimmed;
}

/** Gives each name once, also where capitals do not count: "a", "A_2". */
export function onlyNames(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    let free = name;
    for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${name}_${n}`;
    taken.add(free.toLowerCase());
    return free;
  };
}
