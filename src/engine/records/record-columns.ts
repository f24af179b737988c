/** The columns of a table of records, in the order in which they are first met. */
export class RecordColumns {
  /** By path: a key that holds a point is not a nested one. */
  readonly #at = new Map<string, number>();
  readonly names: string[] = [];

  /**
   * A record's cells: nested objects are opened into columns (`a.b`), lists stay JSON text, null is empty.
   * @param record an object, or a list for a table without names
   */
  cells(record: object): string[] {
    const cells: string[] = [];
    this.#fill(record, { path: '', name: '' }, cells);
    return Array.from({ length: this.names.length }, (_, i) => cells[i] ?? '');
  }

  #fill(record: object, parent: { path: string; name: string }, cells: string[]): void {
    for (const [key, value] of Object.entries(record) as [string, unknown][]) {
      const path = `${parent.path}\0${key}`;
      const name = parent.path === '' ? key : `${parent.name}.${key}`;
      if (isOpened(value) && !Array.isArray(record)) this.#fill(value, { path, name }, cells);
      else cells[this.#column(path, name)] = textOf(value);
    }
  }

  #column(path: string, name: string): number {
    const known = this.#at.get(path);
    if (known !== undefined) return known;
    const index = this.names.push(name === '' ? `column ${String(this.names.length + 1)}` : name) - 1;
    this.#at.set(path, index);
    return index;
  }
}

const isOpened = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;

function textOf(value: unknown): string {
  if (value === null) return '';
  // JSON has no word for what no double holds: 1e400.
  if (value === Infinity || value === -Infinity) return String(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}
