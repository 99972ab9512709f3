/**
 * Finds what a desk file still has of the example or of the playground: nobody answers a number that is kept for films, and a
 * promise of a few minutes is for trying things out. Pure. Only `npm run check` asks it, because the playground's file is full of it.
 */
import type { Finding } from './check.ts';
import type { Desk } from './desk.ts';

const SHORTEST_PROMISE_MS = 5 * 60_000;

/** Ids that people write when they have none: the examples of this project, one digit repeated, counted digits. */
const EXAMPLE_ID = /^(?:([0-9a-f])\1{7}-|12345678-|a1b2c3d4-|.*-0000-4000-8000-0{8})/i;

/** Numbers for films and documents, by their digits, as the regulators of the United States, the United Kingdom and Germany set them aside. */
const FICTION = [
  /^1\d{3}55501\d\d/,
  /^44(?:207946|1632960|7700900|(?:113|114|115|116|117|118|121|131|141|151|161)496|1914980|28964960|2920180|8081570|9098790|3069990)/,
  /^49(?:3023125|6990009|4066969|2214710|8999998|15228817386|15228895456|15228817386)/,
];
/** The playground's own number, and digits that are no number. */
const NO_NUMBER = /^(?:4570102030)|123456|(\d)\1{5}/;

/** Domains that are kept for examples (RFC 2606), and the companies of Microsoft's examples. */
const EXAMPLE_HOST = /(?:^|\.)(?:example\.(?:com|net|org)|example|test|invalid|localhost)$|(?:^|[.-])(?:contoso|fabrikam)(?:[.-]|$)/i;
const HOSTS = /[\w-]+(?:\.[\w-]+)+/g;

export function findExamples({ file, policy }: Desk): readonly Finding[] {
  const people = Object.values(file.people);
  const found: Record<'id' | 'phone' | 'address', readonly string[]> = {
    id: [file.desk.tenant, ...people.flatMap(({ id }) => id ?? [])].filter((id) => EXAMPLE_ID.test(id)),
    phone: file.desk.phones.map(({ number }) => number).filter(isExampleNumber),
    address: [
      ...people.flatMap(({ upn }) => upn ?? []),
      file.desk.askForAccess ?? '',
      file.desk.supportRequest.url,
      ...file.projects.flatMap(({ environments }) => environments.map(({ url }) => url)),
    ].filter(hasExampleHost),
  };
  const kinds = (['id', 'phone', 'address'] as const).filter((kind) => found[kind].length > 0);
  return [
    ...kinds.map((kind): Finding => ({ type: 'example', kind, values: [...new Set(found[kind])] })),
    ...(policy.acknowledgeWithinMs < SHORTEST_PROMISE_MS ? [{ type: 'short-promise', withinMs: policy.acknowledgeWithinMs } as const] : []),
  ];
}

function isExampleNumber(number: string): boolean {
  const digits = number.replace(/\D/g, '');
  return NO_NUMBER.test(digits) || FICTION.some((range) => range.test(digits));
}

/** Of an address, of an account, or of a sentence with either in it. */
const hasExampleHost = (text: string): boolean => (text.match(HOSTS) ?? []).some((host) => EXAMPLE_HOST.test(host));
