/** Pictures and files that were sent about an outage. The store has them already. */
import type { ActionOf } from '../actions.ts';
import { accept, type Decision, nothing, stamp } from '../decision.ts';
import type { Outage } from '../types/outage.ts';

/** Also after the end: it may end between their arrival and this. Each file once, even where the action names it twice. */
export function addFiles(action: ActionOf<'add-files'>, outage: Outage): Decision {
  const known = new Set(outage.files.map(({ id }) => id));
  const files = action.files.filter(({ id }) => !known.has(id) && known.add(id));
  return files.length === 0 ? nothing : accept({ type: 'files-added', ...stamp(action), shared: action.shared, files });
}
