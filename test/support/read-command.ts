/** Which command a typed text is. */
import { normalise } from '../../src/commands/command.ts';
import { commandOf } from '../../src/commands/commands.ts';

/** The command's name and its argument, as the bot would run it. */
export function read(text: string): readonly [command: string, argument: string] | null {
  const found = commandOf(normalise(text));
  return found && [found.command.name, found.argument];
}
