/** The webhooks of the desk file: what is refused, with its remedy, and who hears of what. */
import { describe, expect, it, test } from 'vitest';
import { readDeskFile } from '../../src/desk/file/read-desk-file.ts';
import { secretsOf } from '../../src/desk/file/webhooks.ts';
import { SMALL_DESK, smallDesk } from '../support/desk/small-desk.ts';

const problemsOf = (webhook: string) => {
  const result = readDeskFile(`${SMALL_DESK}webhooks:\n  jira: ${webhook}\n`);
  return 'problems' in result ? result.problems.map(({ path, message }) => `${path}: ${message}`) : [];
};
const GOOD = 'address: https://tickets.example.com/hook, secret: WEBHOOK_SECRET';

test('a desk without webhooks has none', () => {
  expect(smallDesk().webhooks('shop')).toEqual([]);
});

test('a webhook hears everything of all projects, in public, unless the file says otherwise', () => {
  const desk = smallDesk((text) => `${text}webhooks:\n  jira: { ${GOOD} }\n`);
  expect(desk.webhooks('shop')).toEqual([{ id: 'jira', events: 'all' }]);
  expect(desk.webhooks('drill')).toEqual([{ id: 'jira', events: 'all' }]);
  expect(desk.file.webhooks.jira).toMatchObject({ detail: 'public', allowPrivate: false, headers: {} });
});

test('a webhook of some projects hears of no other, and of no drill of none', () => {
  const desk = smallDesk((text) => `${text}webhooks:\n  jira: { ${GOOD}, projects: [shop], events: [outage.resolved] }\n`);
  expect(['shop', 'mill-2', 'drill'].map((id) => desk.webhooks(id))).toEqual([[{ id: 'jira', events: ['outage.resolved'] }], [], []]);
});

test('all secrets of a webhook are known by their names', () => {
  const { file } = smallDesk(
    (text) => `${text}webhooks:\n  flow: { address: FLOW_ADDRESS, secret: FLOW_SECRET, headers: { x-key: FLOW_KEY } }\n`,
  );
  expect(file.webhooks.flow && secretsOf(file.webhooks.flow)).toEqual(['FLOW_ADDRESS', 'FLOW_SECRET', 'FLOW_KEY']);
});

describe('a webhook is refused', () => {
  it.each([
    ['an address without a protocol', 'address: tickets.example.com, secret: S_1A', /address: write the whole address, with https:\/\//],
    ['an address of another protocol', 'address: "file:///etc/passwd", secret: S_1A', /address: write the whole address, with https:\/\//],
    ['http:// to the internet', 'address: http://tickets.example.com, secret: S_1A', /address: use https:.*allowPrivate: true/],
    [
      'a password in the address',
      'address: "https://u:p@x.example", secret: S_1A',
      /address: an address with a password is a secret: give the password by headers/,
    ],
    [
      'a secret in the address',
      'address: "https://x.example/run?sp=1&sig=abc", secret: S_1A',
      /address: this address holds a secret: write the name of an environment/,
    ],
    [
      'a secret that stands in the file',
      'address: https://x.example, secret: whsec_c2VjcmV0',
      /secret: write the name of an environment variable, in capitals; the secret itself never/,
    ],
    ['no secret', 'address: https://x.example', /secret: this is missing/],
    ['an event that is none', `${GOOD}, events: [outage.exploded]`, /events.*outage\.reported/],
    ['no event', `${GOOD}, events: []`, /events/],
    ['a project that is none', `${GOOD}, projects: [shp]`, /projects\.0: there is no project 'shp'; the known ones are shop, mill-2/],
    ['a header that is set for each message', `${GOOD}, headers: { Webhook-Id: NAME_1 }`, /headers\.Webhook-Id: .*/],
    [
      'a header that holds a secret',
      `${GOOD}, headers: { Authorization: "Basic abc" }`,
      /headers\.Authorization: write the name of an environment variable/,
    ],
    ['another detail', `${GOOD}, detail: everything`, /detail: use one of: public, full/],
    ['a key that is not known', `${GOOD}, url: https://x.example`, /url: no such key is known here/],
  ])('for %s', (_mistake, webhook, remedy) => {
    const problems = problemsOf(`{ ${webhook} }`);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(remedy);
  });

  it('for a key that could not stand in the record', () => {
    const result = readDeskFile(`${SMALL_DESK}webhooks:\n  "Jira/1": { ${GOOD} }\n`);
    expect('problems' in result && result.problems.map(({ message }) => message)).toEqual([
      'use small letters, digits and hyphens for this key',
    ]);
  });

  it('but not for http:// inside the own network', () => {
    expect(problemsOf('{ address: http://relay.local/hook, secret: S_1A, allowPrivate: true }')).toEqual([]);
  });
});
