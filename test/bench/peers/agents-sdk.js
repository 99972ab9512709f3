/** An echo with the Microsoft 365 Agents SDK and express, as its documentation has it. */
import { AgentApplication, MemoryStorage } from '@microsoft/agents-hosting';
import { createAgentRequestHandler } from '@microsoft/agents-hosting-express';
import express from 'express';

const agent = new AgentApplication({ storage: new MemoryStorage() });
agent.onActivity('message', async (context) => {
  await context.sendActivity(`You said '${context.activity.text}'`);
});

const server = express();
server.use(express.json());
server.post('/api/messages', createAgentRequestHandler(agent));
const listener = server.listen(Number(process.env.PORT), '127.0.0.1', () => {
  process.stdout.write(`listening on ${listener.address().port}\n`);
});
