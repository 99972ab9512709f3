/** What Teams refuses to take as it is: once more without mentions when it refuses somebody's, and smaller when it is too large. */
import { bytesOf, type Card, withoutMentions } from '../../cards/base/card.ts';
import { type MentionEntity, shorten } from '../../cards/text.ts';
import type { Message, Posted } from '../../engine/ports/messenger.ts';
import { storedPersonKey } from '../../outage/types/person-key.ts';
import type { Instant, Person } from '../../outage/types/values.ts';
import { toSendError } from './send-error.ts';

/** So long nobody is mentioned whose mention was refused; then it is tried again. */
const REFUSED_FOR_MS = 60 * 60_000;
/** Of a card that is too large for Teams, each text is cut to so many characters; then to fewer. */
const SHORTER_TEXTS = [400, 80];
const TOO_LARGE = 413;

/** The send that it returns throws what `send` threw, when nothing helps. */
export function createAdapt(now: () => Instant) {
  const refused = new Map<string, Instant>();
  const taken = new Set<string>();
  const isRefused = (id: string) => Math.abs(now() - (refused.get(id) ?? Number.NEGATIVE_INFINITY)) < REFUSED_FOR_MS;

  return async function adapt(message: Message, send: (message: Message) => Promise<Posted>): Promise<Posted> {
    // Looking for names writes and reads all of a card, and most cards mention nobody.
    const drawn = message.card as Card;
    const card = drawn.msteams ? withoutMentions(drawn, isRefused) : drawn;
    const people = mentionedBy(card);
    try {
      const posted = await send({ ...message, card });
      for (const { id } of people) taken.add(id);
      return posted;
    } catch (error) {
      const { status } = toSendError(error, now());
      const plain = { ...message, card: withoutMentions(card) };
      if (status === TOO_LARGE) return await sendSmaller(plain, send, error);
      if (status !== 400 || people.length === 0) throw error;
      return { ...(await send(plain)), unmentioned: refusedOf(people) };
    }
  };

  /** Those of them whose mention may have been refused. */
  function refusedOf(people: readonly Person[]): readonly Person[] {
    const unknown = people.filter(({ id }) => !taken.has(id));
    const [first, ...others] = unknown.length > 0 ? unknown : people;
    if (first && others.length === 0) refused.set(first.id, now());
    return first ? [first, ...others] : [];
  }

  async function sendSmaller(message: Message, send: (message: Message) => Promise<Posted>, error: unknown): Promise<Posted> {
    let failure = error;
    let size = bytesOf(message.card as Card);
    for (const smaller of [...SHORTER_TEXTS.map((limit) => cut(message.card, limit)), plainCard(message)]) {
      if (bytesOf(smaller) >= size) continue;
      size = bytesOf(smaller);
      try {
        return await send({ ...message, card: smaller });
      } catch (again) {
        failure = again;
        if (toSendError(again, now()).status !== TOO_LARGE) break;
      }
    }
    throw failure;
  }
}

const mentionedBy = (card: Card): readonly Person[] => {
  const { entities = [] } = (card.msteams ?? {}) as { entities?: readonly MentionEntity[] };
  return [...new Map(entities.map(({ mentioned: { id, name } }) => [id, { id: storedPersonKey(id), name }])).values()];
};

/** What people read is cut; what buttons carry is not. */
const cut = (card: object, limit: number): Card =>
  JSON.parse(JSON.stringify(card), (key, value) => (TEXTS.has(key) && typeof value === 'string' ? shorten(value, limit) : value));
const TEXTS = new Set(['text', 'value', 'title']);

/** The least that says what it is about, with the first of its buttons. */
function plainCard({ card, summary }: Message): Card {
  type Buttons = { readonly actions?: readonly unknown[] };
  const { type, version, fallbackText, ...parts } = card as Card & Buttons & { readonly body?: readonly Buttons[] };
  const { actions = [] } = parts.body?.find((element) => element.actions) ?? parts;
  const text = typeof fallbackText === 'string' ? fallbackText : summary;
  const body = [{ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: shorten(text, 400) }] }];
  return { type, version, body, actions: actions.slice(0, 1) };
}
