/** What the reporter can press on the card of an outage, in each state. */
import { isOpen, type Outage, requestIn } from '../../outage/types/outage.ts';
import type { Instant } from '../../outage/types/person.ts';
import type { Words } from '../../words/words.ts';
import { type Button, button, dataOf } from '../base/verbs.ts';
import { reopenUntil } from './next-lines.ts';

export function reporterButtons(outage: Outage, words: Words, now: Instant): Button[] {
  const { buttons } = words.ending.reporter;
  const data = dataOf(outage);
  const correct = button(buttons.correct, 'reporter-correct-form', data);
  const stillDown = button(buttons.stillDown, 'reporter-still-down-form', data);
  switch (outage.state) {
    case 'reported':
    case 'acknowledged':
    case 'requested':
      return [correct, button(buttons.withdraw, 'reporter-withdraw-form', data)];
    case 'transferred':
      return [...(outage.objected ? [] : [button(buttons.object, 'reporter-object-form', data)]), correct];
    case 'resolved':
      return [button(buttons.works, 'reporter-works', data, 'positive'), ...(now <= reopenUntil(outage) ? [stillDown] : [])];
    case 'closed':
    case 'withdrawn':
      return now <= reopenUntil(outage) && !requestIn(outage) ? [stillDown] : [];
    case 'merged':
      return [];
  }
}

/** Whether the reporter can still correct the report. */
export const correctable = (outage: Outage): boolean => withdrawable(outage) || outage.state === 'transferred';
/** Whether the reporter can still withdraw it. */
export const withdrawable = (outage: Outage): boolean => isOpen(outage) || outage.state === 'requested';
