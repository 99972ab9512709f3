/**
 * The program: `npx outage-desk COMMAND`. Here stand the words, arguments and options of each command; its work is in tools/ and is loaded
 * only when it runs. What cannot be undone asks first (tools/terminal.ts), and wants --yes where nobody is there to ask.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { IssueOptions } from './tools/certificate/issue.ts';
import type { VerifyOptions } from './tools/verify.ts';

const ROOT = path.join(import.meta.dirname, '..');
const NAME = 'npx outage-desk';
const WRONG_USAGE = 2;
/** Files that are named on the command line are relative to where the person stands; those of settings to the folder of the code, as with npm. */
const STANDING = currentFolder();
process.chdir(ROOT);

/** A shell may stand in a folder that somebody deleted, as when the code was put in place anew. No file can be named relative to it. */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    process.stderr.write(`The folder that you are in was deleted: go to one that is there (cd ${ROOT}), and type the command again.\n`);
    process.exit(WRONG_USAGE);
  }
}

const ENDS = `
Ends with 0 when all was done, with 1 when it failed or found something wrong, and with 2 when it was called in a wrong way: then nothing was done.`;

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
const program = new Command(NAME)
  .description(
    'Runs Outage Desk and looks after it. Call it in the folder of the code. Its settings come from the environment and from env/.env.',
  )
  .version(version, '-V, --version', 'print the version')
  .helpOption('-h, --help', 'print how it is called')
  .helpCommand('help [command]', 'print how a command is called')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : WRONG_USAGE))
  .showHelpAfterError(`${NAME} --help names the commands.`)
  .addHelpText('afterAll', ENDS);

/** A command with its words. The first line of `what` stands in the list of commands. */
function command(name: string, what: string, ...examples: readonly string[]): Command {
  const shown = examples.map((example) => `  ${NAME} ${name}${example && ` ${example}`}`);
  return program
    .command(name)
    .summary(what.split('\n')[0] ?? '')
    .description(what)
    .showHelpAfterError(`${NAME} ${name} --help says how it is called.`)
    .addHelpText('after', `\n${examples.length === 1 ? 'Example' : 'Examples'}:\n${shown.join('\n')}`);
}

/** Runs the work of a tool and prints what it says. */
const runs =
  <Given extends unknown[]>(work: (...given: Given) => Promise<string>) =>
  async (...given: Given): Promise<void> => {
    const { runTool } = await import('./tools/tool.ts');
    await runTool(() => work(...given));
  };

function refuse(why: string): never {
  throw new InvalidArgumentError(why);
}
/** `endings`: the file has one of these, or any where there are none. */
const file =
  (...endings: readonly string[]) =>
  (text: string): string =>
    endings.length === 0 || endings.includes(path.extname(text))
      ? path.resolve(STANDING, text)
      : refuse(`Write a name that ends with ${endings.join(' or ')}.`);
const like =
  (pattern: RegExp, remedy: string) =>
  (text: string): string =>
    pattern.test(text) ? text : refuse(remedy);
const DAY = 'Write a day such as 2026-11-01.';
const TIME = 'Write a time such as 2026-11-01T08:00:00.000Z, as it was printed.';
/** A day that its month does not have would be one of the next month, and a time without its zone would be that of this machine. */
const read = (text: string, whole: string, remedy: string): number => {
  const at = Date.parse(whole);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) ? at : refuse(remedy);
};
const day = (text: string): number => read(like(/^\d{4}-\d{2}-\d{2}$/, DAY)(text), text, DAY);
const time = (text: string): number => read(like(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, TIME)(text), text, TIME);
const UNITS_MS = { m: 60_000, h: 3_600_000, d: 86_400_000 };
function ago(text: string): number {
  const [, count = '', unit = ''] = /^(\d{1,6})([mhd])$/.exec(text) ?? [];
  return Number(count) * UNITS_MS[unit as keyof typeof UNITS_MS] || refuse('Write a time such as 90m, 12h or 7d: minutes, hours or days.');
}
const outageNumber = like(/^OUT-?\d{1,9}$/i, 'Write the number of an outage, such as OUT-1042.');
const recordNumber = like(/^(?:OUT|DRILL|REQ)-?\d{1,9}$/i, 'Write a number such as OUT-1042, DRILL-3 or REQ-7.');
const tenantId = (text: string): string =>
  like(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'Write the Entra tenant id of the customer, a GUID.')(text.toLowerCase());

const YES = ['-y, --yes', 'do it without a question; needed where nobody is at a terminal, as in a script'] as const;
type Yes = { readonly yes?: boolean };
const SINCE = ['--since <day>', 'from this day on, such as 2026-11-01, in UTC', day] as const;
const UNTIL = ['--until <day>', 'before this day, in UTC', day] as const;
type Days = { readonly since?: number; readonly until?: number };
const periodOf = ({ since = 0, until = Number.MAX_SAFE_INTEGER }: Days) => ({ from: since, until });
const PERSON = [
  '<person>',
  'an Entra object id (of another tenant TENANT.ID), or an account, e-mail or phone as it stands in a report',
] as const;

program.commandsGroup('Run it:');
command('start', 'Start the bot\nIt names what is missing, and where to find it. SIGTERM or Ctrl-C ends it within 10 seconds.', '').action(
  async () => void (await import('./main.ts')),
);
type Check = { readonly live: boolean; readonly address?: string };
command(
  'check',
  'Say whether the desk file would work tonight\nIt names each mistake, each finding and its remedy. Without --live it asks neither the database nor Teams.',
  '',
  'env/desk-before.yaml',
  '--live --address https://desk.example.com',
)
  .argument('[before]', 'the desk file as it was: says who is on call in the place of whom', file())
  .option('--live', 'looks at the road from Teams to the bot that runs, and on to the channel of the desk; sends no message', false)
  .option('--address <url>', 'where the bot is reached from outside, for --live; PUBLIC_URL without it')
  .action(
    runs(async (before: string | undefined, { live, address }: Check, own: Command) => {
      if (address !== undefined && !live) own.error('error: --address is for --live');
      return (await import('./tools/check.ts')).check({ fileBefore: before ?? null, live, address: address ?? null });
    }),
  );
command(
  'migrate',
  'Bring the tables of PostgreSQL up to date\nFor bots whose role owns no tables. DATABASE_URL is that of the role which owns them.',
  '--grant-to bot',
)
  .option('--grant-to <role>', 'gives the role of the bots the rights that they need')
  .action(runs(async ({ grantTo }: { grantTo?: string }) => (await import('./tools/migrate.ts')).migrate(grantTo ?? null)));

program.commandsGroup('Keep the record:');
command('backup', 'Make a checked copy of the store, while bots run or not', '/backups/desk-2026-12-01')
  .argument('<file>', 'where to write it; nothing may be there yet', file())
  .action(runs(async (to: string) => (await import('./tools/backup.ts')).backup(to)));
command(
  'restore',
  'Put a backup in the place of the store\nStop all bots first. Where a store is there, it says what would be replaced, and asks.',
  '/backups/desk-2026-12-01',
  '--in-place',
)
  .argument('[file]', 'a backup', file())
  .option('--in-place', 'the store was put back already, by a snapshot or a point-in-time recovery: makes the changes that a restore makes')
  .option(...YES)
  .option('--replace', 'the same as --yes')
  .action(
    runs(async (from: string | undefined, options: Yes & { inPlace?: true; replace?: true }, own: Command) => {
      if ((from === undefined) !== (options.inPlace ?? false)) own.error('error: name a backup, or say --in-place');
      return (await import('./tools/restore.ts')).restore(from ?? null, { yes: options.yes ?? options.replace ?? false });
    }),
  );
command(
  'move',
  'Move the store from SQLite to PostgreSQL\nFrom the file of DATABASE_FILE, which stays as it is, to the empty database of DATABASE_URL. Stop all bots first.',
  '',
).action(runs(async () => (await import('./tools/store/move.ts')).move()));
command(
  'verify',
  'Say whether the record is what the bots wrote\nNote the head and its time outside: the same time must give the same head later.',
  '',
  '--certificate OUT-1042.pdf --key public.pem',
)
  .option('--at <time>', 'of the head: the time that was printed with one', time)
  .addOption(new Option('--certificate <file>', 'checks this certificate instead, a JSON or a PDF').argParser(file()).conflicts('at'))
  .option('--key <file>', "the desk's public key; without it that of CERTIFICATE_KEY", file())
  .option('--store', 'the certificate has to be in the record of this desk as well')
  .action(runs(async (options: VerifyOptions) => (await import('./tools/verify.ts')).verifyRecord(options)));

program.commandsGroup('Read the record:');
type Audit = { readonly since?: number; readonly person?: string; readonly outage?: string };
command('audit', 'Print every decision and refusal, a line of JSON each', '--since 7d', '--outage OUT-7')
  .option('--since <time>', 'not older than this, such as 90m, 12h or 7d', ago)
  .option('--person <id>', 'of this person alone')
  .option('--outage <number>', 'of this outage alone, such as OUT-1042', recordNumber)
  .action(
    runs(async ({ since, person, outage }: Audit) => {
      const filter = { sinceMs: since ?? null, personId: person?.toLowerCase() ?? null, outage: outage ?? null };
      return (await import('./tools/audit.ts')).audit(filter);
    }),
  );
command('review', 'Print the review of an outage that is over, as Markdown\nIt holds personal data.', 'OUT-7 > review.md')
  .argument('<number>', 'such as OUT-1042', recordNumber)
  .action(runs(async (number: string) => (await import('./tools/review.ts')).review(number)));
command('export', 'Write what happened, an event a line, as webhooks hear it', 'all.csv --since 2026-11-01 --until 2026-12-01')
  .argument('<file>', 'a table (.csv) or JSON lines (.jsonl)', file('.csv', '.jsonl'))
  .option(...SINCE)
  .option(...UNTIL)
  .option('--full', 'with titles, texts, names, contacts and reviews', false)
  .action(
    runs(async (to: string, { full, ...days }: Days & { full: boolean }) =>
      (await import('./tools/export.ts')).exportEvents(to, { ...periodOf(days), full }),
    ),
  );
type Numbers = Days & { readonly project?: string; readonly rebuild?: true };
command('numbers', 'Write what is counted of each outage, a row an outage', 'all.csv --project contoso-erp', '--rebuild')
  .argument('[file]', 'a table (.csv)', file('.csv'))
  .option(...SINCE)
  .option(...UNTIL)
  .option('--project <id>', 'of this project alone')
  .option('--rebuild', 'counts all outages once more from their records, about a minute for 50,000')
  .action(
    runs(async (to: string | undefined, { project, rebuild, ...days }: Numbers, own: Command) => {
      if ((to === undefined) !== (rebuild ?? false)) own.error('error: name a file that ends with .csv, or say --rebuild');
      const { countAgain, writeNumbers } = await import('./tools/numbers.ts');
      return to === undefined ? countAgain() : writeNumbers(to, periodOf(days), project ?? null);
    }),
  );

program.commandsGroup('Certificates:');
command('keys', 'Make the key that signs certificates\nFor its owner alone, and never over another file.', '', '--public')
  .argument('[file]', 'where to write it; .data/certificate-key.pem without one', file())
  .option('--public', 'prints the public half of the key of CERTIFICATE_KEY instead')
  .action(
    runs(async (to: string | undefined, options: { public?: true }, own: Command) => {
      if (options.public && to !== undefined) own.error('error: with --public no file is written: leave its name out');
      const { makeKey, showPublicKey } = await import('./tools/certificate/keys.ts');
      return options.public ? showPublicKey() : makeKey(to ?? '.data/certificate-key.pem');
    }),
  );
command('certificate', 'Write the certificate of an outage, signed', 'OUT-1042 OUT-1042.pdf --zone Europe/Copenhagen')
  .argument('<number>', 'such as OUT-1042', outageNumber)
  .argument('<file>', 'a PDF (.pdf) or JSON (.json)', file('.pdf', '.json'))
  .addOption(new Option('--for <reader>', 'with what that reader may see').choices(['reporter', 'desk']).default('reporter'))
  .option('--zone <zone>', "in which people read the times of a PDF; the desk's own without it")
  .option('--language <language>', "of the pages of a PDF, such as de; the desk's own without it")
  .action(
    runs(async (number: string, to: string, options: IssueOptions) =>
      (await import('./tools/certificate/issue.ts')).issueCertificate(number, to, options),
    ),
  );

program.commandsGroup('Personal data:');
command('person', 'Print all that the store holds of a person, as JSON, to hand to them', 'maya@contoso.example')
  .argument(...PERSON)
  .action(runs(async (who: string) => (await import('./tools/personal/person.ts')).person(who)));
command(
  'forget',
  'Remove a person from the record\nNow from outages that have ended, from others when they end. It says what will go, and asks.',
  'maya@contoso.example',
)
  .argument(...PERSON)
  .option(...YES)
  .action(runs(async (who: string, { yes = false }: Yes) => (await import('./tools/personal/forget.ts')).forget(who, { yes })));
command(
  'leave',
  'End all of it for a customer with a tenant of their own\nTheir people, their rooms and what was remembered of them. It says what will go, and asks.',
  '7e9a1c00-0000-4000-8000-00000000aaaa',
)
  .argument('<tenant>', 'the Entra tenant id of a customer, whom the desk file names no more', tenantId)
  .option(...YES)
  .action(runs(async (tenant: string, { yes = false }: Yes) => (await import('./tools/personal/leave.ts')).leave(tenant, { yes })));

program.commandsGroup('The app in Teams:');
command('package', 'Write the app package for Teams\nIts values come from the environment and from env/.env.', '', '--reading')
  .option('--env <file>', 'with the values, which win over the others', file())
  .option('--reading', 'asks for the permissions to read channels and chats', false)
  .action(
    runs(async (options: { env?: string; reading: boolean }) => (await import('./tools/teams-app/package.ts')).writePackage(options)),
  );

const [asked = '', about = ''] = process.argv.slice(2);
const isUnknown = about !== '' && !about.startsWith('-') && program.commands.every((one) => one.name() !== about);
// Commander prints all help for a command that it does not know, and says no word of that. Typed alone, the same name gets its message for it.
if (asked === 'help' && isUnknown) await program.parseAsync([about], { from: 'user' });
else await program.parseAsync();
