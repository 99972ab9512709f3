/** Who may report an outage of which environment: the rule as a table, membership, and how the desk file says both. */
import { describe, expect, test } from 'vitest';
import { accountOf } from '../../src/desk/desk-file.ts';
import { eligibility, INELIGIBILITIES } from '../../src/desk/eligibility.ts';
import { readDeskFile } from '../../src/desk/file/read-desk-file.ts';
import { phonesFor, phonesOfZone } from '../../src/desk/phones.ts';
import { type PersonKey, personKey } from '../../src/outage/types/person-key.ts';
import { environmentsOf } from '../../src/report/steps/confirmation.ts';
import { en } from '../../src/words/en/index.ts';
import { SMALL_DESK, SMALL_PEOPLE, smallDesk } from '../support/desk/small-desk.ts';

const { ada, bob, mia } = SMALL_PEOPLE;

describe('whom a project lists', () => {
  const [here, there] = ['00000000-0000-4000-8000-0000000000aa', '00000000-0000-4000-8000-0000000000bb'];
  const listed = (change: (text: string) => string, project = 'shop') => smallDesk(change).members.listedIn(project);

  test('is named with their key, as the desk file says', () => {
    expect(listed((text) => text, 'mill-2')).toEqual([
      { id: mia, name: 'Mia Winter' },
      { id: bob, name: 'Bob Hall' },
    ]);
    expect(listed((text) => text, 'nothing')).toEqual([]);
  });

  test('is of the tenant of the project; of several, only where the file says which', () => {
    const of = (tenant: string) => (text: string) => text.replace('    name: Web shop\n', `    name: Web shop\n    tenant: ${tenant}\n`);
    const mias = (tenant: string) => [{ id: personKey(tenant, mia, smallDesk().file.desk.tenant), name: 'Mia Winter' }];
    expect(listed(of(here ?? ''))).toEqual(mias(here ?? ''));
    expect(listed(of(`[${here}, ${there}]`))).toEqual([]);
    const said = (text: string) => of(`[${here}, ${there}]`)(text).replace('name: Mia Winter', `name: Mia Winter, tenant: ${there}`);
    expect(listed(said)).toEqual(mias(there ?? ''));
  });

  test('has no key where they are named by an account alone', () => {
    expect(listed((text) => text.replace('id: 00000000-0000-4000-8000-00000000000c', 'upn: mia@example.com'))).toEqual([]);
  });
});

describe('an outage can be reported', () => {
  const MEMBERS = ['a member', 'no member'] as const;
  const KINDS = ['production', 'sandbox'] as const;
  const MANAGERS = ['microsoft', 'customer'] as const;
  const PRODUCTS = ['any', 'finance', 'finance, crm', 'crm'] as const;
  const PLANS = ['none', 'basic', 'gold'] as const;

  /** The rule of Microsoft's page, row by row; an environment that no row names is eligible. */
  const expected = (member: string, kind: string, managedBy: string, products: string): string => {
    if (member === 'no member') return 'not-member';
    if (kind === 'sandbox') return 'sandbox';
    if (managedBy === 'customer') return 'customer-managed';
    return products === 'crm' ? 'product' : 'eligible';
  };

  const rows = MEMBERS.flatMap((member) =>
    KINDS.flatMap((kind) =>
      MANAGERS.flatMap((managedBy) =>
        PRODUCTS.flatMap((products) => PLANS.map((plan) => [member, kind, managedBy, products, plan] as const)),
      ),
    ),
  );

  test.each(rows)('by %s, of a %s environment, managed by %s, that runs %s, with plan %s', (member, kind, managedBy, products, plan) => {
    const desk = smallDesk((text) =>
      text
        .replace('id: live, name: Live, kind: production', () => {
          const installed = products === 'any' ? '' : `, products: [${products}]`;
          return `id: live, name: Live, kind: ${kind}, managedBy: ${managedBy}${installed}`;
        })
        .replace('    name: Web shop\n', plan === 'none' ? '$&' : `$&    plan: ${plan}\n`)
        .replace('projects:\n', 'products: [{ id: finance, name: Finance }, { id: crm, name: Sales, eligible: false }]\nprojects:\n')
        .concat('plans: [{ id: basic, name: B, replyWithinMinutes: 60 }, { id: gold, name: G, replyWithinMinutes: 30 }]\n'),
    );
    const [shop] = desk.file.projects;
    const live = shop?.environments[0];
    if (!shop || !live) throw new Error('the small desk has a shop');
    const isMember = member === 'a member';
    const found = eligibility(live, { member: isMember, products: desk.file.products });
    expect(found.eligible ? 'eligible' : found.why).toBe(expected(member, kind, managedBy, products));
    // The report offers environments by the same rule, and gives the reason for the others.
    const who = isMember ? mia : ada;
    const offered = environmentsOf(desk, desk.projectsOf(who)).some(({ key }) => key === 'shop/live');
    expect(offered).toBe(found.eligible);
    if (isMember && !found.eligible) {
      expect(desk.refusedOf(shop).map(({ environment, why }) => [environment.id, why])).toContainEqual(['live', found.why]);
    }
  });

  test('or not, for reasons that each have words of their own', () => {
    expect(new Set(INELIGIBILITIES.map((why) => en.report.access.why[why]('X', false, 'Y'))).size).toBe(INELIGIBILITIES.length);
  });

  test('of Finance and Supply Chain Management where the desk file names no products', () => {
    const { products } = smallDesk().file;
    expect(products.map(({ name, eligible }) => [name, eligible])).toEqual([
      ['Dynamics 365 Finance', true],
      ['Dynamics 365 Supply Chain Management', true],
    ]);
  });
});

describe('a member is', () => {
  const desk = smallDesk((text) =>
    text
      .replace('mia: { id: 00000000-0000-4000-8000-00000000000c', 'mia: { upn: Mia.Winter@Customer.example')
      .replace('members: [mia, bob]', 'members: [bob]\n    membersFrom: { team: "19:mill@thread.tacv2" }'),
  );
  const of = (id: PersonKey, account: string | null, ...teams: string[]) =>
    desk
      .projectsOf(id, { account, teams: new Set(teams.map((team) => `${desk.file.desk.tenant} ${team}`)), ofTenant: false })
      .map((project) => project.id);

  test.each<[string, string[], string[]]>([
    ['whoever has the account', of(mia, 'mia.winter@customer.example'), ['shop']],
    ['whoever is in the team', of(ada, null, '19:mill@thread.tacv2'), ['mill-2']],
    ['both', of(mia, 'mia.winter@customer.example', '19:mill@thread.tacv2'), ['shop', 'mill-2']],
    ['whoever is listed by the id, once', of(bob, null, '19:mill@thread.tacv2'), ['mill-2']],
    ['nobody who is in another team', of(mia, null, '19:other@thread.tacv2'), []],
    ['nobody with another account, though it is somebody else’s of the file', of(mia, 'ada@customer.example'), []],
  ])('%s', (_who, found, projects) => {
    expect(found).toEqual(projects);
  });

  test('of a project in a tenant of its own is nobody with the same object id, account or team elsewhere', () => {
    const tenant = '00000000-0000-4000-8000-0000000000f1';
    const theirs = smallDesk((text) => text.replace('    members: [mia]', `    tenant: ${tenant}\n    members: [mia]\n    everyone: true`));
    const there = { account: 'x@customer.example', teams: new Set<string>(), ofTenant: true };
    const idsOf = (key: PersonKey) => theirs.projectsOf(key, there).map(({ id }) => id);
    const keyIn = (of: string) => personKey(of, mia, theirs.file.desk.tenant);
    expect(idsOf(keyIn(tenant))).toEqual(['shop']);
    expect(idsOf(personKey(tenant, bob, theirs.file.desk.tenant))).toEqual(['shop']);
    expect(idsOf(mia)).toEqual(['mill-2']);
    expect(idsOf(keyIn('00000000-0000-4000-8000-0000000000f2'))).toEqual([]);
    expect(theirs.person(keyIn(tenant))?.name).toBe('Mia Winter');
    expect([theirs.mayHear(tenant, 'shop', 'room'), theirs.mayHear(tenant, 'mill-2', 'room')]).toEqual([true, false]);
    const { desk: own } = theirs.file;
    expect([theirs.mayHear(own.tenant, 'shop', 'room'), theirs.mayHear(own.tenant, 'shop', 'person')]).toEqual([true, false]);
  });

  test('asked of Teams only where the desk file does not say it by an id', () => {
    expect(desk.members.toAsk(bob)).toEqual({ teams: [], account: true, everyone: false });
    const mill = { team: '19:mill@thread.tacv2', tenantId: desk.file.desk.tenant };
    expect(desk.members.toAsk(ada)).toEqual({ teams: [mill], account: true, everyone: false });
    expect(smallDesk().members.toAsk(ada)).toEqual({ teams: [], account: false, everyone: false });
  });

  test.each([
    ['Mia.Winter@Customer.example', 'mia.winter@customer.example'],
    ['mia_customer.example#EXT#@desk.onmicrosoft.example', 'mia@customer.example'],
    ['mia_w_customer.example#ext#@desk.onmicrosoft.example', 'mia_w@customer.example'],
  ])('known by one spelling of %s', (upn, account) => {
    expect(accountOf(upn)).toBe(account);
    expect(accountOf(accountOf(upn))).toBe(account);
  });
});

describe('a mistake of the desk file', () => {
  const MIA = 'id: 00000000-0000-4000-8000-00000000000c';
  test.each<[what: string, from: string, to: string, path: string, remedy: RegExp]>([
    ['nobody may report', 'members: [mia]', 'members: []', 'projects.0.members', /at least one person.*membersFrom/],
    ['a person by nothing', `${MIA}, `, '', 'people.mia.id', /or upn for somebody who only reports/],
    ['an account that is none', MIA, 'upn: mia', 'people.mia.upn', /user principal name.*guest/],
    ['id and account', MIA, `${MIA}, upn: mia@x.example`, 'people.mia.upn', /take upn out/],
    [
      'an engineer by an account',
      'ada: { id: 00000000-0000-4000-8000-00000000000a',
      'ada: { upn: ada@x.example',
      'engineers.0',
      /object id/,
    ],
    ['the group of a team', 'members: [mia]', 'membersFrom: { team: 0000-4000 }', 'projects.0.membersFrom.team', /19:.*groupId/],
    ['an unknown product', 'kind: sandbox', 'kind: sandbox, products: [crm]', 'projects.0.environments.1.products.0', /no product 'crm'/],
    ['no product at all', 'kind: sandbox', 'kind: sandbox, products: []', 'projects.0.environments.1.products', /leave this out/],
    [
      'a manager who is none',
      'kind: sandbox',
      'kind: sandbox, managedBy: me',
      'projects.0.environments.1.managedBy',
      /microsoft, customer/,
    ],
    [
      'a time zone that is none',
      'number: "+45 70 10 20 30"',
      'number: "1", timeZones: [EMEA]',
      'desk.phones.0.timeZones.0',
      /IANA.*Europe/,
    ],
  ])('%s', (_what, from, to, path, remedy) => {
    const result = readDeskFile(SMALL_DESK.replace(from, to));
    expect('problems' in result ? result.problems.map((one) => `${one.path} ${one.message}`).join('\n') : '').toMatch(
      new RegExp(`${path.replaceAll('.', '\\.')} .*${remedy.source}`, 'i'),
    );
  });
});

describe('the phone numbers', () => {
  const phone = (region: string, ...timeZones: string[]) => ({ region, number: '+1 206 555 0100', timeZones });
  const phones = [phone('World'), phone('Americas', 'America'), phone('Brazil', 'America/Sao_Paulo'), phone('Europe', 'Europe')];
  const order = (zone: string) => phonesFor(phones, zone).map(({ region }) => region);

  test.each([
    ['Europe/Paris', ['Europe', 'World', 'Americas', 'Brazil']],
    ['America/Sao_Paulo', ['Brazil', 'Americas', 'World', 'Europe']],
    ['America/New_York', ['Americas', 'World', 'Brazil', 'Europe']],
    ['Asia/Tokyo', ['World', 'Americas', 'Brazil', 'Europe']],
    ['', ['World', 'Americas', 'Brazil', 'Europe']],
  ])('of %s come first, and none is left out', (zone, regions) => {
    expect(order(zone)).toEqual(regions);
  });

  test('are of nobody’s region where nothing says so', () => {
    expect(phonesOfZone(phones, 'Asia/Tokyo')).toEqual([]);
    expect(phonesOfZone(phones, '')).toEqual([]);
  });
});
