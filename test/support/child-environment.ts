/** What a Node process that a test starts has of our environment. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';

/** For its owner alone, as is the folder that it is in: the bot refuses a cache that others can write to. */
const COMPILED = path.join(import.meta.dirname, '../../node_modules/.cache/outage-desk/compiled');

/** From here on the processes that this one starts share what Node has compiled of them. That is half of their start. */
export function shareCompiled(): void {
  if (process.env.NODE_COMPILE_CACHE || process.env.NODE_DISABLE_COMPILE_CACHE) return;
  mkdirSync(COMPILED, { recursive: true, mode: 0o700 });
  process.env.NODE_COMPILE_CACHE = COMPILED;
}

/** No setting of the bot's is in it, so whoever starts the tests with some of them gets the same results. */
export function childEnvironment(): { readonly PATH: string; readonly NODE_COMPILE_CACHE?: string } {
  const { PATH = '', NODE_COMPILE_CACHE } = process.env;
  return { PATH, ...(NODE_COMPILE_CACHE && { NODE_COMPILE_CACHE }) };
}
