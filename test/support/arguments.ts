/** What a command of ours is told behind `--`. Whoever mistypes it reads one line and no stack. */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** Ends the process with 2: nothing was done. */
export function refuse(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(2);
}

/** `usage`: one line, said for `--help`, and instead of doing anything for what nobody knows. */
export function readArguments<const Options extends ParseArgsOptionsConfig>(usage: string, options: Options) {
  if (process.argv.includes('--help')) {
    process.stdout.write(`${usage}\n`);
    process.exit(0);
  }
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_')) refuse(usage);
    throw error;
  }
}

export function wholeNumber(name: string, text: string, least = 1): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isSafeInteger(value) || value < least) {
    refuse(`--${name} must be a whole number of at least ${least}, not '${text}'`);
  }
  return value;
}

/** The chosen one, or all of them where none is chosen. */
export function oneOrAll<Name extends string>(name: string, text: string | undefined, all: readonly Name[]): readonly Name[] {
  const chosen = all.filter((one) => text === undefined || text === one);
  return chosen.length > 0 ? chosen : refuse(`--${name} must be ${all.join(' or ')}, not '${text}'`);
}
