/** Secrets of other systems. The desk file names the environment variable of each and never holds the secret itself. */
import { ConfigError, withSecretFiles } from './config.ts';

/** By their names, each from its variable or from the file that NAME_FILE names. Throws ConfigError with each that is missing, and what to do. */
export function readNamedSecrets(
  names: readonly string[],
  environment: { readonly [key: string]: string | undefined },
): ReadonlyMap<string, string> {
  const settings = withSecretFiles(environment, names);
  const secrets = new Map(names.map((name) => [name, settings[name]?.trim() ?? '']));
  const missing = [...secrets].flatMap(([name, secret]) => (secret === '' ? [name] : []));
  if (missing.length === 0) return secrets;
  throw new ConfigError(
    missing.map(
      (name) => `${name} is missing. The desk file names it: set it, or ${name}_FILE to the path of a file that holds the secret.`,
    ),
  );
}

/** Reads all of these. Throws ConfigError with the problems of every one, so that nobody mends them one start after the other. */
export function readAll<Parts extends Readonly<Record<string, () => unknown>>>(parts: Parts) {
  const problems: string[] = [];
  const read = Object.entries(parts).map(([name, one]) => {
    try {
      return [name, one()];
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      problems.push(...error.problems);
      return [name, undefined];
    }
  });
  if (problems.length > 0) throw new ConfigError([...new Set(problems)]);
  return Object.fromEntries(read) as { readonly [name in keyof Parts]: ReturnType<Parts[name]> };
}
