/** An echo with teams-ai and restify, as "Quickstart" of its documentation has it. */
import { Application, TeamsAdapter } from '@microsoft/teams-ai';
import { ConfigurationServiceClientCredentialFactory, MemoryStorage } from 'botbuilder';
import restify from 'restify';

const adapter = new TeamsAdapter(
  {},
  new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: process.env.MicrosoftAppId,
    MicrosoftAppPassword: process.env.MicrosoftAppPassword,
    MicrosoftAppType: process.env.MicrosoftAppId ? 'SingleTenant' : undefined,
    MicrosoftAppTenantId: process.env.MicrosoftAppTenantId,
  }),
);
const app = new Application({ adapter, storage: new MemoryStorage() });
app.activity('message', async (context) => {
  await context.sendActivity(`You said '${context.activity.text}'`);
});

const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  await adapter.process(request, response, async (context) => {
    await app.run(context);
  });
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => {
  process.stdout.write(`listening on ${server.address().port}\n`);
});
