/** `/outage check`: would the desk be reached tonight? For engineers. */
import { checkCard } from '../cards/watch/check.ts';
import { type AskedOfMembers, checkDesk, checkPagers, checkReach, roomsOf } from '../desk/check.ts';
import { seenAccount, seenTenant } from '../desk/desk-file.ts';
import { atDesk } from './authorize/access.ts';
import { type Command, cardReply, forRoom, isAlone, sayLine, says, type Turn } from './command.ts';

export const check: Command = {
  name: '/outage check',
  needs: 'check',
  menu: ['room'],
  parse: says(/^\/?(?:outage\s+)?check[.?]?$/i),
  async run(_argument, turn) {
    const { desk, outages, overrides, rooms, reach, words } = turn;
    const used = desk.roomsIn(await rooms.all());
    // It names people, rooms and projects, which customers must not read.
    if (!isAlone(turn) && !atDesk(turn, used.desk)) return sayLine(words.look.list.ownChat, turn);
    const asking = roomsOf(used, desk.file).map(async ({ id, room }) => ({ id, members: await reach.members(room) }));
    const onRoster = desk.onRoster.map(({ id }) => id);
    const [now, byHand, places, chats, ofMembers, outward] = await Promise.all([
      outages.now(),
      overrides.list(),
      Promise.all(asking),
      reach.chats(onRoster, desk.file.desk.tenant),
      askOfMembers(turn),
      turn.lookOutward(),
    ]);
    const { findings, until } = checkDesk(desk, now, byHand);
    // Without a secret it would not have started.
    const ofPagers = checkPagers(desk, { publicUrl: turn.isPublic, secret: () => true });
    const found = [...findings, ...ofPagers, ...checkReach(desk, { places, chats, ofMembers }), ...outward];
    return forRoom(cardReply(checkCard({ findings: found, until }, { words, now })));
  },
};

async function askOfMembers({ desk, reach, cache }: Turn): Promise<AskedOfMembers> {
  const teams = desk.file.projects.flatMap((project) => {
    const { team, tenantId } = desk.members.linkedOf(project.id) ?? {};
    return team && tenantId ? [{ project, room: { kind: 'channel', conversationId: team, tenantId } as const }] : [];
  });
  const accounts = [...desk.members.accounts];
  const others = [...desk.members.tenants].filter((tenant) => tenant !== desk.file.desk.tenant);
  const [answers, seen, heard] = await Promise.all([
    Promise.all(teams.map(async ({ project, room }) => ({ project, members: await reach.members(room) }))),
    Promise.all(accounts.map((account) => cache.get(seenAccount(account)))),
    Promise.all(others.map((tenant) => cache.get(seenTenant(tenant)))),
  ]);
  return {
    teams: answers,
    seen: new Set(accounts.filter((_account, index) => seen[index] === true)),
    tenants: new Set(others.filter((_tenant, index) => heard[index] !== undefined)),
  };
}
