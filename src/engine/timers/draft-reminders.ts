/** Reminds people, once and in their own chat, of a report that they did not send, and deletes drafts that are a day old. */

import type { Instant } from '../../outage/types/values.ts';
import { LEASE_MS } from '../delivery/limits.ts';
import { createLoop, type Sleep } from '../loop.ts';
import type { Log } from '../ports/log.ts';
import { type Address, type Message, type Messenger, SendError } from '../ports/messenger.ts';
import type { OutageStore } from '../ports/outages.ts';
import type { Drafts, KeptDraft } from '../ports/timers.ts';

/** Draws the reminder of a draft; null: there must be none. */
export type DrawDraftReminder = (draft: KeptDraft, now: Instant) => Promise<(Message & { readonly tenantId: string }) | null>;

const EVERY_MS = 5_000;
const AT_ONCE = 4;
/** When Teams refuses for now, and does not say for how long. */
const PAUSE_MS = 60_000;

/** `afterMs`: how long after the last press people are reminded; 0: nobody is, but old drafts are deleted. */
export function createDraftReminders(parts: {
  drafts: Drafts;
  outages: Pick<OutageStore, 'now'>;
  draw: DrawDraftReminder;
  messenger: Pick<Messenger, 'post'>;
  afterMs: number;
  sleep: Sleep;
  onTurn: (loop: string) => void;
  log: Log;
}) {
  const { drafts, outages, draw, messenger, afterMs, log } = parts;
  const step = async () => (await round()) === AT_ONCE;
  const loop = createLoop({ ...parts, name: 'nudges', step, now: () => outages.now(), everyMs: EVERY_MS });

  return { start: loop.start, stop: loop.stop, round };

  /** Makes one round now. Resolves to how many drafts were due; at most AT_ONCE are taken in a round. */
  async function round(): Promise<number> {
    await drafts.deleteOld();
    const due = afterMs === 0 ? [] : await drafts.claimReminders(afterMs, AT_ONCE, LEASE_MS);
    await Promise.all(due.map(nudge));
    return due.length;
  }

  async function nudge(draft: KeptDraft): Promise<void> {
    const { nonce, personId } = draft;
    try {
      const message = await draw(draft, await outages.now());
      if (!message) return await drafts.cancelReminder(draft);
      if (!(await drafts.beginReminder(draft))) return;
      const address: Address = { to: 'person', personId, tenantId: message.tenantId };
      await messenger.post(address, message);
      log.info({ draft: nonce, person: personId }, 'a person was reminded of a report that was not sent');
    } catch (error) {
      // At most once: a reminder that may have arrived is not sent again, and when Teams refuses for good there is no chat.
      const refused = error instanceof SendError && error.failure === 'refused';
      if (refused) await drafts.postponeReminder(nonce, error.retryAfterMs ?? PAUSE_MS);
      log.warn(
        { err: error, draft: nonce, person: personId, again: refused },
        'a person could not be reminded of a report that was not sent',
      );
    }
  }
}
