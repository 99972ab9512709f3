/** How customers read who works for them: by full name, or by first name and what they are, as the desk file says. Pure. */
import type { Desk } from '../../desk/desk.ts';

/** `say`: the first name with what they are. What it takes stays as it is where the desk file lets customers read full names. */
export type ShownNames = <Shown>(shown: Shown) => Shown;
export function createShownNames(desk: Desk, say: (first: string) => string): ShownNames {
  if (desk.file.desk.engineerNames === 'full') return (shown) => shown;
  const isStaff = ({ id, name }: Named) => typeof id === 'string' && typeof name === 'string' && desk.isStaff(id);
  // A record is drawn for thousands of readers, and does not change.
  const known = new WeakMap<object, unknown>();
  const copied = (value: object): unknown => {
    if (Array.isArray(value)) return value.map(shown);
    const copy = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shown(one)])) as Named;
    return isStaff(copy) ? { ...copy, name: say(String(copy.name).trim().split(/\s+/)[0] ?? '') } : copy;
  };
  const shown = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    const copy = known.get(value) ?? copied(value);
    known.set(value, copy);
    return copy;
  };
  return <Shown>(value: Shown) => shown(value) as Shown;
}
type Named = { readonly id?: unknown; readonly name?: unknown };
