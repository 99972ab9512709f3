/** Reads a desk file that may be wrong: what is not there, or of another kind, is nothing. */

export const field = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined;
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
