/** Denies presses and commands before anything is read, so that the answer is the same for every outage, and for none. */
import { mayForSomeOutage, type Permission } from '../../outage/permissions.ts';
import type { Denial } from '../../words/denial.ts';
import { type Caller, type Command, type Press, type Presses, type Reply, type Services, sentence } from '../command.ts';
import { sayLine } from '../forms/outage-thread.ts';
import { notAdministrator } from '../setup.ts';

/** null: they may, or it depends on the outage: its handler asks whether they are its reporter or a member of its project. */
function denialOf(permission: Permission, caller: Caller, { desk }: Services): Denial | null {
  if (mayForSomeOutage(caller.actor, permission)) return null;
  return permission === 'setup' ? notAdministrator(caller, desk) : caller.words.refusals.notPermitted;
}

const guard = ({ needs, run }: Press): Press => ({
  needs,
  run: async (data, caller, services) => {
    const denied = denialOf(needs, caller, services);
    return denied === null ? await run(data, caller, services) : sentence(denied);
  },
});

/** The same presses; each asks for its permission before it runs. */
export const guarded = (presses: Presses): Presses =>
  Object.fromEntries(Object.entries(presses).map(([verb, press]) => [verb, guard(press)])) as Presses;

/** Runs a command for somebody who has its permission. */
export async function runCommand({ needs, run }: Command, argument: string, caller: Caller, services: Services): Promise<Reply> {
  const denied = denialOf(needs, caller, services);
  return denied === null ? await run(argument, caller, services) : sayLine(denied, caller, services);
}
