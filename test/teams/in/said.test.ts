/** What somebody says to the bot, in all the shapes in which Teams and its clients write it. */
import { describe, expect, it } from 'vitest';
import { anActivity, read, TENANT } from '../../support/teams/activity.ts';

const inChannel = { conversation: { id: '19:c@thread.tacv2;messageid=1', conversationType: 'channel', tenantId: TENANT } };
const bot = { type: 'mention', mentioned: { id: '28:bot', name: 'Outage Desk' }, text: '<at>Outage Desk</at>' };
const tomas = { type: 'mention', mentioned: { id: '29:tomas', name: 'Tomás Herrera' }, text: '<at>Tomás Herrera</at>' };
const named = (name: string | undefined, text?: string | null) => ({ type: 'mention', mentioned: { id: '28:bot', name }, text });
const html = (content: unknown) => ({ attachments: [{ contentType: 'text/html', content }] });
const MENTION = '<span itemscope itemtype="http://schema.skype.com/Mention" itemid="0">Outage Desk</span>';

const saidIn = (more: object) => {
  const incoming = read(anActivity({ ...inChannel, ...more }));
  return incoming.kind === 'text' ? incoming.text : incoming.kind;
};

it.each<[string, unknown, string]>([
  ['without text', [{ ...bot, text: undefined }], '<at>Outage Desk</at> ack'],
  ['with null as its text', [{ ...bot, text: null }], '<at>Outage Desk</at> ack'],
  ['without text and name', [{ type: 'mention', mentioned: { id: '28:bot' } }], '<at>Outage Desk</at> ack'],
  ['without text, where the text has no tag', [named('Outage Desk')], '@Outage Desk ack'],
  ['without text, where the text has the name alone', [named('Outage Desk')], 'Outage Desk: ack'],
  ['without text, behind what is said', [named('Outage Desk')], 'ack @Outage Desk'],
  ['whose text is another', [named('Outage Desk', '<at>The desk</at>')], '<at>Outage Desk</at> ack'],
  ['whose name has an ampersand', [named('Ops & Co', '<at>Ops & Co</at>')], '<at>Ops &amp; Co</at> ack'],
  ['whose name is escaped in both', [named('Ops & Co', '<at>Ops &amp; Co</at>')], '<at>Ops &amp; Co</at> ack'],
  ['whose name has quotation marks', [named('"Ops" O’Neil\'s', null)], '<at>&quot;Ops&quot; O’Neil&#39;s</at> ack'],
  ['whose name has angle brackets', [named('Ops <EU>', null)], '<at>Ops &lt;EU&gt;</at> ack'],
])('A7: a mention %s is one of the bot, and is no part of what is said', (_what, entities, text) => {
  expect(saidIn({ text, entities })).toBe('ack');
});

describe('A8: a message without text', () => {
  it.each<[string, object, string]>([
    ['says what its HTML says', html('<p>ack</p>'), 'ack'],
    ['may have an empty text', { text: '', ...html('<p>ack</p>') }, 'ack'],
    ['may have null as its text', { text: null, ...html('<p>ack</p>') }, 'ack'],
    ['has lines', html('<p>update one</p><p>two &lt;three&gt; &amp;lt;</p>'), 'update one\ntwo <three> &lt;'],
    ['leaves out the mention of the bot', { ...html(`<p>${MENTION}&nbsp;ack</p>`), entities: [bot] }, 'ack'],
    ['leaves it out as a tag too', { ...html('<p><at id="0">Outage Desk</at>&nbsp;ack</p>'), entities: [bot] }, 'ack'],
    ['names who else is mentioned', { ...html('<p>add <at id="1">Tomás</at></p>'), entities: [bot, tomas] }, 'add Tomás'],
    ['leaves out what it answers', html('<blockquote itemtype="http://schema.skype.com/Reply"><p>old</p></blockquote><p>ack</p>'), 'ack'],
    ['has its emoji', html('<p>update fixed <img itemtype="http://schema.skype.com/Emoji" alt="🎉"></p>'), 'update fixed 🎉'],
    ['has addresses', html('<p>note <a href="https://wiki.example/a?b=1">runbook</a>.</p>'), 'note runbook (https://wiki.example/a?b=1).'],
    ['may have HTML that is none', html(7), ''],
  ])('%s', (_what, more, text) => {
    expect(saidIn({ entities: [bot], ...more })).toBe(text);
  });
});

it.each<[string, string, string]>([
  ['before the command', '<quoted messageId="17"/> ack', 'ack'],
  ['before the mention', '<quoted messageId="17"/> <at>Outage Desk</at> ack', 'ack'],
  ['after the mention', '<at>Outage Desk</at> <quoted messageId="17"/>ack', 'ack'],
  ['of two messages', '<quoted messageId="17"/><quoted messageId="18"/>\nupdate one', 'update one'],
  ['with its words', '<quoted messageId="17">Reported</quoted> ack', 'ack'],
  ['with an open tag', '<quoted messageId="17"> ack', 'ack'],
])('C16: what is answered, %s, is no part of what is said', (_where, text, said) => {
  expect(saidIn({ text, entities: [bot] })).toBe(said);
});

it.each<[string, string, string]>([
  ['names somebody', 'update <at>Tomás Herrera</at> restarts the server', 'update Tomás Herrera restarts the server'],
  ['names somebody by a part of the name', 'update <at>Tomás</at>, and others', 'update Tomás, and others'],
  ['names somebody by a number', '<at id="0">Outage Desk</at> update <at id="1">Tomás</at> restarts it', 'update Tomás restarts it'],
  ['names a team', '<at>Outage Desk</at> update <at>ERP &amp; Friends</at> knows', 'update ERP & Friends knows'],
  ['names the bot twice', '<at>Outage Desk</at> update <at>Outage Desk</at> it is back', 'update it is back'],
  ['names the bot at the end', 'ack <at>Outage Desk</at>.', 'ack'],
  ['names the bot twice by its number', '<at id="0">Outage Desk</at> ack <at id="0">Outage Desk</at>', 'ack'],
  ['has a comma after the bot', '<at>Outage Desk</at>, ack', 'ack'],
  ['has spaces of Teams', '<at>Outage Desk</at>\u00a0\u00a0update\u00a0it is back', 'update\u00a0it is back'],
  ['is typed with signs of HTML', '<at>Outage Desk</at> update 3 < 4 &amp; 5', 'update 3 < 4 &amp; 5'],
  ['is escaped as a whole', '<at>Outage Desk</at>&nbsp;update 3 &lt; 4 &amp; 5', 'update 3 < 4 & 5'],
])('C17: what %s reads as it was meant', (_what, text, said) => {
  expect(saidIn({ text, entities: [bot, tomas] })).toBe(said);
});

it('C17: another bot of the same name is not taken for this one', () => {
  const other = { type: 'mention', mentioned: { id: '28:other', name: 'Outage Desk' }, text: '<at>Outage Desk</at>' };
  expect(saidIn({ text: '<at>Outage Desk</at> <at>Outage Desk</at> ack', entities: [other, bot] })).toBe('Outage Desk ack');
  expect(saidIn({ text: '<at>Outage Desk</at> ack', entities: [other] })).toBe('overheard');
});

it.each<[string, string, string, string]>([
  [
    'follows its label',
    'see the runbook now',
    '<p>see the <a href="https://x.example/r">runbook</a> now</p>',
    'see the runbook (https://x.example/r) now',
  ],
  [
    'is no second time there',
    'see https://x.example/r',
    '<a href="https://x.example/r">https://x.example/r</a>',
    'see https://x.example/r',
  ],
  ['is there as people write it', 'see x.example', '<a href="http://x.example/">x.example</a>', 'see x.example'],
  ['is of the web', 'see this', '<a href="javascript:alert(1)">this</a>', 'see this'],
  ['is no file of a computer', 'see this', '<a href="file:///etc/passwd">this</a>', 'see this'],
  ['is no mailbox', 'ask a@x.example', '<a href="mailto:a@x.example">a@x.example</a>', 'ask a@x.example'],
  ['hides no password', 'see this', '<a href="https://me:pw@x.example/r">this</a>', 'see this (https://x.example/r)'],
  [
    'comes after its own label, in order',
    'one and two',
    '<a href="https://x.example/1">one</a> and <a href="https://x.example/2">two</a>',
    'one (https://x.example/1) and two (https://x.example/2)',
  ],
  [
    'stands at the end when its label is not in the text',
    'see',
    '<a href="https://x.example/r">runbook</a>',
    'see\nrunbook (https://x.example/r)',
  ],
])('C18: the address of a link %s', (_how, text, content, said) => {
  expect(saidIn({ text: `<at>Outage Desk</at> ${text}`, entities: [bot], ...html(content) })).toBe(said);
});

it.each<[string, object, boolean]>([
  ['a picture', { attachments: [{ contentType: 'image/png', contentUrl: 'https://x.example/1' }] }, true],
  ['a pasted picture', html('<p>ack <img itemtype="http://schema.skype.com/AMSImage" alt="image" src="https://x.example/1"></p>'), true],
  ['a file', { attachments: [{ contentType: 'application/vnd.microsoft.teams.file.download.info', name: 'log.txt' }] }, true],
  ['a file of SharePoint', { attachments: [{ contentType: 'reference', contentUrl: 'https://x.example/1' }] }, true],
  ['code', { attachments: [{ contentType: 'application/vnd.microsoft.card.codesnippet' }] }, true],
  ['its own HTML', html('<p>ack <img itemtype="http://schema.skype.com/Emoji" alt="🎉"> <img alt="🎉"></p>'), false],
  ['what it answers', { attachments: [{ contentType: 'messageReference', content: '{}' }] }, false],
  ['the preview of a link', { attachments: [{ contentType: 'application/vnd.microsoft.card.hero' }] }, false],
  ['nothing readable', { attachments: [null, 7, {}] }, false],
])('C19: a message with %s is known to have files or none', (_what, more, withFiles) => {
  expect(read(anActivity({ text: 'ack', ...more }))).toMatchObject({ kind: 'text', text: 'ack', withFiles });
});

it('a message of nothing but marks is read within the time of a test', () => {
  for (const part of ['<at', '<at>', '<quoted>', '<at>x</at>', '&amp;', ' ', '<a href="https://x.example/">y</a>'])
    for (const more of [{ text: part.repeat(20_000) }, html(part.repeat(20_000))])
      expect(saidIn({ entities: [bot], ...more })).toBeTypeOf('string');
});

it.each<[string, object, string]>([
  [
    'as newer clients name it',
    { entities: [bot, { type: 'quotedReply', quotedReply: { preview: 'Disk full', messageId: '7' } }] },
    'Disk full',
  ],
  ['without its text', { entities: [bot, { type: 'quotedReply', quotedReply: { messageId: '7' } }] }, ''],
  ['in another shape', { entities: [bot, { type: 'quotedReply', quotedReply: 7 }] }, ''],
  ['in its HTML', html('<blockquote><p itemprop="preview">Disk &amp; <b>log</b> full</p></blockquote><p>publish</p>'), 'Disk & log full'],
  ['as a copy', html('<blockquote><p itemprop="copy">Disk full</p></blockquote>'), 'Disk full'],
  ['that does not end', html(`<p itemprop="preview">${'<b>x'.repeat(3)}`), 'xxx'],
  ['that is none', html('<p>publish</p>'), ''],
])('the message that is answered is known %s', (_what, more, quoted) => {
  const incoming = read(anActivity({ ...inChannel, text: '<at>Outage Desk</at> publish', entities: [bot], ...more }));
  expect(incoming).toMatchObject({ kind: 'text', text: 'publish', quoted });
});
