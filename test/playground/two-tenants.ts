/** The customer's Teams beside the desk's: a Playground of its own, with the same people's object ids in another tenant. */
import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { type Cast, personOf, withInBrowser } from './cast.ts';

export const CUSTOMER = { tenant: '7e9a1c00-0000-4000-8000-00000000fab0', project: 'contoso-erp' } as const;
const ROOM = '19:contoso-own@thread.tacv2';

/** The desk's Teams, with an engineer in the browser. */
export const desksCast = (cast: Cast): Cast => withInBrowser(cast, personOf(cast, 'priya'));

/** The customer's: other places, another tenant. */
export const customersCast = (cast: Cast): Cast => ({
  ...cast,
  tenantId: CUSTOMER.tenant,
  personalChat: { id: `${cast.personalChat.id}-customer` },
  groupChat: { id: '19:contoso-chat@thread.v2', name: 'Contoso operations' },
  team: { ...cast.team, id: ROOM, name: 'Contoso', aadGroupId: '0a1b2c3d-0000-4000-8000-00000000fab0', channels: [] },
});

/** The desk file of the playground, in which the project's people are of the customer's tenant, and a channel of theirs follows. */
export function deskFileOfTwo(file = 'env/playground.desk.yaml'): string {
  const desk = parseDocument(readFileSync(file, 'utf8'));
  desk.setIn(['projects', 0, 'tenant'], CUSTOMER.tenant);
  desk.setIn(['projects', 0, 'customerAdmins'], ['jonas']);
  desk.setIn(['desk', 'engineerNames'], 'first');
  desk.addIn(['followers'], desk.createNode({ id: 'contoso', tenant: CUSTOMER.tenant, room: { kind: 'channel', conversation: ROOM } }));
  return String(desk);
}
