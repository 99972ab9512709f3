/** Who speaks, as the commands know them: the roles of the desk file, and what else can be asked of Teams about them. */
import type { ConnectorClient } from 'botframework-connector';
import type { Caller } from '../../commands/command.ts';
import type { Desk } from '../../desk/desk.ts';
import type { Membership } from '../../desk/members.ts';
import type { Actor } from '../../outage/types/person.ts';
import { wordsFor } from '../../words/words.ts';
import { type Incoming, readRoom } from '../in/activity.ts';
import type { Groups } from './groups.ts';
import type { Members } from './members.ts';
import type { People } from './people.ts';

export function createCallers(parts: { desk: Desk; people: People; members: Members; groups: Groups }) {
  const { desk, people, members, groups } = parts;
  return { callerOf, actorOf };

  function callerOf(said: Incoming, activity: unknown, client: ConnectorClient): Caller {
    const incoming = asStranger(said);
    const { person, place, cardId, locale, timeZone, mentions } = incoming;
    let membership: Promise<Membership> | undefined;
    return {
      actor: actorOf(incoming),
      place,
      cardId,
      words: wordsFor(locale),
      timeZone,
      locale,
      membership() {
        membership ??= members.of(incoming, client);
        return membership;
      },
      profile: () => people.profile(place.conversationId, person.teamsId, person.name, client),
      async room() {
        const room = readRoom(activity);
        if (!room?.teamId) return room;
        return { ...room, name: await groups.nameOf(room.conversationId, room.teamId, place.tenantId) };
      },
      async mentioned() {
        const ids = mentions.map(({ teamsId, entraId }) => entraId ?? people.entraId(place.conversationId, teamsId, client));
        return (await Promise.all(ids)).filter((id) => id !== null);
      },
    };
  }

  /** In a chat or channel that several tenants share, whoever may be of another one is taken to be. */
  function asStranger(incoming: Incoming): Incoming {
    const { place, tenants } = incoming;
    return { ...incoming, place: { ...place, tenantId: tenants.find((one) => one !== desk.file.desk.tenant) ?? place.tenantId } };
  }

  /** Roles count in the desk's own tenant only: an object id says nothing outside of its directory. */
  function actorOf(incoming: Incoming): Actor {
    const { id, name } = incoming.person;
    const { tenantId } = asStranger(incoming).place;
    const ours = tenantId === desk.file.desk.tenant;
    // A reaction comes without a name.
    const known = name || (desk.engineers.find((engineer) => engineer.id === id)?.name ?? '');
    // So a stranger with the same object id is nobody's reporter either.
    return ours ? desk.actor({ id, name: known }) : { id: `${tenantId}/${id}`, name, roles: [] };
  }
}
