/** The shortest desk file that is worth reading: two engineers, one customer, two projects. Tests change pieces of it. */
import type { Desk } from '../../../src/desk/desk.ts';
import { readDeskFile } from '../../../src/desk/file/read-desk-file.ts';
import { storedPersonKey } from '../../../src/outage/types/person-key.ts';
import { rememberAllOf } from '../log/leak-check.ts';

export const SMALL_DESK = `desk:
  name: Small desk
  tenant: 00000000-0000-4000-8000-000000000001
  channel: "19:desk@thread.tacv2"
  phones: [{ region: Europe, number: "+45 70 10 20 30" }]
  supportRequest:
    text: open a support request.
    url: https://example.com/new
people:
  ada: { id: 00000000-0000-4000-8000-00000000000a, name: Ada Lund }
  bob: { id: 00000000-0000-4000-8000-00000000000b, name: Bob Hall }
  mia: { id: 00000000-0000-4000-8000-00000000000c, name: Mia Winter }
engineers: [ada, bob]
onCall:
  primary: [ada]
projects:
  - id: shop
    name: Web shop
    members: [mia]
    environments:
      - { id: live, name: Live, kind: production, url: "https://shop.example.com" }
      - { id: test, name: Test, kind: sandbox }
  - id: mill-2
    name: Mill
    members: [mia, bob]
    environments:
      - { id: east, name: East, kind: production }
      - { id: west, name: West, kind: production }
followers:
  - id: board
    room: { kind: channel, conversation: "19:board@thread.tacv2" }
    projects: [shop]
  - id: everyone
    room: { kind: groupChat, conversation: "19:everyone@thread.v2" }
`;

const desks = new Map<string, Desk>();

/** Reads it, with changes; each text once. Throws when it is not valid any more. */
export function smallDesk(change: (text: string) => string = (text) => text): Desk {
  const text = change(SMALL_DESK);
  const desk = desks.get(text) ?? read(text);
  desks.set(text, desk);
  return desk;
}

function read(text: string): Desk {
  const result = readDeskFile(text);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  rememberAllOf(() => result.desk.file.people);
  return result.desk;
}

/** The people of the small desk, by what the desk file makes of them. */
export const SMALL_PEOPLE = {
  ada: storedPersonKey('00000000-0000-4000-8000-00000000000a'),
  bob: storedPersonKey('00000000-0000-4000-8000-00000000000b'),
  mia: storedPersonKey('00000000-0000-4000-8000-00000000000c'),
} as const;
