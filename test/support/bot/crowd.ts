/** A crowd of customers: who they are in the desk file, and what they send. */
import { type PersonKey, storedPersonKey } from '../../../src/outage/types/person-key.ts';
import { objectId, PEOPLE, TENANT } from './users.ts';

/** Customer number so-and-so. */
export type CrowdKey = `c${number}`;
export const crowdKeys = (count: number): readonly CrowdKey[] => Array.from({ length: count }, (_, index): CrowdKey => `c${index}`);
export const isOfCrowd = (person: string): person is CrowdKey => !PEOPLE.some((one) => one === person);
export const crowdId = (person: CrowdKey): PersonKey => storedPersonKey(`c0000000-0000-4000-8000-${person.slice(1).padStart(12, '0')}`);
const nameOf = (person: CrowdKey): string => `Customer ${person.slice(1)}`;

/** The lines of a desk file that name these people. */
export const crowdLines = (crowd: readonly CrowdKey[]): string =>
  crowd.map((person) => `  ${person}: { id: ${crowdId(person)}, name: ${nameOf(person)} }\n`).join('');

/** The same from another tenant. */
export const inTenant = (tenant: string, sent: unknown): unknown => JSON.parse(JSON.stringify(sent).replaceAll(TENANT, tenant));

/** What Jonas sends, sent by one of the crowd. */
export const asCustomer = (person: CrowdKey, sent: object): unknown =>
  JSON.parse(
    JSON.stringify(sent)
      .replaceAll(objectId('jonas'), crowdId(person))
      .replaceAll('29:jonas', `29:${person}`)
      .replaceAll('a:jonas', `a:${person}`)
      .replaceAll('Jonas Weber', nameOf(person)),
  );
