/** Mentions of people in a card. */
import type { Person } from '../../outage/types/person.ts';
import { asName } from './safe.ts';

/** A mention in a card's text. Teams wants `text` to stand in a TextBlock, letter by letter. */
export type MentionEntity = {
  readonly type: 'mention';
  readonly text: string;
  readonly mentioned: { readonly id: string; readonly name: string };
};

/** A mention by id. The name comes from the desk file or the record, never from what somebody typed into a card. */
export function mention(person: Person): MentionEntity {
  const name = asName(person.name).trim() || person.id;
  return { type: 'mention', text: `<at>${name}</at>`, mentioned: { id: person.id, name } };
}
