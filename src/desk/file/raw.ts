/** Reads parts of a desk file that may be wrong: a part that is missing or of another kind is undefined, or an empty list. */

export const field = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined;
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export type Path = readonly (string | number)[];
/** A part of the file, and where it stands. */
export type Found = { readonly value: unknown; readonly path: Path };

/** What stands at `names` below a part. `*`: each thing of a list. */
export const at = (from: Found, names: string): Found[] =>
  names
    .split('.')
    .reduce<Found[]>(
      (found, name) => found.flatMap(({ value, path }) => below(value, name).map(([key, one]) => ({ value: one, path: [...path, key] }))),
      [from],
    );

const below = (value: unknown, name: string): (readonly [string | number, unknown])[] =>
  name === '*' ? [...list(value).entries()] : [[name, field(value, name)]];
