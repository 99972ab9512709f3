/** Rounds of two sides in turns, A B A B, because one run of a busy machine says nothing: what counts is the ratio within each pair. */
import type { Outcome } from '../measures/measure.ts';
import { median } from '../statistics.ts';
import { type Statements, statementsBetween } from './databases.ts';
import type { Program } from './program.ts';
import type { Bot, Peer } from './world.ts';

export type Pair = { readonly own: number; readonly peer: number };

/** Either side gives its figure for a round, which is numbered from 0. */
export async function pairs(
  rounds: number,
  sides: { readonly own: (round: number) => Promise<number>; readonly peer: (round: number) => Promise<number> },
): Promise<readonly Pair[]> {
  const measured: Pair[] = [];
  for (let round = 0; round < rounds; round += 1) measured.push({ own: await sides.own(round), peer: await sides.peer(round) });
  return measured;
}

/** The ratio of each pair, and behind it the medians of both sides. */
export function ratioOf(measured: readonly Pair[], unit = 'ms', note = ''): Outcome {
  const middle = (side: keyof Pair) => median(measured.map((one) => one[side])).toFixed(2);
  const figures = `${middle('own')} / ${middle('peer')} ${unit}`;
  return { samples: measured.map(({ own, peer }) => own / peer), note: note ? `${figures}; ${note}` : figures };
}

/** CPU of the program's process while `work` runs, in ms. */
export async function cpuOf(program: Program, work: () => Promise<unknown>): Promise<number> {
  const before = await program.cpuMs();
  await work();
  return (await program.cpuMs()) - before;
}

/** What `work` takes of a bot and of its database. `serverCpuMs`: NaN where it is not known. `statements`: null where they are not counted. */
export type Usage = { readonly cpuMs: number; readonly serverCpuMs: number; readonly statements: Statements | null };

export async function usageOf({ database, ...bot }: Bot, work: () => Promise<unknown>): Promise<Usage> {
  const [statements, serverCpuMs] = [await database.statements(), await database.serverCpuMs()];
  const cpuMs = await cpuOf(bot, work);
  return {
    cpuMs,
    serverCpuMs: (await database.serverCpuMs()) - serverCpuMs,
    statements: statements && statementsBetween(statements, await database.statements()),
  };
}

/** CPU of a turn of a peer, in ms. */
export const cpuOfTurn = async (peer: Peer, turns: number): Promise<number> => (await cpuOf(peer, () => peer.turns(turns))) / turns;
