/** Pagers in the desk file: what is valid, and what a mistake is answered with. */
import { describe, expect, test } from 'vitest';
import { readDeskFile } from '../../src/desk/file/read-desk-file.ts';
import { readNumber, shortNumber } from '../../src/desk/phones.ts';
import { SMALL_DESK, SMALL_PEOPLE, smallDesk } from '../support/desk/small-desk.ts';
import { PAGERS_YAML } from '../support/pagers/fake-pagers.ts';

const { ada, bob } = SMALL_PEOPLE;
const withPagers = (more = '') => smallDesk((text) => text.concat(PAGERS_YAML, more));
const problemsOf = (more: string, change: (text: string) => string = (text) => text) => {
  const result = readDeskFile(change(SMALL_DESK.concat(more)));
  return 'problems' in result ? result.problems.map(({ path, message }) => `${path}: ${message}`) : [];
};

describe('the ladder', () => {
  test('pages with every pager at a last call and at the breach, unless it says otherwise', () => {
    const all = [
      { id: 'ops', callsPeople: false },
      { id: 'phones', callsPeople: true },
      { id: 'texts', callsPeople: true },
      { id: 'siren', callsPeople: false },
    ];
    const { rungs, breach, again } = withPagers().policy;
    expect(rungs.map(({ kind, page }) => [kind, page])).toEqual([
      ['reminder', undefined],
      ['last-call', all],
    ]);
    expect([breach.page, again.breach.page, again.rungs.at(-1)?.page]).toEqual([all, all, all]);
  });

  test('pages with those that it names, in the order of the desk file, or with none', () => {
    const { rungs, breach } = withPagers(`promise:
  ladder:
    - { beforeEndMinutes: 15, kind: reminder, levels: [primary], page: [siren, ops] }
    - { beforeEndMinutes: 5, kind: last-call, levels: [primary], page: [] }
  breach: { page: [phones] }
`).policy;
    expect(rungs.map(({ page }) => page?.map(({ id }) => id))).toEqual([['ops', 'siren'], undefined]);
    expect(breach.page?.map(({ id }) => id)).toEqual(['phones']);
  });

  test('is as before in a desk file without pagers', () => {
    const { policy } = smallDesk();
    expect(JSON.stringify(policy)).not.toContain('page');
  });
});

describe('numbers of people', () => {
  test('are read as people write them, and shown shortened', () => {
    const desk = smallDesk((text) => text.replace('name: Ada Lund', 'name: Ada Lund, phone: "+45 20 12 34 56"'));
    expect([desk.phoneOf(ada), desk.phoneOf(bob), desk.phoneOf('__proto__')]).toEqual(['+4520123456', undefined, undefined]);
    expect(desk.numbersOf(desk.people)).toEqual({ [ada]: '+45 .. ..56' });
    expect([shortNumber('+12065550100'), shortNumber('+442079460958')]).toEqual(['+1 .. ..00', '+44 .. ..58']);
  });

  test.each(['20 12 34 56', '+45', 'soon', '+45 70 10 20 30 ext. 5', '+0 123 456 789'])('%s is none', (text) => {
    expect(readNumber(text)).toBeNull();
    expect(problemsOf('', (file) => file.replace('name: Ada Lund', `name: Ada Lund, phone: "${text}"`))).toEqual([
      'people.ada.phone: write a number that can be called, with + and its country code, in quotes: "+45 70 10 20 30"',
    ]);
  });

  test('are of one person alone, however it is written', () => {
    const shared = (file: string) =>
      file.replace('Ada Lund', '$&, phone: "+45 20 12 34 56"').replace('Bob Hall', '$&, phone: "+4520123456"');
    expect(problemsOf('', shared)).toEqual([
      "people.bob.phone: this is also the phone of 'ada'; give each a phone of their own, or take one out",
    ]);
  });
});

const pager = (line: string) => `pagers:\n  ops: ${line}\n`;
const ACCOUNT = `AC${'0'.repeat(32)}`;

describe('a mistake', () => {
  test.each<[what: string, text: string, problem: RegExp]>([
    [
      'a secret itself',
      pager('{ type: pagerduty, routingKey: a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5d6 }'),
      /routingKey: write the name of an environment variable, in capitals; the secret itself/,
    ],
    ['another kind', pager('{ type: pigeon }'), /pagers\.ops\.type: use one of|pagers\.ops: use one of/],
    ['no secret', pager('{ type: webhook, address: "https://siren.example.com" }'), /pagers\.ops\.secret: this is missing/],
    [
      'no TLS',
      pager('{ type: webhook, address: "http://siren.example.com", secret: SIREN }'),
      /pagers\.ops\.address: use https:\/\/; http:\/\/ is for your own network/,
    ],
    [
      'a password in an address',
      pager('{ type: webhook, address: "https://a:b@siren.example.com", secret: SIREN }'),
      /without a password, \? or #/,
    ],
    ['an address that is none', pager('{ type: webhook, address: siren, secret: SIREN }'), /use the whole address/],
    [
      'an account that is none',
      pager('{ type: twilio, account: SK1, token: TOKEN, from: "+4570102030" }'),
      /Account SID, which begins with AC/,
    ],
    [
      'a number that is none',
      pager(`{ type: twilio, account: ${ACCOUNT}, token: TOKEN, from: "70102030" }`),
      /pagers\.ops\.from: write a number that can be called/,
    ],
    ['a key with capitals', 'pagers:\n  Ops: { type: pagerduty, routingKey: PD_KEY }\n', /use small letters, digits and hyphens/],
    ['an unknown key', pager('{ type: pagerduty, routingKey: PD_KEY, colour: red }'), /pagers\.ops\.colour: no such key/],
    [
      'a step that names no pager',
      `${pager('{ type: pagerduty, routingKey: PD_KEY }')}promise: { breach: { page: [pops] } }\n`,
      /promise\.breach\.page\.0: there is no pager 'pops'; the known ones are ops/,
    ],
    [
      'a step where there are none',
      'promise: { ladder: [{ beforeEndMinutes: 5, kind: last-call, levels: [primary], page: [ops] }] }\n',
      /promise\.ladder\.0\.page\.0: there is no pager 'ops'; add it to pagers/,
    ],
  ])('%s', (_what, text, problem) => {
    const found = problemsOf(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(problem);
  });

  test('an address in the own network needs its word for it', () => {
    expect(problemsOf(pager('{ type: webhook, address: "http://127.0.0.1:9/x", secret: SIREN, allowPrivate: true }'))).toEqual([]);
  });
});
