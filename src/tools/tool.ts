/** How the tools end: with a sentence for the person who typed the command, never with a stack. */
import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { ConfigError, deskFileOf, readDeskText, readStorage } from '../config.ts';
import type { Desk } from '../desk/desk.ts';
import { describeProblems, readDeskFile } from '../desk/file/read-desk-file.ts';
import { sayError } from '../log/describe-error.ts';
import { setNumbering } from '../outage/types/numbers.ts';
import type { Store } from '../store/store.ts';
import { BackupError } from '../store/tools/backup.ts';
import { openForTools } from '../store/tools/open.ts';

/** A part of the work was done when something went wrong, which is the cause. The message says what to do. */
export class PartlyDoneError extends Error {
  override name = 'PartlyDoneError';
}

/** What was typed is not enough, or cannot be: nothing was done, and the message says what to type. */
export class UsageError extends ConfigError {
  override name = 'UsageError';
}

/** 1: it failed, or found something wrong. 2: wrong usage. */
const FAILED = 1;
export const WRONG_USAGE = 2;

/** Runs the work of a tool and prints what it returns. The work itself may set the exit code, when it found something wrong. */
export async function runTool(work: () => Promise<string>, end = print): Promise<void> {
  try {
    const said = await work();
    if (said) end(`${said}\n`, 0);
  } catch (error) {
    const heading = error instanceof PartlyDoneError ? 'Not all of it was done' : 'Nothing was changed';
    const lines = problemsOf(error).map((problem) => `- ${problem}\n`);
    end(`${heading}:\n${lines.join('')}`, error instanceof UsageError ? WRONG_USAGE : FAILED);
  }
}

function print(text: string, code: number): void {
  const stream = code === 0 ? process.stdout : process.stderr;
  // Who reads may have closed the pipe, as `| head` does: the work is done all the same.
  stream.once('error', (error) => {
    if (!('code' in error && error.code === 'EPIPE')) throw error;
  });
  stream.write(text);
  process.exitCode = code || process.exitCode;
}

/** From here on the work goes on to its end when the terminal says to stop, because something unfinished would be left behind. */
export function finishFirst(): void {
  // The terminal sends these signals to PostgreSQL's tools as well, so these end, and what is unfinished is removed.
  for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => {});
}

/** What is wrong, in sentences for whoever typed the command. */
export function problemsOf(error: unknown): readonly string[] {
  if (error instanceof ConfigError) return error.problems;
  if (error instanceof PartlyDoneError) return [...problemsOf(error.cause), error.message];
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT' && 'path' in error) return [`there is no file ${error.path}`];
  if (error instanceof Error && 'code' in error && error.code === 'EACCES' && 'path' in error)
    return [`this account may not use ${error.path}. Name another place, or run it as the account that may`];
  // The text of a BackupError is written for this reader, with what it quotes of the database.
  return [error instanceof BackupError ? error.message : sayError(error)];
}

export const WHAT_TEAMS_HOLDS =
  "Teams still holds the messages that the bot sent, in the desk's channel and in chats. They go by the retention policies of the tenant (Microsoft Purview), or an owner of the channel deletes them. The names of people in the desk file are for whoever keeps that file. No e-mail was ever sent.";

/** Of what personal data goes. */
export const FOR_GOOD = 'This cannot be undone, except by a backup that was made before.';

/** "1 outage", "2 outages". */
export const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** Runs work on the store of the environment, and closes it. */
export async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  await using opened = await openForTools(readStorage(process.env));
  return await work(opened.store);
}

/** The desk of the environment, by which outages are numbered from now on. Throws ConfigError with the mistakes of its file. */
export function readDeskOfSettings(): Desk {
  const file = deskFileOf(process.env);
  const read = readDeskFile(readDeskText(file));
  if ('problems' in read) throw new ConfigError(describeProblems(file, read.problems));
  setNumbering(read.desk.file.desk.numbersKey ?? null);
  return read.desk;
}

const WHO =
  'It knows people by their Entra object id, or by an account, e-mail or phone as it stands in a report: neither by a name nor by a key of the desk file';

/** The person whom `who` names: an id, or what they entered in a contact. Throws when there is none, or more than one. */
export async function personIn({ personal }: Store, who: string): Promise<string> {
  const [found, ...others] = await personal.find(who);
  if (!found) throw new Error(`the store holds nothing about this person. ${WHO}`);
  if (others.length > 0) throw new Error(`several people entered this. Use the id of one of them: ${[found, ...others].join(', ')}`);
  return found;
}

/** Writes a file whole or not at all, and for nobody else on this machine. `fill` adds what is in it, a part at a time. */
export async function writeWhole(file: string, fill: (add: (part: string | Buffer) => Promise<unknown>) => Promise<void>): Promise<void> {
  const folder = path.dirname(file);
  if (!existsSync(folder)) throw new ConfigError([`there is no folder ${folder}`]);
  const unfinished = `${file}.${process.pid}.unfinished`;
  finishFirst();
  // Nothing that is there is written to: it may be somebody else's, or lead elsewhere.
  await rm(unfinished, { force: true });
  const handle = await open(unfinished, 'wx', 0o600);
  try {
    await using _ = handle;
    await fill((part) => handle.appendFile(part));
    await handle.sync();
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  await rename(unfinished, file);
}
