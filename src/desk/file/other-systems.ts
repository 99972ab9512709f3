/** What the desk file says alike of every other system: webhooks, pagers, clients of the API. */
import { z } from 'zod';

/** What is secret stands in the environment, so that the desk file may be shown, sent and kept in version control. */
export const secretNameSchema = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]{2,63}$/, 'write the name of an environment variable, in capitals; the secret itself never stands here');

export const allowPrivateSchema = z
  .boolean()
  .default(false)
  .describe('Whether the address may be inside your own network, and with http://. Otherwise such an address is refused.');
