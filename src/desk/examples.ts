/** Finds what a desk file still has of the example. Only `npx outage-desk check` asks it, because the playground's file is full of it. Pure. */
import type { Finding } from './check.ts';
import type { Desk } from './desk.ts';

const SHORTEST_PROMISE_MS = 5 * 60_000;

/** Ids that people write when they have none: the examples of this project, one digit repeated, counted digits. */
const EXAMPLE_ID = /^(?:([0-9a-f])\1{7}-|12345678-|a1b2c3d4-|.*-0000-4000-8000-0{8})/i;

/**
 * Numbers that were set aside for films and documents, by their digits with the country code: by the North American Numbering
 * Plan, Ofcom, Bundesnetzagentur and Arcep. Memorable numbers of a real desk, such as 70 22 22 22, are none of them.
 */
const FICTION = [
  /^1\d{3}55501\d\d/,
  /^44(?:2079460|1632960|7700900|1(?:13|14|15|16|17|18|21|31|41|51|61)4960|1914980|2896496|2920180|8081570|9098790|3069990)/,
  /^49(?:3023125|6990009|4066969|2214710|8999998)\d{3}$|^49(?:15228817386|15228895456|15254599371|17139200\d\d)$/,
  /^33(?:19900|26191|35301|46571|53649|63998)/,
];
/** The playground's own number, and digits that were counted up. */
const NO_NUMBER = /^(?:45)?70102030$|^\d{0,2}12345678(?:90?)?$/;

/** Domains that are kept for examples (RFC 2606), and the companies of Microsoft's examples. */
const EXAMPLE_HOST =
  /(?:^|\.)(?:example\.(?:com|net|org)|example|test|invalid|localhost)$|(?:^|\.)(?:contoso|fabrikam|adatum|northwindtraders|woodgrovebank)\./i;
/** The host of a web address, or what stands behind the @ of an account or e-mail address. */
const HOSTS = /(?:https?:\/\/(?:[^/\s@]*@)?|@)([\w.-]+)/gi;

type Written = { readonly place: string; readonly value: string };
/** What each of these has under a key of the desk file; nothing where it is left out. */
const at = <One>(place: string, all: readonly One[], of: (one: One) => string | undefined): readonly Written[] =>
  all.flatMap((one) => of(one) ?? []).map((value) => ({ place, value }));

export function findExamples({ file, policy }: Desk): readonly Finding[] {
  const { desk, projects, scenarios } = file;
  const people = Object.values(file.people);
  const environments = projects.flatMap((project) => project.environments);
  const links = environments.flatMap((environment) => environment.links);
  const found = {
    id: [...at('desk > tenant', [desk], ({ tenant }) => tenant), ...at('people > id', people, ({ id }) => id)].filter(({ value }) =>
      EXAMPLE_ID.test(value),
    ),
    phone: [
      ...at('desk > phones', desk.phones, ({ number }) => number),
      ...at('people > phone', people, ({ phone }) => phone),
      ...at('pagers > from', Object.values(file.pagers), (pager) => (pager.type === 'twilio' ? pager.from : undefined)),
    ].filter(({ value }) => isExampleNumber(value)),
    address: [
      ...at('people > upn', people, ({ upn }) => upn),
      ...at('desk > askForAccess', [desk], ({ askForAccess }) => askForAccess),
      ...at('desk > supportRequest > url', [desk], ({ supportRequest }) => supportRequest.url),
      ...at('desk > bridge', [desk], ({ bridge }) => bridge),
      ...at('projects > bridge', projects, ({ bridge }) => bridge),
      ...at('scenarios > runbook', scenarios, ({ runbook }) => runbook),
      ...at('projects > environments > url', environments, ({ url }) => url),
      ...at('projects > environments > links', links, ({ url }) => url),
    ].filter(({ value }) => hasExampleHost(value)),
  };
  const kinds = (['id', 'phone', 'address'] as const).filter((kind) => found[kind].length > 0);
  return [
    ...kinds.map((kind): Finding => {
      const [values, places] = [found[kind].map(({ value }) => value), found[kind].map(({ place }) => place)];
      return { type: 'example', kind, values: [...new Set(values)], places: [...new Set(places)] };
    }),
    ...(policy.acknowledgeWithinMs < SHORTEST_PROMISE_MS ? [{ type: 'short-promise', withinMs: policy.acknowledgeWithinMs } as const] : []),
  ];
}

function isExampleNumber(number: string): boolean {
  const digits = number.replace(/\D/g, '').replace(/^00/, '');
  return NO_NUMBER.test(digits) || FICTION.some((range) => range.test(digits));
}

/** Of a web address, of an account, or of a sentence with either in it. */
const hasExampleHost = (text: string): boolean => [...text.matchAll(HOSTS)].some(([, host = '']) => EXAMPLE_HOST.test(host));
