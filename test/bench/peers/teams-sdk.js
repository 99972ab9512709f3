/** An echo with Teams SDK v2, as its "Quickstart" has it, without the typing indicator: one message a turn, like the others. */
import { createServer } from 'node:http';
import { App, ExpressAdapter } from '@microsoft/teams.apps';

const server = createServer();
const app = new App({ httpServerAdapter: new ExpressAdapter(server), dangerouslyAllowUnauthenticatedRequests: true });
app.on('message', async ({ send, activity }) => {
  await send(`You said '${activity.text}'`);
});
await app.initialize();
server.listen(Number(process.env.PORT), '127.0.0.1', () => {
  process.stdout.write(`listening on ${server.address().port}\n`);
});
