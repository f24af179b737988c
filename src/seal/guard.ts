/** What a script is told that tries what the seal refuses. */
export const refusal = (what: string): DOMException => new DOMException(`The seal refuses ${what}.`, 'SecurityError');

type Method = (this: unknown, ...given: unknown[]) => unknown;

/** Has what a method is given looked at first. */
export function guard(owner: object, name: string, look: (target: unknown, given: readonly unknown[]) => void): void {
  const method = Object.getOwnPropertyDescriptor(owner, name)?.value as Method | undefined;
  if (method === undefined) return;
  const guarded: Method = function (...given) {
    look(this, given);
    return Reflect.apply(method, this, given);
  };
  Object.defineProperty(owner, name, { value: guarded, configurable: false, writable: false, enumerable: true });
}

/** Has what a property is set to looked at first. */
export function guardProperty(owner: object, name: string, look: (target: unknown, value: unknown) => void): void {
  const property = Object.getOwnPropertyDescriptor(owner, name);
  const write = (property as { set?: Method } | undefined)?.set;
  if (property === undefined || write === undefined) return;
  const set = function (this: unknown, value: unknown): void {
    look(this, value);
    Reflect.apply(write, this, [value]);
  };
  Object.defineProperty(owner, name, { ...property, set, configurable: false });
}
