/** From which of Teams' clients somebody speaks. It is what the client says of itself: for the record, and decides nothing. */
import { z } from 'zod';
import { PLATFORMS, type Platform } from '../../outage/client.ts';

const entitiesSchema = z.object({ entities: z.array(z.unknown()) });
/** `{ "type": "clientInfo", "platform": "Windows", "locale": "en-US", "country": "US" }`; some clients leave the platform out. */
const clientInfoSchema = z.object({ type: z.literal('clientInfo'), platform: z.string() });

/** Null when it does not say; 'other' for everything that we have not heard of. */
export function readPlatform(activity: unknown): Platform | null {
  const { entities = [] } = entitiesSchema.safeParse(activity).data ?? {};
  const said = entities.flatMap((entity) => clientInfoSchema.safeParse(entity).data ?? [])[0]?.platform.toLowerCase();
  if (said === undefined) return null;
  return PLATFORMS.find((one) => one.toLowerCase() === said) ?? 'other';
}
