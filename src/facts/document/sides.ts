import { side as sideSchema, type PerSide, type Side } from './side.ts';

export const SIDES: readonly Side[] = sideSchema.options;

/** The same for each file there is. */
export function mapSides<T, U>(sides: PerSide<T>, map: (value: T, side: Side) => U): PerSide<U> {
  const mapped: PerSide<U> = {};
  for (const side of SIDES) {
    const value = sides[side];
    if (value !== undefined) mapped[side] = map(value, side);
  }
  return mapped;
}

/** The same, one promise a file, side by side. */
export async function mapSidesAsync<T, U>(
  sides: PerSide<T>,
  map: (value: T, side: Side) => Promise<U>,
): Promise<PerSide<U>> {
  const entries = await Promise.all(
    SIDES.flatMap((side) => {
      const value = sides[side];
      return value === undefined ? [] : [map(value, side).then((result) => [side, result] as const)];
    }),
  );
  return Object.fromEntries(entries);
}
