/** Makes the caller that commands see of a sender: the roles of the desk file, and what Teams can be asked about the person. */
import type { ConnectorClient } from 'botframework-connector';
import type { Caller } from '../../commands/command.ts';
import type { Desk } from '../../desk/desk.ts';
import type { Membership } from '../../desk/eligibility.ts';
import type { Actor } from '../../outage/types/values.ts';
import { wordsFor } from '../../words/words.ts';
import type { Sender } from '../in/incoming.ts';
import type { Groups } from './groups.ts';
import type { Members } from './members.ts';
import type { People } from './people.ts';

export function createCallers(parts: { desk: Desk; people: People; members: Members; groups: Groups }) {
  const { desk, people, members, groups } = parts;
  const own = desk.file.desk.tenant;
  /** With the roles that the desk file gives to this person of this tenant. A reaction comes without a name. */
  const actorOf = ({ person: { id, name } }: Pick<Sender, 'person'>): Actor =>
    desk.actor({ id, name: name || (desk.engineer(id)?.name ?? '') });
  return { callerOf, actorOf };

  function callerOf(sender: Sender, client: ConnectorClient): Caller {
    const { person, cardId, locale, timeZone, mentions, room } = sender;
    const place = { ...sender.place, tenantId: tenantOf(sender) };
    let membership: Promise<Membership> | undefined;
    return {
      actor: actorOf(sender),
      place,
      cardId,
      isPrivate: sender.isPrivate,
      words: wordsFor(locale),
      timeZone,
      locale,
      membership() {
        membership ??= members.of({ person, place, tenants: sender.tenants }, client);
        return membership;
      },
      profile: () => people.profile(place.conversationId, person.teamsId, person.name, client),
      async room() {
        if (!room) return null;
        const here = { ...room, tenantId: place.tenantId === own ? null : place.tenantId };
        return here.teamId ? { ...here, name: await groups.nameOf(here.conversationId, here.teamId, place.tenantId) } : here;
      },
      async mentioned() {
        const ids = mentions.map(({ teamsId, entraId }) => entraId ?? people.entraId(place.conversationId, teamsId, client));
        return (await Promise.all(ids)).map((id) => id ?? '');
      },
    };
  }

  /** In a chat or channel that several tenants share, a sender who may be from another tenant is treated as being from it. */
  function tenantOf({ tenants, place }: Pick<Sender, 'tenants' | 'place'>): string {
    return tenants.find((tenant) => tenant !== own) ?? place.tenantId;
  }
}
