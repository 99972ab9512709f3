/** Which command a typed text is. */
import { COMMANDS } from '../../src/commands/commands.ts';
import { normalise } from '../../src/commands/normalise.ts';

/** The command's name and its argument, as the bot would run it. */
export function read(text: string): readonly [command: string, argument: string] | null {
  const said = normalise(text);
  for (const { name, parse } of COMMANDS) {
    const argument = parse(said);
    if (argument !== null) return [name, argument];
  }
  return null;
}
