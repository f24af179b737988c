/** A number that bins alone tell: it is at least `value`, and at most `atMost`. */
export interface Bounded {
  value: number;
  atMost: number;
}
