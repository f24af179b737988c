import type { ReadNote } from '../../facts/statements/reading.ts';
import { mayRepeatKeys, withKeysApart } from '../../facts/repeated-keys.ts';
import { parseRecord } from './json-records.ts';

/** Parses JSON so that no value is lost where a key stands twice in one object, and remembers where that was. */
export class KeysTwice {
  #keys = new Set<string>();
  #objects = 0;
  #row: number | null = null;

  /** The file is read from its start, perhaps again. */
  restart(): void {
    [this.#keys, this.#objects, this.#row] = [new Set(), 0, null];
  }

  /**
   * The value of a text.
   * @param text one JSON value
   * @param row the record that it is; null where it holds them all
   * @throws SyntaxError
   */
  parse(text: string, row: number | null): unknown {
    const value = parseRecord(text);
    if (!mayRepeatKeys(text, value)) return value;
    const apart = withKeysApart(text);
    if (apart.objects === 0) return value;
    for (const key of apart.keys) this.#keys.add(key);
    this.#objects += apart.objects;
    this.#row ??= row;
    return parseRecord(apart.text);
  }

  /** What a person should know of it. */
  notes(): ReadNote[] {
    if (this.#objects === 0) return [];
    const values = { keys: [...this.#keys], objects: this.#objects };
    return [{ kind: 'keys-twice', values, severity: 'warning', ...(this.#row !== null && { row: this.#row }) }];
  }
}
