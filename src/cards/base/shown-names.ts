/** How customers read who works for them: by full name, or by first name and what they are, as the desk file says. Pure. */
import type { Desk } from '../../desk/desk.ts';

/** `say`: the first name with what they are. What it takes stays as it is where the desk file lets customers read full names. */
export type ShownNames = <Shown>(shown: Shown) => Shown;
export function createShownNames(desk: Desk, say: (first: string) => string): ShownNames {
  if (desk.file.desk.engineerNames === 'full') return (shown) => shown;
  const isStaff = ({ id, name }: Named) => typeof id === 'string' && typeof name === 'string' && desk.isStaff(id);
  const shown = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shown);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([key, one]) => [key, shown(one)]);
    const copy = Object.fromEntries(entries) as Named;
    return isStaff(copy) ? { ...copy, name: say(String(copy.name).trim().split(/\s+/)[0] ?? '') } : copy;
  };
  return <Shown>(value: Shown) => shown(value) as Shown;
}
type Named = { readonly id?: unknown; readonly name?: unknown };
