/** `npm run person -- PERSON`: prints all that the store holds of a person, as JSON, to hand to them. The bots may run meanwhile. */
import { runPersonTool, WHAT_TEAMS_HOLDS } from '../tool.ts';

await runPersonTool('person', async ({ personal }, personId) =>
  JSON.stringify({ ...(await personal.of(personId)), notHere: WHAT_TEAMS_HOLDS }, null, 2),
);
