/**
 * The golden files: what each kind of card says to each audience in each state, as an outline. They are reviewed as a diff: a
 * change of a word or of a button is seen in all the places where people read it.
 */
import type { Language } from '../../../src/outage/follow/language.ts';
import { WORDS, type Words } from '../../../src/words/words.ts';
import { CALM } from '../outage/stories.ts';
import { sampleCardsIn } from './cards.ts';
import { outline } from './outline.ts';
import type { SampleCard } from './sample-card.ts';

export const GOLDEN_FOLDER = 'test/cards/golden';

/** The states of an outage, the plainest first: one whose card says the same as one before it has no file. */
const STATES: readonly string[] = [
  'reported',
  'reported, not sure since when',
  'reminded',
  'breached',
  'paged',
  'late at the desk',
  'acknowledged',
  'acknowledged late',
  'taken by a reaction, and back',
  'taken by somebody who was not on call',
  'planned',
  'updated',
  'without its update',
  'offered',
  'handed over',
  'released',
  'joined by many',
  'like many others',
  'corrected',
  'transferred',
  'objected',
  'withdrawn',
  'merged',
  'with another in it, and without it again',
  'resolved',
  'reopened',
  'closed',
  'requested',
  'requested without a plan',
  'requested and answered',
  'requested and withdrawn',
  'requested, then an outage',
  'put back',
  'without a place',
  'drilled without a mention',
  'drilled with mentions',
  'said to be down and better by those affected',
  'resolved, and works again for some',
];
/** Where one card an outage would be much of the same. */
const FEW_STATES = ['reported', 'acknowledged', 'handed over', 'resolved', 'reopened', 'transferred', 'requested', 'joined by one'];

const VARIANTS =
  /^(origin in a channel|desk with a hint|elsewhere with a hint): |^alarm: .*(lasts|untold)$|where choices hold nonsense$|^offer to join: one, version|^catch up: (?!nothing|never|joined by one|updated,)/;

/** The file of a card, without its ending; null for one that is a variant of another. */
function fileOf({ name, by }: SampleCard): string | null {
  const news = /^news to (\w+)\S*, from a (\w+): ([\w-]+) of /.exec(name);
  const [, audience = ''] = /^news to follower:(executive),/.exec(name) ?? [];
  if (news && audience) return `news/${news[3]}/follower-${audience}`;
  if (news) return `news/${news[3]}/${news[1]}${news[2] === 'personal' ? '' : '-in-a-room'}`;
  const settled = /^settled at (\w+)\S*: ([\w-]+) of /.exec(name);
  if (settled) return `news/${settled[2]}/${settled[1]}-settled`;
  const [, kind = '', state = ''] =
    /^(desk|follower(?:, \w+)?|origin in a personal|origin in a groupChat|timeline|list): (?:one, )?(.*)$/.exec(name) ?? [];
  if (kind === 'timeline' || (kind === 'list' && name.startsWith('list: one')))
    return FEW_STATES.includes(state) || state === 'long' ? `${kind}/${slug(state)}` : null;
  if (kind === 'list') return `list/${slug(state)}`;
  if (kind !== '')
    return STATES.includes(state)
      ? `${kind.replace('origin in a personal', 'origin/alone').replace('origin in a groupChat', 'origin/in-a-room').replace(', ', '/')}/${slug(state)}`
      : null;
  if (VARIANTS.test(name)) return null;
  return `${slug(by.replace(/(Card|Form)$/, ''))}/${slug(name)}`;
}

const slug = (text: string): string =>
  text
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);

/** Of samples of one name, the first ones: what differs more is in a test of its own. */
const MOST_OF_A_NAME = 2;

/**
 * Each file of the folder with what belongs into it, with people and texts as they usually are. Each English card has a file; in other
 * languages all cards of a kind are in one, for those who read them from end to end.
 */
export function goldenFiles(languages: readonly Language[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const language of languages) {
    for (const [file, { text }] of goldenCards(WORDS[language])) {
      if (language === 'en') files.set(`${file}.txt`, text);
      else {
        const together = `${language}/${file.split('/', 1)[0]}.txt`;
        files.set(together, `${files.get(together) ?? ''}== ${file}\n${text}\n`);
      }
    }
  }
  return files;
}

/** The card of each file, by its name without the ending, and its outline. */
export function goldenCards(words: Words): ReadonlyMap<string, { readonly sample: SampleCard; readonly text: string }> {
  const files = new Map<string, { sample: SampleCard; text: string }>();
  const texts = new Set<string>();
  const named = new Map<string, number>();
  const place = ({ name }: SampleCard) => STATES.indexOf(name.slice(name.indexOf(': ') + 2));
  for (const sample of sampleCardsIn(words, CALM).toSorted((one, other) => place(one) - place(other))) {
    const file = fileOf(sample);
    if (file === null) continue;
    const nth = (named.get(file) ?? 0) + 1;
    // The news of one event to one audience is the same but for who and when.
    if (nth > (file.startsWith('news/') ? 1 : MOST_OF_A_NAME)) continue;
    const text = outline(sample.card);
    if (texts.has(text)) continue;
    texts.add(text);
    named.set(file, nth);
    files.set(`${file}${nth > 1 ? `-${nth}` : ''}`, { sample, text });
  }
  return files;
}
