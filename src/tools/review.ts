/**
 * `outage-desk review OUT-7 > review.md`: the review of an outage that is over as Markdown, with all that the record says of it.
 * The bots may run meanwhile.
 */
import { reviewDocument } from '../cards/review/document.ts';
import { whyNoReview } from '../cards/review/review.ts';
import { ConfigError } from '../config.ts';
import { numberNamed } from '../store/tools/audit-trail.ts';
import { wordsOfDesk } from '../words/words.ts';
import { readDeskOfSettings, withStore } from './tool.ts';

/** `name`: such as OUT-7. */
export async function review(name: string): Promise<string> {
  const desk = readDeskOfSettings();
  const number = numberNamed(name);
  return await withStore(async ({ outages, deliveries }) => {
    const id = number === null ? null : await outages.idByNumber(number);
    const recorded = id === null ? null : await outages.read(id);
    if (!recorded) throw new Error('there is no such outage');
    const { outage } = recorded;
    const words = wordsOfDesk(desk);
    const why = whyNoReview(outage, words);
    if (why) throw new ConfigError([why]);
    const ledger = await deliveries.ledger(outage.id);
    return reviewDocument({ ...recorded, ledger, desk, words, now: await outages.now() }).trimEnd();
  });
}
