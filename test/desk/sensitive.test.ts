/** What may be secret in a text: found, not found in ordinary sentences, and gone when it is taken out. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { findSensitive, type Known, SENSITIVE_KINDS, type Sensitive, takeOut } from '../../src/desk/sensitive.ts';

const KNOWN: Known = {
  names: ['Priya Nair', 'Tomás Herrera', 'Jean-Luc O’Neil', 'Al Bo'],
  tickets: ['4711', '#88'],
  phones: [{ number: '+45 70 10 20 30' }, { number: '+1 206 555 0100' }],
};
/** In parts, so that nobody takes the examples for secrets of this repository. */
const BEGIN = '-----BEGIN'.concat(' ');
const PEM = `${BEGIN}RSA PRIVATE KEY-----\nabc\n-----END RSA PRIVATE KEY-----`;
const ACCOUNT = 'Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4MTIz4567==';
const AWS = `AKIA${'IOSFODNN7EXAMPLE'}`;
const GITHUB = `ghp_${'16C7e42F292c6912E7710c838347Ae178B4a'}`;
const SLACK = `xoxb-${'123456789012-abcdefghij'}`;
const OPENAI = `sk-${'proj-4fGh7Jk9Lm2Np5Qr'}`;
const DATABASE = `postgres:${'//app:s3cret@db01.corp/erp'}`;
const find = (text: string) => findSensitive(text, KNOWN).map((one) => `${one.kind}: ${one.text}`);

test.each<[string, ...string[]]>([
  // Wide letters and signs, and spaces that part no line
  ['パスワード password：hunter2x9', 'key: hunter2x9'],
  ['ｐａｓｓｗｏｒｄ＝ｈｕｎｔｅｒ２', 'key: ｈｕｎｔｅｒ２'],
  ['call +45\u202F20\u202F30\u202F40\u202F50 now', 'phone: +45\u202F20\u202F30\u202F40\u202F50'],
  ['maya＠example.com', 'email: maya＠example.com'],
  ['müller@contoso.example', 'email: müller@contoso.example'],
  // Passwords as people write them down
  ['The password is: Hunter2x!', 'key: Hunter2x!'],
  ['Password={pa;ss12};Database=erp', 'key: pa;ss12'],
  ['Password=p@ss;w0rd!;Server=x', 'key: p@ss;w0rd!'],
  ['pwd hunter2, then retry', 'key: hunter2'],
  ['Adgangskode: sommer2026 og mot de passe : ete2026', 'key: sommer2026', 'key: ete2026'],
  ['ssh root:pa55 or admin / s3cret!', 'key: pa55', 'key: s3cret!'],
  // Names
  ['Priya restarted it, as Priya Nair said', 'name: Priya', 'name: Priya Nair'],
  ['ask Tomas, TOMÁS or Jean-Luc', 'name: Tomas', 'name: TOMÁS', 'name: Jean-Luc'],
  ["It was Priya's fix, and Herrera’s", 'name: Priya', 'name: Herrera'],
  // Machines, shares and hosts
  ['SQLPROD01 is full', 'host: SQLPROD01'],
  ['SQL-PROD-01 and srv07, then vm-app-2.', 'host: SQL-PROD-01', 'host: srv07', 'host: vm-app-2'],
  ['\\\\fs01\\share$\\x is full', 'host: \\\\fs01\\share$\\x'],
  [
    'sql.contoso.local, db.corp and contoso.operations.dynamics.com',
    'host: sql.contoso.local',
    'host: db.corp',
    'host: contoso.operations.dynamics.com',
  ],
  // Addresses
  ['10.1.2.3:1433 does not answer', 'address: 10.1.2.3:1433'],
  ['server 10.0.4.17 is down', 'address: 10.0.4.17'],
  ['ping 192.168.1.0/24.', 'address: 192.168.1.0/24'],
  ['2001:db8::1 and fe80:0:0:0:1:2:3:4', 'address: 2001:db8::1', 'address: fe80:0:0:0:1:2:3:4'],
  // Links and mail
  ['see https://x.example/a?b=1, or x.example.com/a', 'link: https://x.example/a?b=1', 'link: x.example.com/a'],
  ['write to priya@contoso.com', 'email: priya@contoso.com'],
  // Numbers that are called
  ['call +45 70 10 20 30 or 70 10 20 30', 'phone: +45 70 10 20 30', 'phone: 70 10 20 30'],
  ['7010 20 30 rings', 'phone: 7010 20 30'],
  ['tel. 20304050, (425) 555-0100', 'phone: 20304050', 'phone: (425) 555-0100'],
  ['004570102030 / +1 555 0100 123', 'phone: 004570102030', 'phone: +1 555 0100 123'],
  // Tickets
  ['INC0012345, OPS-123, 4711 and 2611300040001234', 'ticket: INC0012345', 'ticket: OPS-123', 'ticket: 4711', 'ticket: 2611300040001234'],
  // Keys and passwords
  ['password=hunter2;User=sa', 'key: hunter2'],
  ['Password: swordfish', 'key: swordfish'],
  ['the password is Xk12zz!', 'key: Xk12zz!'],
  ['{"client_secret": "abc~123"}', 'key: abc~123'],
  [`AccountKey=${ACCOUNT};EndpointSuffix=core.windows.net`, `key: ${ACCOUNT}`, 'host: core.windows.net'],
  ['Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc_def', 'key: eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc_def'],
  [AWS, `key: ${AWS}`],
  [GITHUB, `key: ${GITHUB}`],
  [SLACK, `key: ${SLACK}`],
  [OPENAI, `key: ${OPENAI}`],
  ['d41d8cd98f00b204e9800998ecf8427e', 'key: d41d8cd98f00b204e9800998ecf8427e'],
  [PEM, `key: ${PEM}`],
  [`${BEGIN}PRIVATE KEY-----\nabc`, `key: ${BEGIN}PRIVATE KEY-----\nabc`],
  // What holds a key is one, with all that is around it.
  ['https://u:p@h.example/x', 'key: https://u:p@h.example/x'],
  [DATABASE, `key: ${DATABASE}`],
  ['https://x.blob.core.windows.net/c?sv=1&sig=abc%2Bdef', 'key: https://x.blob.core.windows.net/c?sv=1&sig=abc%2Bdef'],
])('finds in %j', (text, ...found) => expect(find(text)).toEqual(found));

test.each([
  'Update 10.0.18.2 broke posting',
  'We upgraded from 10.0.17.1 to 10.0.18.2, build 10.0.1777.62',
  'We run 10.0.18.2 since Friday; 10.0.45 is fine',
  'Fixed in release 7.3.2.1 and v8.1.2.3',
  'At 10:30, from 10:30:15 to 11:45, on 2026-11-30 and 30.11.2026',
  'OUT-1042 is like DRILL-3 and REQ-7; D365, DB2, SQL2019, Windows Server 2022',
  'UTF-8, SHA-256, COVID-19, Q4-2026, ISO-8601',
  '20304050 rows, 20 500 000 ms, 1,234,567 records, 3.5 GB, step 1-2-3, 70-80-90 percent',
  'batch jobs 5637144576 and 5637144577',
  'The password is wrong, and the token is expired. Secret weapons: none',
  'basic authentication failed, sk-learn-based-approach works',
  'see README.md, backup.sh and ASP.NET. It is done.It works',
  'std::vector, a::b and 10:30::',
  'correlation 3f2504e0-4f89-11d3-9a0c-0305e82c3301',
  '/Packages/Retail/SDK10/BuildTools/Microsoft.Dynamics/Output',
  'PurchaseAgreementHeaderDefaultDimensionView is locked',
  'al, bo and priyanka; a Nairobi office; it is no namesake',
  'db-failover and app-gateway work',
])('finds nothing in %j', (text) => expect(find(text)).toEqual([]));

describe('what is taken out', () => {
  const say = (kind: string) => kind.toUpperCase();
  const out = (text: string, ...taken: readonly Sensitive[]) => takeOut(text, taken, say);

  it('goes wherever it stands, as a word of its own', () => {
    expect(out('Ann, (Ann) and Annual', { kind: 'name', text: 'Ann' })).toBe('[NAME], ([NAME]) and Annual');
    expect(out('a+b a+b', { kind: 'host', text: 'a+b' })).toBe('[HOST] [HOST]');
    expect(out('x', { kind: 'key', text: '' })).toBe('x');
  });

  it('that is a long key goes within a longer word too', () => {
    expect(out('my_hunter2-X!', { kind: 'key', text: 'hunter2-X' })).toBe('my_[KEY]!');
  });

  it('is an address with the name in it, before the name', () => {
    const taken = [
      { kind: 'name', text: 'Priya' },
      { kind: 'email', text: 'Priya@x.com' },
    ] as const;
    expect(out('Priya: Priya@x.com', ...taken)).toBe('[NAME]: [EMAIL]');
  });

  const piece = fc.oneof(
    fc.constantFrom(
      'Priya ',
      'Tomás',
      'password=',
      'hunter2',
      ' +45 70 10 20 30',
      'SQL-PROD-01',
      '10.1.2.3',
      'a@b.com',
      'https://',
      'x.com/',
      '?sig=',
    ),
    fc.constantFrom('INC0012345', 'eyJhbGciOiJIUzI1NiJ9.e30.x', AWS, '"', ': ', ', ', '\n', ' ', '.', '[', ']', '$&', '\\', '%'),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  );
  const texts = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

  it('is not in the result, whatever the text, and the rest of it is', () => {
    fc.assert(
      fc.property(texts, fc.infiniteStream(fc.boolean()), (text, coins) => {
        const found = findSensitive(text, KNOWN);
        const taken = found.filter(() => coins.next().value);
        // In other letters than any text here, so that no word of ours looks like one of theirs.
        const result = takeOut(text, taken, () => '\u2588');
        const again = findSensitive(result, KNOWN).map((one) => one.text);
        for (const one of taken) expect(again).not.toContain(one.text);
        for (const { text: key } of taken.filter((one) => one.kind === 'key' && one.text.length >= 8)) expect(result).not.toContain(key);
        if (taken.length === 0) expect(result).toBe(text);
      }),
    );
  });

  it('are parts of the text, in its order, that do not overlap', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let end = 0;
        for (const { kind, text: found, index } of findSensitive(text, KNOWN)) {
          expect(SENSITIVE_KINDS).toContain(kind);
          expect(index).toBeGreaterThanOrEqual(end);
          expect(text.slice(index, index + found.length)).toBe(found);
          expect(found).not.toBe('');
          end = index + found.length;
        }
      }),
    );
  });
});

/** A pattern that goes back and forth would take minutes for these. */
test.each(
  ['a.', 'a@', 'http://', '(', 'eyJ', 'eyJ-', 'sk-', `${BEGIN}PRIVATE KEY-----`, BEGIN, 'password', 'password="', 'bearer '].concat([
    'a://b:',
    'A-1',
    '::',
    'a:',
    '\\\\',
    '\\',
    'Priya ',
    'Priya-',
    'INC1',
    '10.0.1.1 version ',
    'from to ',
    '1-',
    'aA1',
    '\n',
    '[',
    'é',
  ]),
)('100 KB of %j are read within the time of a test', (part) => {
  const text = part.repeat(100_000 / part.length);
  expect(takeOut(text, findSensitive(text, { ...KNOWN, phones: [] }).slice(0, 25), () => 'x').length).toBeGreaterThan(0);
});
