/** No SDK at all: restify, and a fetch to the connector. The least that an echo can cost. */
import restify from 'restify';

const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  const { id, serviceUrl, conversation, from, recipient, text } = request.body;
  const answer = await fetch(`${serviceUrl}v3/conversations/${encodeURIComponent(conversation.id)}/activities/${id}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'message', from: recipient, recipient: from, conversation, replyToId: id, text: `You said '${text}'` }),
  });
  await answer.json();
  response.send(200);
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => {
  process.stdout.write(`listening on ${server.address().port}\n`);
});
