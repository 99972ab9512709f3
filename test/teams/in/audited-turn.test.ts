/** Every denial is audited: searches the code for denials of which only the text is used, so that the reason is lost. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { lineOf, type Node, parse, places, propertyOf } from '../../architecture/syntax.ts';
import { anActivity, read } from '../../support/teams/activity.ts';

const root = path.join(import.meta.dirname, '../../..');

/** Places that may use the text alone, each with its reason. */
const ALLOWED: Readonly<Record<string, string>> = {
  'src/teams/out/answers.ts: unreadable': 'an activity without a readable sender has no person to audit',
};

/** What holds the denials in `words`, and how it is called once it was taken out of them. */
const NAMES = new Set(['refusals', 'refused']);

/** `words.refusals.x.text`, `words.refusals.x(...).text`: the reason is lost. */
function takenApart(file: string, text: string): string[] {
  return [...places(parse(file, text))].flatMap(({ node }) => {
    if (propertyOf(node) !== 'text') return [];
    const object = node.object as Node;
    const callee = object.type === 'CallExpression' ? (object.callee as Node) : object;
    const holder = callee.type === 'MemberExpression' ? (callee.object as Node) : null;
    const isRefusal = holder && NAMES.has(propertyOf(holder) ?? String(holder.name));
    return isRefusal && !ALLOWED[`${file}: ${propertyOf(callee)}`] ? [`${file}:${lineOf(text, node)}`] : [];
  });
}

describe('a denial', () => {
  it('is answered whole, so that its reason is audited', () => {
    const files = ['commands', 'teams'].flatMap((room) =>
      readdirSync(path.join(root, 'src', room), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => `src/${room}/${file}`),
    );
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap((file) => takenApart(file, readFileSync(path.join(root, file), 'utf8')))).toEqual([]);
  });

  it.each([
    'sentence(words.refusals.oldCard.text)',
    'sentence(refused.tooLate(name, when).text)',
    'line(caller.words.refusals.noThread.text, x)',
  ])('would be seen in %s', (code) => {
    expect(takenApart('src/commands/x.ts', code)).toHaveLength(1);
  });
});

describe('the client', () => {
  it.each([
    [
      'what Teams sends',
      [{ locale: 'en-US', country: 'US', platform: 'Windows', timezone: 'America/Los_Angeles', type: 'clientInfo' }],
      'Windows',
    ],
    ['another spelling', [{ type: 'clientInfo', platform: 'ios' }], 'iOS'],
    ['one that is new', [{ type: 'clientInfo', platform: 'Watch' }], 'other'],
    ['one that is an attack', [{ type: 'clientInfo', platform: '<at>x</at>'.repeat(9_999) }], 'other'],
    ['one of the prototype', [{ type: 'clientInfo', platform: '__proto__' }], 'other'],
    ['without a platform', [{ type: 'clientInfo', locale: 'en-US' }], null],
    ['with a platform that is none', [{ type: 'clientInfo', platform: { a: 1 } }], null],
    ['somebody else between', [null, 7, { type: 'mention', platform: 'Web' }], null],
    ['nothing', undefined, null],
    ['no list', 'Windows', null],
  ])('of %s', (_what, entities, platform) => {
    const incoming = read(anActivity({ text: 'help', entities }));
    expect(incoming.kind === 'text' && incoming.sender.platform).toBe(platform);
  });
});
