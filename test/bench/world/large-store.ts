/** A store with years of outages: what people reported through the bot, copied by SQL. */
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { copyOutages, type Filling } from '../../support/store/many-outages.ts';
import type { Database } from './databases.ts';
import { upTo } from './load.ts';
import { customer, ENGINEER, pressed, typed } from './people.ts';
import { acknowledge, begin, fillIn, send } from './reporting.ts';
import type { Bot, World } from './world.ts';

/** One customer has reported all that is stored, so that a list of theirs is full in a small store as in a large one. */
export const REPORTER = 0;
/** So many reports in each state are made by the bot; the others are copies. */
const EXAMPLES = 6;

export type Size = { readonly closed: number; readonly open: number };

/** Starts a bot on a store of this size, in which all outages are of one project, environment and scenario, and of one customer and one engineer. */
export async function startLarge(world: World, database: Database, { closed, open }: Size): Promise<Bot> {
  const bot = await world.startBot(database);
  const examples = { closed: [] as number[], open: [] as number[] };
  // A customer reports again when they have what they were told of the report before.
  for (const state of ['closed', 'open'] as const) {
    for (const example of upTo(EXAMPLES)) {
      const report = await begin(bot, REPORTER);
      await fillIn(bot, report);
      const opening = bot.connector.next((message) => message.kind === 'opening' && message.conversationId.includes('support-desk'));
      const { number } = await send(bot, report);
      examples[state].push(number);
      const message = await opening;
      // One of those that are open waits for an acknowledgement; of the others the engineer has a list that is nearly full.
      if (state === 'open' && example === 0) continue;
      await acknowledge(bot, message);
      if (state === 'open') continue;
      for (const text of ['update we look at it', 'resolve it was a certificate'])
        await bot.post(typedInThread(message.conversationId, bot.serviceUrl, text));
      await bot.post(typed(customer(REPORTER), bot.serviceUrl, `it works OUT-${number}`));
    }
  }
  await bot.stop();
  const each = (count: number) => Math.ceil(count / EXAMPLES);
  const { filling, end } = await connect(database);
  const ids = async (numbers: readonly number[]) => {
    const rows = await filling.run(`select id, state from outage where number in (${numbers.join(', ')}) order by number`);
    return rows.map(({ id, state }) => ({ id: String(id), isClosed: state === 'closed' }));
  };
  const copies = async (state: 'closed' | 'open', count: number) => {
    const found = await ids(examples[state]);
    if (found.some(({ isClosed }) => isClosed !== (state === 'closed'))) throw new Error(`not all that should be ${state} are`);
    return found.map(({ id: of }) => ({ of, count: each(count) }));
  };
  await copyOutages(filling, [...(await copies('closed', closed)), ...(await copies('open', open))]);
  await end();
  return await world.startBot(database, { connector: bot.connector });
}

/** What the engineer types in a thread, with a mention of the bot. */
function typedInThread(thread: string, serviceUrl: string, text: string): object {
  const said = typed(ENGINEER, serviceUrl, `<at>Outage Desk</at> ${text}`) as { readonly entities: readonly object[] };
  const place = pressed(ENGINEER, serviceUrl, { verb: '', data: {}, replyToId: '', thread }) as Record<string, unknown>;
  const mention = { type: 'mention', mentioned: { id: '28:bot', name: 'Outage Desk' }, text: '<at>Outage Desk</at>' };
  return { ...said, conversation: place.conversation, channelData: place.channelData, entities: [...said.entities, mention] };
}

export async function connect({ name, address }: Database): Promise<{ readonly filling: Filling; end(): Promise<void> }> {
  if (name === 'sqlite') {
    const database = new DatabaseSync(address);
    // It is made for one run, and need not survive a power cut while it is filled.
    database.exec('pragma synchronous = off; pragma cache_size = -200000');
    return {
      filling: { isPostgres: false, run: async (text) => database.prepare(text).all() as Record<string, unknown>[] },
      end: async () => database.close(),
    };
  }
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  await client.query('set synchronous_commit = off');
  return {
    filling: { isPostgres: true, run: async (text) => (await client.query<Record<string, unknown>>(text)).rows },
    end: () => client.end(),
  };
}
