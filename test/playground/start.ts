/**
 * `npm run playground`: the bot and the Playground on this machine, and how to play everybody in it.
 * The browser is one person; the others are played by lines typed in the terminal.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { type People, playPeople } from '../e2e/people.ts';
import { type Cast, channelId, everybody, findPerson, firstName, type Person, readCast, withInBrowser } from './cast.ts';
import type { Playground } from './playground.ts';
import { asClientShows, newestOutageThread, readableText, readMessages } from './recording.ts';
import { answerText, reportFor } from './report.ts';
import { type Stage, startStage } from './stage.ts';
import { startTour, type Tour } from './tour.ts';
import { customersCast, deskFileOfTwo, desksCast } from './two-tenants.ts';

const folder = '.data/playground';
const desk = 'Support desk';
/** Who everybody is in env/playground.desk.yaml. */
const ROLES: Readonly<Record<string, string>> = {
  maya: 'a customer',
  jonas: 'a customer',
  priya: 'a support engineer, primary on call',
  tomas: 'a support engineer, secondary on call',
  ingrid: 'a support engineer, duty manager and administrator',
  aiko: 'a stakeholder who follows in the group chat',
};
const CUSTOMERS = ['maya', 'jonas'];
const help = `npm run playground                  starts the bot and the Playground; you are the customer in the browser
npm run playground -- --tour        the same, and begins with a guided tour of three minutes
npm run playground -- --as priya    the same with Priya in the browser (or tomas, ingrid, jonas, aiko): type  maya: report  in the terminal
npm run playground -- --two-tenants two Teams: the customer's and the desk's, each in a page of its own
PORT=4000 PLAYGROUND_PORT=56151     in front of it: other ports (CUSTOMER_PORT for the customer's)`;

const isCustomer = (cast: Cast) => CUSTOMERS.includes(firstName(cast.currentUser));
const say = (text: string) => process.stdout.write(`${text}\n`);

const ended = new AbortController();
let starting: Promise<Stage> | undefined;
let ending: Promise<void> | undefined;

/** Through npm every signal comes twice; the second changes nothing. */
function end(code: number, reason?: string): Promise<void> {
  ending ??= (async () => {
    if (reason) say(reason);
    ended.abort();
    const stage = await starting?.catch(() => undefined); // a start that failed has stopped what it started
    await stage?.stop();
    process.exit(code);
  })();
  return ending;
}

async function main(): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));
  // The reader of this output may be gone (`| head`, a closed terminal): then stop everything.
  process.stdout.on('error', () => void end(0));
  const asked = readArguments(process.argv.slice(2));
  if (typeof asked === 'string') return end(asked === help ? 0 : 2, asked);
  const { cast, twoTenants } = asked;
  mkdirSync(folder, { recursive: true });
  const deskFile = `${folder}/desk.yaml`;
  if (twoTenants) writeFileSync(deskFile, deskFileOfTwo());
  try {
    starting = startStage({
      botPort: portOf('PORT', 3978),
      playgroundPort: portOf('PLAYGROUND_PORT', 56150),
      folder,
      cast,
      ...(twoTenants
        ? { customer: { port: portOf('CUSTOMER_PORT', 56160), cast: customersCast(readCast()) }, env: { DESK_FILE: deskFile } }
        : {}),
      onTrouble: (line) => say(`bot: ${line}`),
      signal: ended.signal,
    });
    const stage = await starting;
    if (stage.customer) introduceTwo(stage, stage.customer);
    else if (!asked.tour) introduce(stage, cast);
    readLines(stage, playPeople(stage.playground, cast), asked);
    tellDirectMessages(stage, cast);
    const reason = await stage.broken;
    await end(1, `${reason}\nEverything else is being stopped. The whole log: ${stage.botLogFile}`);
  } catch (error) {
    await end(1, error instanceof Error ? error.message : String(error));
  }
}

function introduce({ playground, botLogFile }: Stage, cast: Cast): void {
  const others = cast.users.map(firstName).join(', ');
  // Whom the terminal plays is not who is in the browser.
  const who = firstName(cast.currentUser) === 'priya' ? 'tomas' : 'priya';
  const report = isCustomer(cast)
    ? `In "Personal Chat", type /outage and answer; Send report sends it.`
    : `Somebody has to report first. Type here:  ${CUSTOMERS[0]}: report`;
  const tour = isCustomer(cast) ? '\nNew here? Type  tour  for a guided tour of three minutes, in this terminal and the browser.\n' : '';
  const then = isCustomer(cast)
    ? 'Its promise is short: watch the pings come.'
    : `Acknowledge it there. Its promise is short, so pings come soon.`;
  say(`Outage Desk runs, with Microsoft's Agents Playground in the place of Teams.
  1. Open ${playground.url} and stay on that page: a reload empties it, and each new message
     empties the forms that are not sent yet (in Teams they stay). You are ${cast.currentUser.name}, ${ROLES[firstName(cast.currentUser)] ?? 'a guest'}.
  2. ${report}
  3. "${desk}" (team ${cast.team.name}) now has a thread. ${then}
  4. You play the others in this terminal, in the newest thread there: ${others}.
     Type a line  ${who}: ack  or press a button for them with  ${who}: press Acknowledge
${tour}What only they can see is shown here, because no page shows it. The bot's log: ${botLogFile}
Ctrl-C stops everything. The bot keeps what was reported in ${folder}, but a new Playground has none of its threads: delete
that folder to start afresh.`);
}

function introduceTwo({ playground, botLogFile }: Stage, customer: Playground): void {
  say(`Outage Desk runs with two Playgrounds, each in the place of a Teams of its own.
  1. The customer's: open ${customer.url}. You are Maya. In "Personal Chat", type /outage and answer.
  2. The desk's: open ${playground.url} beside it. You are Priya. "${desk}" has the thread; press Acknowledge there.
  3. The answer is in Maya's chat and in the customer's channel, and each window has only what is its own.
The bot's log: ${botLogFile}
Ctrl-C stops everything.`);
}

/** "priya: ack" says it, "priya: press Acknowledge" presses it, both in the newest thread of the desk's channel. */
function readLines(stage: Stage, people: People, { cast, tour: withTour }: Asked): void {
  let tour: Tour | null = null;
  const begin = () => {
    if (tour) return say('The tour runs already.');
    if (!isCustomer(cast)) return say('The tour is for the customer in the browser: start the playground without --as.');
    const messages = () => readMessages(stage.playground.recordingFile);
    tour = startTour({ cast, people, url: stage.playground.url, messages, say, signal: ended.signal });
    void tour.ended.then(() => {
      tour = null;
    });
  };
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  lines.on('SIGINT', () => void end(0));
  lines.on('line', (line) => {
    const text = line.trim();
    if (text === '') tour?.enter();
    else if (text.toLowerCase() === 'tour') begin();
    else void play(stage, people, cast, line).then(say, (error: Error) => say(error.message));
  });
  if (withTour) begin();
}

async function play(stage: Stage, people: People, cast: Cast, line: string): Promise<string> {
  const [, name = '', text = ''] = /^\s*(\S+?)\s*:\s*(.+?)\s*$/.exec(line) ?? [];
  const person = findPerson(cast, name);
  if (!person) return `Type who says what, for example  priya: ack  (${everybody(cast).map(firstName).join(', ')}).`;
  const messages = () => readMessages(stage.playground.recordingFile);
  if (/^\/?(?:report|outage)$/i.test(text)) {
    const answer = await reportFor(people, person, (chat) => messages().filter(({ conversationId }) => conversationId === chat));
    return `The bot to ${person.name}: ${shorten(answer)}`;
  }
  const thread = newestOutageThread(messages(), channelId(cast, desk));
  if (!thread) return `"${desk}" has no thread of an outage yet. Report one: in the browser, or here with  ${CUSTOMERS[0]}: report`;
  const [, title] = /^press\s+(.+)$/i.exec(text) ?? [];
  if (!title) {
    await people.sayInThread(person.id, thread.conversationId, text);
    return `${person.name} has said it in the newest thread; the page shows what the bot makes of it.`;
  }
  const answer = await people.pressButton(person.id, thread.conversationId, title);
  return `The bot to ${person.name}, for nobody else: ${shorten(answerText(answer))}`;
}

/** What the bot sends privately to people who are not in the browser. Looked for once a second, read from a small file. */
function tellDirectMessages(stage: Stage, cast: Cast): void {
  let shown = 0;
  const tell = () => {
    const direct = readMessages(stage.playground.recordingFile).filter(
      (message) => message.directTo && message.directTo !== cast.currentUser.id,
    );
    for (const message of direct.slice(shown)) say(`To ${nameOf(cast, message.directTo)}, directly: ${shorten(readableText(message))}`);
    shown = direct.length;
  };
  setInterval(tell, 1_000).unref();
}

function nameOf(cast: Cast, id: string | undefined): string {
  return everybody(cast).find((person: Person) => person.id === id)?.name ?? String(id);
}

function shorten(text: string): string {
  const line = asClientShows(text).replace(/\s+/g, ' ').trim();
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}

type Asked = { readonly cast: Cast; readonly tour: boolean; readonly twoTenants: boolean };

/** What was asked for on the command line, or the sentence to say instead. */
function readArguments(args: string[]): Asked | string {
  const cast = readCast();
  const yes = { type: 'boolean' } as const;
  const options = { as: { type: 'string' }, tour: yes, 'two-tenants': yes, help: { ...yes, short: 'h' } } as const;
  try {
    const { values } = parseArgs({ args, options });
    const { tour = false, 'two-tenants': twoTenants = false } = values;
    if (values.help) return help;
    if (twoTenants)
      return tour || values.as ? `--two-tenants goes with nothing else.\n${help}` : { cast: desksCast(cast), tour, twoTenants };
    if (!values.as) return { cast, tour, twoTenants };
    const person = findPerson(cast, values.as);
    return person
      ? { cast: withInBrowser(cast, person), tour, twoTenants }
      : `Nobody is called "${values.as}". There are: ${everybody(cast).map(firstName).join(', ')}.`;
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n${help}`;
  }
}

/** @throws with a sentence when the variable holds no port. */
function portOf(variable: string, standard: number): number {
  const text = process.env[variable];
  if (!text) return standard;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`${variable}=${text} is no port: it must be a number from 1 to 65535.`);
}

await main();
