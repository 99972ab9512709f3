/** `outage-desk person PERSON`: prints all that the store holds of a person, as JSON, to hand to them. The bots may run meanwhile. */
import { personIn, WHAT_TEAMS_HOLDS, withStore } from '../tool.ts';

export const person = async (who: string): Promise<string> =>
  await withStore(async (store) =>
    JSON.stringify({ ...(await store.personal.of(await personIn(store, who))), notHere: WHAT_TEAMS_HOLDS }, null, 2),
  );
