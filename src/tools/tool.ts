/** How the tools end: with a sentence for the person who typed the command, never with a stack. */
import { open, rename, rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ConfigError, readStorage } from '../config.ts';
import { sayError } from '../log/describe-error.ts';
import type { Period } from '../outage/numbers/figure.ts';
import type { Instant } from '../outage/types/values.ts';
import type { Store } from '../store/store.ts';
import { BackupError } from '../store/tools/backup.ts';
import { openForTools } from '../store/tools/open.ts';

/** A part of the work was done when something went wrong, which is the cause. The message says what to do. */
export class PartlyDoneError extends Error {
  override name = 'PartlyDoneError';
}

/** Runs the work of a tool and prints what it returns. `usage`: printed for `--help`, and when the arguments are not known. */
export async function runTool(usage: string, work: () => Promise<string>, end = print): Promise<void> {
  // The terminal sends these signals to PostgreSQL's tools as well; this process goes on, to remove unfinished files.
  for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => {});
  try {
    end(`${process.argv.includes('--help') ? usage : await work()}\n`, 0);
  } catch (error) {
    const heading = error instanceof PartlyDoneError ? 'Not all of it was done' : 'Nothing was changed';
    const lines = problemsOf(error, usage).map((problem) => `- ${problem}\n`);
    end(`${heading}:\n${lines.join('')}`, 1);
  }
}

/** `code`: 1 when the tool failed. The work itself may have set another exit code. */
function print(text: string, code: number): void {
  (code === 0 ? process.stdout : process.stderr).write(text);
  process.exitCode = code || process.exitCode;
}

export function problemsOf(error: unknown, usage: string): readonly string[] {
  if (error instanceof ConfigError) return error.problems;
  if (error instanceof PartlyDoneError) return [...problemsOf(error.cause, usage), error.message];
  if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_')) return [usage];
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT' && 'path' in error) return [`there is no file ${error.path}`];
  // The text of a BackupError is written for this reader, with what it quotes of the database.
  return [error instanceof BackupError ? error.message : sayError(error)];
}

export const WHAT_TEAMS_HOLDS =
  "Teams still holds the messages that the bot sent, in the desk's channel and in chats. They go by the retention policies of the tenant (Microsoft Purview), or an owner of the channel deletes them. The names of people in the desk file are for whoever keeps that file. No e-mail was ever sent.";

/** "1 outage", "2 outages". */
export const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** Runs work on the store of the environment, and closes it. */
export async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  await using opened = await openForTools(readStorage(process.env));
  return await work(opened.store);
}

/** Runs a tool about one person, whom its argument names. `work` gets the id of the person. */
export async function runPersonTool(name: 'person' | 'forget', work: (store: Store, personId: string) => Promise<string>): Promise<void> {
  const usage = `usage: npm run ${name} -- PERSON, an Entra object id (of another tenant TENANT.ID), or an account, e-mail or phone as it stands in a report`;
  await runTool(usage, () => withStore(async (store) => await work(store, await personIn(store, usage))));
}

/** The argument of a tool that takes one, and no options. Throws ConfigError. */
export function onlyArgument(usage: string): string {
  const [argument, ...more] = parseArgs({ allowPositionals: true }).positionals;
  if (!argument || more.length > 0) throw new ConfigError([usage]);
  return argument;
}

/** The person that the arguments name. Throws when there is none, or more than one. */
async function personIn({ personal }: Store, usage: string): Promise<string> {
  const [found, ...others] = await personal.find(onlyArgument(usage));
  if (!found) throw new Error('the store holds nothing about this person');
  if (others.length > 0) throw new Error(`several people entered this. Use the id of one of them: ${[found, ...others].join(', ')}`);
  return found;
}

/** From the first day on, and before the second, such as 2026-11-01, in UTC. Throws ConfigError. */
export function daysOf({ since, until }: { readonly since?: string | undefined; readonly until?: string | undefined }): Period {
  return { from: dayOf('since', since) ?? 0, until: dayOf('until', until) ?? Number.MAX_SAFE_INTEGER };
}

function dayOf(name: string, text: string | undefined): Instant | null {
  if (text === undefined) return null;
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at)) throw new ConfigError([`--${name} '${text}' is no day: write one such as 2026-11-01`]);
  return at;
}

/** Writes a file whole or not at all, and for nobody else on this machine. `fill` adds its text, a part at a time. */
export async function writeWhole(file: string, fill: (add: (text: string) => Promise<unknown>) => Promise<void>): Promise<void> {
  const unfinished = `${file}.unfinished`;
  try {
    await using handle = await open(unfinished, 'w', 0o600);
    await fill((text) => handle.write(text));
    await handle.sync();
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  await rename(unfinished, file);
}
