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
