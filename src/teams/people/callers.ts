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
        membership ??= members.of({ person, place }, client);
        return membership;
      },
      profile: () => people.profile(place.conversationId, person.teamsId, person.name, client),
      async room() {
        if (!room?.teamId) return room;
        return { ...room, name: await groups.nameOf(room.conversationId, room.teamId, place.tenantId) };
      },
      async mentioned() {
        const ids = mentions.map(({ teamsId, entraId }) => entraId ?? people.entraId(place.conversationId, teamsId, client));
        return (await Promise.all(ids)).map((id) => id ?? '');
      },
    };
  }

  /** In a chat or channel that several tenants share, a sender who may be from another tenant is treated as being from it. */
  function tenantOf({ tenants, place }: Pick<Sender, 'tenants' | 'place'>): string {
    return tenants.find((tenant) => tenant !== desk.file.desk.tenant) ?? place.tenantId;
  }

  /** Roles count in the desk's own tenant only: an object id means nothing outside of its directory. */
  function actorOf(sender: Pick<Sender, 'person' | 'tenants' | 'place'>): Actor {
    const { id, name } = sender.person;
    const tenantId = tenantOf(sender);
    const ours = tenantId === desk.file.desk.tenant;
    // A reaction comes without a name.
    const known = name || (desk.engineers.find((engineer) => engineer.id === id)?.name ?? '');
    // The tenant in front keeps a stranger with the same object id from being taken for a reporter.
    return ours ? desk.actor({ id, name: known }) : { id: `${tenantId}/${id}`, name, roles: [] };
  }
}
