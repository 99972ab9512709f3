/**
 * `npm run --silent review -- OUT-7 > review.md`: the review of an outage that is over as Markdown, with all that the record says of it.
 * The bots may run meanwhile.
 */
import { reviewDocument } from '../cards/review/document.ts';
import { whyNoReview } from '../cards/review/review.ts';
import { ConfigError, deskFileOf, readDeskText } from '../config.ts';
import { describeProblems, readDeskFile } from '../desk/file/read-desk-file.ts';
import { setNumbering } from '../outage/types/numbers.ts';
import { numberNamed } from '../store/tools/audit-trail.ts';
import { wordsOfDesk } from '../words/words.ts';
import { onlyArgument, runTool, withStore } from './tool.ts';

const USAGE = 'usage: npm run --silent review -- OUT-7 > review.md';

async function run(): Promise<string> {
  const name = onlyArgument(USAGE);
  const file = deskFileOf(process.env);
  const read = readDeskFile(readDeskText(file));
  if ('problems' in read) throw new ConfigError(describeProblems(file, read.problems));
  // The numbers of this desk may be written in an order of their own.
  setNumbering(read.desk.file.desk.numbersKey ?? null);
  const number = numberNamed(name);
  if (number === null) throw new ConfigError([USAGE]);
  return await withStore(async ({ outages, deliveries }) => {
    const id = await outages.idByNumber(number);
    const recorded = id === null ? null : await outages.read(id);
    if (!recorded) throw new Error('there is no such outage');
    const { outage } = recorded;
    const words = wordsOfDesk(read.desk);
    const why = whyNoReview(outage, words);
    if (why) throw new ConfigError([why]);
    const ledger = await deliveries.ledger(outage.id);
    return reviewDocument({ ...recorded, ledger, desk: read.desk, words, now: await outages.now() }).trimEnd();
  });
}

await runTool(USAGE, run);
