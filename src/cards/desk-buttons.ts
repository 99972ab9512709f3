/** What an engineer can press on the card of an outage, in each state. */
import type { Outage } from '../outage/outage.ts';
import type { Words } from '../words/words.ts';
import { type Button, button } from './verbs.ts';

export function deskButtons(outage: Outage, words: Words): Button[] {
  const data = { outage: outage.id, version: outage.version };
  switch (outage.state) {
    case 'reported':
      return [button(words.desk.acknowledge, 'outage-acknowledge', data, 'positive')];
    case 'acknowledged':
      return [button(words.desk.update, 'outage-update-form', data, 'positive'), button(words.desk.resolve, 'outage-resolve-form', data)];
    default:
      return [];
  }
}
