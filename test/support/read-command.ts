/** Which command a typed text is: its name and its argument, as the bot would run it. */
import { commandOf } from '../../src/commands/commands.ts';
import { normalise } from '../../src/commands/normalise.ts';

export function read(text: string): readonly [command: string, argument: string] | null {
  const found = commandOf(normalise(text));
  return found && [found.command.name, found.argument];
}
