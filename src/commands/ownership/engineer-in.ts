/** Which engineer somebody names in a command. */
import { asName, oneLine } from '../../cards/text.ts';
import type { Person } from '../../outage/types/values.ts';
import type { Turn } from '../command.ts';

/**
 * The engineer whom the text names: by a mention; by a name only when exactly one engineer has it. A mention of
 * somebody who is no engineer of this desk names nobody. `unclear`: what to say instead.
 */
export async function engineerIn(text: string, turn: Turn): Promise<Person | { readonly unclear: string }> {
  const { desk, words } = turn;
  const { say } = words.ownership;
  const mentioned = await turn.mentioned();
  const named = oneLine(text.replace(/<[^<>]*>/g, ' ')).replace(/[.,!]+$/, '');
  const fits =
    mentioned.length > 0 || /<at>/i.test(text)
      ? desk.engineers.filter(({ id }) => mentioned.includes(id))
      : desk.engineers.filter(({ name }) => isCalled(name, named));
  if (fits.length > 1) return { unclear: say.whichEngineer(words.formats.list(fits.map(({ name }) => asName(name)))) };
  return fits[0] ?? { unclear: say.noEngineer };
}

/** Capitals and accents do not matter: "sorensen" is Sørensen. */
const names = new Intl.Collator('en', { usage: 'search', sensitivity: 'base' });

/** By the whole name, or by the first word of it. */
function isCalled(name: string, typed: string): boolean {
  const called = typed.replace(/^@/, '');
  return [name, name.split(' ')[0] ?? ''].some((one) => called !== '' && names.compare(oneLine(one), called) === 0);
}
