/** "/outage numbers quarter shop": how often promises were kept and how long things took, for engineers and administrators. */
import { z } from 'zod';
import { numbersCard } from '../../cards/look/numbers.ts';
import { asName } from '../../cards/text.ts';
import { offsetsIn, periodOf } from '../../desk/periods.ts';
import { PERIODS, type PeriodName } from '../../outage/numbers/figure.ts';
import { type Command, cardReply, orInCompany, type Presses, type Reply, reading, sayLine, says, type Turn } from '../command.ts';

/** Of what an older bot stored, an answer waits for no more than this. */
const MOST_ROUNDS = 2;

const NAME = /^(?:(?:of|for|in|the|this)\s+)*((?:last\s+)?(?:month|quarter)|(?:last\s+)?90\s*days)?(?:\s*(?:of|for)?\s+)?(.*)$/i;

export const numbers: Command = {
  name: '/outage numbers',
  needs: 'numbers',
  menu: ['room', 'slash'],
  // A project without a period is one word: more of them are the title of a report.
  parse: says(
    /^\/?(?:outage\s+)?numbers((?:\s+(?:(?:of|for|in|the|this)\s+)*(?:(?:last\s+)?(?:month|quarter|90\s*days)(?:\s+.{1,60})?|[\w.-]{1,60}))?)[.!?]*$/i,
  ),
  async run(argument, turn) {
    const [, named = '90 days', rest = ''] = NAME.exec(argument) ?? [];
    const period = named
      .toLowerCase()
      .replace(/^(?:last\s+)?90\s*/, '90 ')
      .replace(/\s+/g, ' ') as PeriodName;
    return await showNumbers({ period, project: rest.trim() || undefined }, turn);
  },
};

const asked = z.object({ period: z.enum(PERIODS), project: z.string().max(100).optional() });

async function showNumbers({ period: name, project: typed }: z.infer<typeof asked>, turn: Turn): Promise<Reply> {
  const { desk, words, outages } = turn;
  const { projects } = desk.file;
  const isNamed = (text: string) => text.toLowerCase() === typed?.toLowerCase();
  const project = typed === undefined ? null : projects.find((one) => isNamed(one.id) || isNamed(one.name));
  if (project === undefined)
    return sayLine(words.look.numbers.unknownProject(asName(typed ?? ''), words.formats.or(projects.map(({ id }) => id))), turn);
  const now = await outages.now();
  const zone = desk.file.desk.timeZone;
  const isIncomplete = await catchUp(turn);
  const of = periodOf(name, now, zone);
  const figure = await turn.numbers.figure(of.period, project?.id ?? null, offsetsIn(of.period, zone));
  const before = await turn.numbers.figure(of.before, project?.id ?? null);
  const card = numbersCard({ asked: of, figure, before, project, isIncomplete, desk, words, now });
  return orInCompany(cardReply(card), turn, async () => sayLine(words.look.list.ownChat, turn));
}

/** Resolves to whether more is left. */
async function catchUp({ numbers }: Turn): Promise<boolean> {
  for (let round = 0; round < MOST_ROUNDS; round++) if (!(await numbers.catchUp())) return false;
  return true;
}

export const numbersPresses = { 'numbers-show': { needs: 'numbers', run: reading(asked, showNumbers) } } satisfies Partial<Presses>;
