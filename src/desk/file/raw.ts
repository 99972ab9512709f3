/** Reads parts of a desk file that may be wrong: a part that is missing or of another kind is undefined, or an empty list. */

export const field = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined;
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
