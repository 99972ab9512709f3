/** Denies presses and commands before anything is read, so that the answer is the same for every outage, and for none. */
import { mayForSomeOutage, type Permission } from '../../outage/permissions.ts';
import type { Denial } from '../../words/denial.ts';
import { type Command, type Press, type Presses, type Reply, sentence, type Turn } from '../command.ts';
import { sayLine } from '../forms/outage-thread.ts';
import { notAdministrator } from '../setup.ts';

/** null: they may, or it depends on the outage: its handler asks whether they are its reporter or a member of its project. */
function denialOf(permission: Permission, turn: Turn): Denial | null {
  if (mayForSomeOutage(turn.actor, permission)) return null;
  return permission === 'setup' ? notAdministrator(turn) : turn.words.refusals.notPermitted;
}

const guard = ({ needs, run }: Press): Press => ({
  needs,
  run: async (data, turn) => {
    const denied = denialOf(needs, turn);
    return denied === null ? await run(data, turn) : sentence(denied);
  },
});

export const guarded = (presses: Presses): Presses =>
  Object.fromEntries(Object.entries(presses).map(([verb, press]) => [verb, guard(press)])) as Presses;

export async function runCommand({ needs, run }: Command, argument: string, turn: Turn): Promise<Reply> {
  const denied = denialOf(needs, turn);
  return denied === null ? await run(argument, turn) : sayLine(denied, turn);
}
