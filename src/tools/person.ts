/** `npm run person -- PERSON`: prints all that the store holds of a person, as JSON, to hand to them. The bots may run meanwhile. */
import { readStorage } from '../config.ts';
import { openForTools } from '../store/tools/open.ts';
import { personIn, runTool, WHAT_TEAMS_HOLDS } from './tool.ts';

const USAGE = 'usage: npm run person -- PERSON, an Entra object id, or an account, e-mail or phone as it stands in a report';

async function run(): Promise<string> {
  const { store, close } = await openForTools(readStorage(process.env));
  try {
    const personId = await personIn(store.personal, USAGE);
    return JSON.stringify({ ...(await store.personal.of(personId)), notHere: WHAT_TEAMS_HOLDS }, null, 2);
  } finally {
    await close();
  }
}

await runTool(USAGE, run);
