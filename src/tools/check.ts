/**
 * `outage-desk check`: checks whether the desk file would work tonight. Prints every mistake and every finding with its remedy, and
 * ends with 1 when there is one. It asks DNS where webhooks and pagers lead, and neither the database nor Teams: for on-call overrides and for the people that the bot
 * can reach there is `/outage check`. The file as it was before may be named, to see who is on call in the place of whom.
 * With `--live` it also looks at the road from Teams to the bot that runs, and from there to the desk's channel; it sends no message.
 */
import { readClients } from '../api/clients.ts';
import { spelledOut } from '../cards/text.ts';
import { findingText } from '../cards/watch/check.ts';
import { keyIn } from '../certificate/sign.ts';
import { ConfigError, deskFileOf, environmentSchema, readConfig, readDeskText, readSettings, withSecretFiles } from '../config.ts';
import { checkDesk, checkOtherLanguages, checkPagers, type Finding, findMoved } from '../desk/check.ts';
import type { Desk } from '../desk/desk.ts';
import { findExamples } from '../desk/examples.ts';
import { secretNameOf } from '../desk/file/pagers.ts';
import { describeProblems, readDeskFile } from '../desk/file/read-desk-file.ts';
import { readReceivers } from '../outlets.ts';
import { lookAtPagers } from '../pagers/look.ts';
import { readPagerSecrets } from '../pagers/pagers.ts';
import type { Store } from '../store/store.ts';
import { lookAtWebhooks } from '../webhooks/look.ts';
import { type Words, wordsOfDesk } from '../words/words.ts';
import { problemsOf, withStore } from './tool.ts';

/** `fileBefore`: null where there is nothing to compare with. `address`: where the bot is reached from outside; null: that of PUBLIC_URL. */
export type Asked = { readonly fileBefore: string | null; readonly live: boolean; readonly address: string | null };

export async function check(asked: Asked): Promise<string> {
  const { lines, isGood } = await look(asked);
  if (!isGood) process.exitCode = 1;
  return lines.join('\n');
}

async function look({ fileBefore, live, address }: Asked): Promise<{ readonly lines: readonly string[]; readonly isGood: boolean }> {
  const file = deskFileOf(process.env);
  const result = readDeskFile(readDeskText(file));
  if ('problems' in result) return { lines: describeProblems(file, result.problems), isGood: false };
  const { desk } = result;
  const words = wordsOfDesk(desk);
  const now = Date.now();
  const zone = desk.file.desk.timeZone;
  const when = (at: number) => `${words.formats.weekday(at, zone)} ${words.formats.clock(at, zone, now)}`;
  const { findings, until } = checkDesk(desk, now, []);
  const before = fileBefore !== null ? readDeskFile(readDeskText(fileBefore, 'Name the desk file as it was before.')) : { desk };
  if ('problems' in before) return { lines: describeProblems(fileBefore ?? '', before.problems), isGood: false };
  const onCall = Object.entries(desk.onCall('', now, [])).flatMap(([level, people]) => people.map(({ name }) => `${name} (${level})`));
  const isSet = (name: string) => Boolean(process.env[name]?.trim());
  const has = { publicUrl: isSet('PUBLIC_URL'), secret: (name: string) => isSet(name) || isSet(`${name}_FILE`) };
  const outward = await lookOutward(desk);
  const road = live ? await lookAtRoad(desk, address) : null;
  const found = [...findMoved(desk, before.desk, now), ...findings, ...checkPagers(desk, has), ...outward.findings, ...findExamples(desk)]
    .map((finding) => findingText(finding, words, when))
    .map(({ what, remedy }) => spelledOut(`- ${what} ${remedy}`, words))
    .concat([...outward.problems, ...wrongSecrets(desk, has.secret), ...(road?.problems ?? [])].map((problem) => `- ${problem}`));
  const heading = found.length === 0 ? words.watch.check.fine : words.watch.check.heading(found.length);
  return {
    lines: [
      heading,
      ...found,
      ...otherLanguages(desk, words),
      words.watch.check.nowOnCall(words.formats.list(onCall)),
      words.watch.check.looked(when(until)),
      ...(road?.looked ?? []),
    ],
    isGood: found.length === 0,
  };
}

/** What is broken between Teams and the desk's channel, and what was looked at. */
async function lookAtRoad(desk: Desk, address: string | null): Promise<{ problems: readonly string[]; looked: readonly string[] }> {
  try {
    const identity = readConfig(withSecretFiles(process.env), false);
    const named = address?.replace(/\/api\/messages\/?$/, '') ?? identity.PUBLIC_URL;
    const { PUBLIC_URL: base } = readSettings(environmentSchema.pick({ PUBLIC_URL: true }), { PUBLIC_URL: named });
    if (!base) throw new ConfigError([NO_ADDRESS]);
    const endpoint = new URL(`${base}/api/messages`);
    // Loaded only here: it takes a second.
    const road = await import('../teams/live/road.ts');
    const lookBy = (store: Store | null) => road.lookAtRoad({ identity, desk, store, endpoint });
    try {
      const problems = await withStore(lookBy);
      const whole = `this desk's bot answers at ${endpoint}, and Teams shows it the desk's channel`;
      return { problems, looked: [`Looked at the road from Teams${problems.length === 0 ? `: ${whole}` : ''}. No message was sent.`] };
    } catch (error) {
      const problems = [...problemsOf(error), ...(await lookBy(null))];
      return { problems, looked: [`Looked at the road from Teams as far as it needs no store. No message was sent. ${LEFT_OUT}`] };
    }
  } catch (error) {
    const problems = problemsOf(error);
    return { problems: address === null ? problems : problems.map((problem) => problem.replace(/^PUBLIC_URL:/, '--address:')), looked: [] };
  }
}

const LEFT_OUT =
  "Left out, because the store says them: whether the bot that answers is this desk's, and which channel was made the support desk in Teams. The bot makes its store at its first start: run this again when there is one.";
const NO_ADDRESS = 'Nobody says where the bot is reached from outside: add --address https://desk.example.com, or set PUBLIC_URL.';

/** What is not in languages that nobody is known to read. */
const otherLanguages = (desk: Desk, { languages, formats }: Words): readonly string[] =>
  checkOtherLanguages(desk).map(({ language, places }) => languages.notIn(formats.languageName(language), formats.list(places)));

/** Secrets that are missing or wrong, and addresses that nothing may be sent to. */
async function lookOutward(desk: Desk): Promise<{ findings: readonly Finding[]; problems: readonly string[] }> {
  const ofPagers = await lookAtPagers(desk);
  try {
    return { findings: [...(await lookAtWebhooks(readReceivers(desk, process.env), null)), ...ofPagers], problems: [] };
  } catch (error) {
    if (error instanceof ConfigError) return { findings: ofPagers, problems: error.problems };
    throw error;
  }
}

const NO_KEY =
  'CERTIFICATE_KEY is missing, so nobody gets a certificate, which certificateKeyUrl promises: make a key with npx outage-desk keys, or leave that out.';

/** With these the bot does not start; without a key it does. Those of pagers that are missing are found by `checkPagers`. */
function wrongSecrets(desk: Desk, isSet: (name: string) => boolean): readonly string[] {
  return [
    ...Object.entries(desk.file.pagers).flatMap(([id, pager]) =>
      isSet(secretNameOf(pager)) ? problemsIn(() => readPagerSecrets({ [id]: pager }, process.env)) : [],
    ),
    ...problemsIn(() => readClients(desk.file.clients, process.env, Date.now)),
    ...problemsIn(() => {
      if (!keyIn(process.env) && desk.file.desk.certificateKeyUrl) throw new ConfigError([NO_KEY]);
    }),
  ];
}

function problemsIn(read: () => unknown): readonly string[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}
