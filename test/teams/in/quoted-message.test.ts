/** A message that is reported: its HTML as text, its link or none, whatever comes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REPORT_MESSAGE } from '../../../src/commands/report/report-from-message.ts';
import { LONGEST_LINK, messageLink } from '../../../src/report/message-link.ts';
import { readHtml } from '../../../src/teams/in/text/html.ts';
import { quotedOf } from '../../../src/teams/in/text/quoted-message.ts';
import { anActivity, read } from '../../support/teams/activity.ts';

const textOf = (html: string): string => readHtml(html).text;

describe('HTML as text', () => {
  it.each<[string, string, string]>([
    ['paragraphs and breaks are lines', '<p>one</p><p>two<br>three</p>', 'one\ntwo\nthree'],
    ['spaces and line ends of the source are one space', '<p>one \n\t two</p>', 'one two'],
    ['a log keeps its lines', '<pre>one\n  two\n</pre>', 'one\ntwo'],
    ['a table has a line for each row', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
    ['entities are letters', '<p>a &lt;b&gt; &amp;amp; &#x41;</p>', 'a <b> &amp; A'],
    ['a face is what it says', '<p>help <img alt="😀" src="https://evil.example/x.png"></p>', 'help 😀'],
    ['scripts and styles say nothing', '<style>p{}</style><p>a<script>alert("x")</script>b</p>', 'ab'],
    ['what is hidden in a script is not shown as what follows', '<p>a</p><script><p>b</p>', 'a'],
    ['handlers and addresses are not text', '<a href="javascript:alert(1)" onclick="x()">here</a>', 'here'],
    [
      'C18: a link has its address',
      'see <a href="https://x.example/a?b=1&amp;c=2">the log</a>.',
      'see the log (https://x.example/a?b=1&c=2).',
    ],
    ['C18: an address that is its own label stands once', '<a href="https://x.example/">x.example</a>', 'x.example'],
    ['broken HTML is read as far as it goes', '<p>a<b>b<p>c</p', 'ab\nc'],
    ['tags within tags make none', '<<script>script>alert(1)</script>b', '<b'],
    ['no text', '<attachment id="1"></attachment><p>&nbsp;</p>', ''],
  ])('%s', (_what, html, text) => {
    expect(textOf(html)).toBe(text);
  });

  it('of 40,000 open tags is read within the time of a test', () => {
    expect(textOf(`${'<div>'.repeat(40_000)}x`)).toBe('x');
  });

  it('that is nothing but tags is read within the time of a test, and what follows them too', () => {
    for (const [open, close] of [
      ['<b>', '</p>'],
      ['<b>', '</i>'],
      ['<svg>', '</math>'],
      ['<b>', '<li>'],
      ['<b>', '<tr>'],
    ] as const)
      for (let times = 0; times < 3; times++)
        expect(textOf(`${open.repeat(100_000 / open.length)}${close.repeat(99_000 / close.length)}<p>end</p>`)).toMatch(/end$/);
  });
});

describe('the link', () => {
  const link = 'https://teams.microsoft.com/l/message/19:x@thread.tacv2/1?groupId=g';
  it.each([link, 'https://teams.cloud.microsoft/l/message/19:x@thread.v2/1', 'https://gov.teams.microsoft.us/l/message/19:x/1'])(
    'of a message in Teams is taken: %s',
    (one) => expect(messageLink(one)).toBe(one),
  );
  it.each([
    '',
    'no address',
    link.replace('https', 'http'),
    link.replace('teams.microsoft.com', 'teams.microsoft.com.evil.example'),
    link.replace('teams.microsoft.com', 'evil.example'),
    link.replace('teams.', 'me@teams.'),
    link.replace('.com/', '.com:444/'),
    link.replace('/l/message/', '/l/app/'),
    'javascript:alert(1)//https://teams.microsoft.com/l/message/',
    `${link}${'x'.repeat(LONGEST_LINK)}`,
  ])('that is another is none: %s', (one) => expect(messageLink(one)).toBe(''));

  it('has nothing in it that a template or a client would run', () => {
    expect(messageLink(`${link}&x=\${1+1}{{DATE(2020-01-01T00:00:00Z)}}<b>"'`)).not.toMatch(/[{}$<>"']/);
  });
});

function readQuoted(value: unknown) {
  const chosen = typeof value === 'object' && value !== null ? { ...value, commandId: REPORT_MESSAGE } : value;
  const incoming = read(anActivity({ type: 'invoke', name: 'composeExtension/fetchTask', value: chosen }));
  return incoming.kind === 'message-action' && incoming.message ? quotedOf(incoming.message) : null;
}

it('whatever comes is a message or none, never an error', () => {
  const anything = fc.oneof(fc.anything(), fc.string({ unit: 'binary', maxLength: 300 }));
  const payload = fc.record(
    {
      id: anything,
      subject: anything,
      createdDateTime: anything,
      linkToMessage: anything,
      from: anything,
      body: fc.oneof(anything, fc.record({ contentType: anything, content: anything })),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(anything, fc.record({ messagePayload: fc.oneof(anything, payload) })), (value) => {
      const quoted = readQuoted(value);
      if (quoted === null) return;
      expect(quoted.at === null || Number.isFinite(quoted.at)).toBe(true);
      expect(quoted.link).toBe('');
      expect(quoted.text.length).toBeLessThanOrEqual(20_000);
    }),
    { numRuns: 2_000 },
  );
});
