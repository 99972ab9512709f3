/** Removes from what has ended everybody who asked for it. */
import { createHandle } from '../../engine/handle.ts';
import { SILENT } from '../../engine/ports/log.ts';
import { forgetAsked } from '../../engine/timers/retention.ts';
import type { Store } from '../../store/store.ts';

/** Returns from how many outages something was removed. The bots do the rest when the others end. */
export async function removeFromEnded({ outages, personal }: Store): Promise<number> {
  // This calls nobody and sends nothing, so it needs no desk file.
  const desk = { onCall: () => ({ primary: [], secondary: [], 'duty-manager': [] }), mayHear: () => false };
  const handle = createHandle({ outages, desk, log: SILENT, onStored: () => {} });
  let removed = 0;
  for (let gone = -1; gone !== 0; removed += gone) {
    gone = await forgetAsked({ personalData: personal, handle, log: SILENT, now: await outages.now() });
  }
  await personal.sweep(0);
  return removed;
}
