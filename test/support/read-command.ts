/** Which command a typed text is. */
import { commandOf } from '../../src/commands/commands.ts';
import { normalise } from '../../src/commands/normalise.ts';

/** The command's name and its argument, as the bot would run it. */
export function read(text: string): readonly [command: string, argument: string] | null {
  const found = commandOf(normalise(text));
  return found && [found.command.name, found.argument];
}
