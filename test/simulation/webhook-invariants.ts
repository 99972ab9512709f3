/** What other systems get: everything that they want, in order for each outage, at least once; what they do not get is shown. */
import { publishedAs } from '../../src/outage/audience.ts';
import { idOf } from '../../src/webhooks/outlet.ts';
import { eventsOf } from './evidence.ts';
import type { History, Story } from './history.ts';
import { type Invariant, invariant, ofEach, when } from './invariant.ts';
import { RECEIVER_IDS, simulatedWebhooks } from './receivers.ts';

const DAY_MS = 86_400_000;
const isOfWebhook = (key: string): boolean => key.includes('/webhook:');

/** What each receiver has to hear of an outage: by the events alone, not by the notices that were made of them. */
function wanted(story: Story): readonly { readonly id: string; readonly key: string }[] {
  const events = eventsOf(story);
  const [first] = events;
  if (first?.type !== 'reported' || first.drill?.mentions === false) return [];
  const begins = first.request ? events.findIndex(({ type }) => type === 'promoted') : 0;
  if (begins < 0) return [];
  const keys = story.held.deliveries.map(({ key }) => key).filter(isOfWebhook);
  return events.flatMap((event, index) => {
    const name = publishedAs(event);
    if (index < begins || name === null) return [];
    return simulatedWebhooks(first.report.project.id)
      .filter((webhook) => webhook.events === 'all' || webhook.events.includes(name))
      .map(({ id }) => {
        const key = `${story.id}/news/webhook:${id}/${index + 1}`;
        // After a restore the time of it follows.
        return { id, key: keys.find((one) => one === key || one.startsWith(`${key}/`)) ?? key };
      });
  });
}
const deliveryIn = ({ held }: Story, key: string) => held.deliveries.find((one) => one.key === key);
const receivedIn = (history: History, { id, key }: { readonly id: string; readonly key: string }) =>
  history.received.get(`${id} ${idOf(key)}`);

export const OF_WEBHOOKS: readonly Invariant[] = [
  ofEach('each published event reached each webhook that wants it, or is shown as given up', 'lost', (story, _outage, history) =>
    wanted(story).flatMap((one) => {
      const delivery = deliveryIn(story, one.key);
      const isRefused = history.refused.has(`${one.id} ${idOf(one.key)}`);
      const isOld = (at: number) => at - (delivery?.createdAt ?? at) >= DAY_MS;
      switch (delivery?.state) {
        case 'done':
          return when(receivedIn(history, one) === undefined, `${one.key} is recorded as sent, and ${one.id} never had it`);
        case 'failed': {
          const at = story.finishes.find(({ key, outcome }) => key === one.key && outcome.state === 'failed')?.storeAt ?? 0;
          return when(!isRefused && !isOld(at), `${one.key} was given up, and ${one.id} had not refused it`);
        }
        case 'skipped':
          return when(!history.refused.has(`${one.id} gone`), `${one.key} was left out`);
        case 'waiting':
          // Whether it waits too long, the outbox says.
          return [];
        default:
          return [`${one.key} was never stored`];
      }
    }),
  ),
  ofEach('nothing else goes to a webhook', 'wrong', (story) => {
    const keys = new Set(wanted(story).map(({ key }) => key));
    return story.held.deliveries.flatMap(({ key }) => when(isOfWebhook(key) && !keys.has(key), `${key} is there`));
  }),
  ofEach('a webhook hears of an outage in the order in which it happened', 'wrong', (story, _outage, history) =>
    RECEIVER_IDS.flatMap((id) => {
      const heard = wanted(story)
        .filter((one) => one.id === id && deliveryIn(story, one.key)?.state !== 'failed')
        .flatMap((one) => receivedIn(history, one) ?? []);
      return heard.slice(1).flatMap(({ order }, index) => when(order < (heard[index]?.order ?? 0), `${id} heard a later event first`));
    }),
  ),
  invariant(
    'a webhook gets nothing that is unsigned, against its schema, or other than before under the same id',
    'wrong',
    ({ wrongReceived }) => wrongReceived().map((text) => ({ outageId: '', text })),
  ),
];
