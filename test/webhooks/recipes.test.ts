/** The recipes of env/webhooks.md as they stand there, each against a local receiver that checks what that system documents. */
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import type { Delivery } from '../../src/engine/ports/deliveries.ts';
import { request } from '../../src/outward/request.ts';
import type { Body } from '../../src/webhooks/body.ts';
import { createKnown, createWebhookOutlet } from '../../src/webhooks/outlet.ts';
import { toReceivers } from '../../src/webhooks/receivers.ts';
import { smallDesk } from '../support/desk/small-desk.ts';
import { CALM, stories } from '../support/outage/stories.ts';
import { isValidBody, SECRET } from '../support/outward/receiver.ts';

const PAGE = readFileSync('env/webhooks.md', 'utf8');
/** The blocks of a section, by their language. */
const blocksOf = (heading: string, language: string): readonly string[] => {
  const [, section = ''] = PAGE.split(`\n## ${heading}\n`);
  return [...(section.split('\n## ')[0] ?? '').matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].flatMap(([, of, text = '']) =>
    of === language ? text : [],
  );
};

type Asked = { readonly path: string; readonly headers: IncomingHttpHeaders; readonly text: string };
type System = (asked: Asked) => number;

/** Sends one event as the recipe says to that system; what it answered, and what it would have been sent. */
async function send(recipe: string, secrets: Record<string, string>, system: System) {
  const [text = ''] = blocksOf(recipe, 'yaml');
  const { file } = smallDesk((desk) => desk + text);
  const all = new Map(Object.entries(secrets));
  const { receivers, problems } = toReceivers(file.webhooks, all);
  expect(problems).toEqual([]);
  const [receiver] = receivers;
  if (!receiver) throw new Error(`${recipe} names no webhook`);
  const statuses: number[] = [];
  const server = createServer(async (incoming, response) => {
    let body = '';
    for await (const chunk of incoming) body += chunk;
    const status = incoming.method === 'POST' ? system({ path: incoming.url ?? '', headers: incoming.headers, text: body }) : 405;
    statuses.push(status);
    response.writeHead(status);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const here = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  const outlet = createWebhookOutlet({
    receivers,
    known: createKnown({ get: async () => undefined, set: async () => {}, delete: async () => {} }),
    request: (ask) => request({ ...ask, url: here + new URL(ask.url).pathname + new URL(ask.url).search, allowPrivate: true }),
  });
  const { id } = receiver;
  const delivery: Delivery = {
    ...{ key: `nonce-1/news/webhook:${id}/1`, outageId: 'nonce-1', kind: 'news', destination: { kind: 'webhook', id }, seq: 1 },
    ...{ priority: 3, after: null, lane: `webhook:${id}`, createdAt: Date.now(), attempts: 0, maybeSent: false, repeats: 0 },
  };
  const sent = await outlet
    .send(delivery, stories(CALM, 'personal').acknowledged, { now: Date.now(), repeated: false })
    .catch((error) => error);
  return { statuses, sent, host: receiver.url.host };
}

const isJson = (headers: IncomingHttpHeaders): boolean => headers['content-type']?.startsWith('application/json') ?? false;

describe('the recipe for', () => {
  /** By its documentation: an API key in the header of its profile, JSON, and generateMac(key in base64, 'HmacSHA256', text) in base64. */
  const serviceNow =
    (key: string, secret: string): System =>
    ({ path, headers, text }) => {
      if (!/^\/api\/\w+\/\w+\/\w+$/.test(path)) return 404;
      if (headers['x-sn-apikey'] !== key) return 401;
      if (!isJson(headers)) return 415;
      const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${text}`;
      const mac = createHmac('sha256', Buffer.from(secret, 'base64')).update(signed).digest('base64');
      if (headers['webhook-signature'] !== `v1,${mac}`) return 401;
      return (JSON.parse(text) as Body).data.outage.number === 'OUT-1001' ? 201 : 400;
    };

  it('ServiceNow is taken by a Scripted REST API with an API key, whose script checks the signature', async () => {
    const secrets = { WEBHOOK_SERVICENOW_SECRET: SECRET, WEBHOOK_SERVICENOW_KEY: 'now_abc' };
    const { statuses, sent, host } = await send('ServiceNow', secrets, serviceNow('now_abc', SECRET.replace('whsec_', '')));
    expect([statuses, sent, host]).toEqual([[201], { id: expect.any(String) }, 'example.service-now.com']);
    const other = await send('ServiceNow', secrets, serviceNow('now_xyz', SECRET.replace('whsec_', '')));
    expect([other.statuses, other.sent]).toEqual([[401], expect.objectContaining({ failure: 'refused' })]);
  });

  it('Jira is taken by an incoming webhook with its token', async () => {
    /** By its documentation: the token in this header, JSON, and what the rule reads as webhookData. */
    const system: System = ({ path, headers, text }) => {
      if (!/^\/automation\/webhooks\/jira\/a\/[\da-f-]{36}\/[\da-f-]{36}$/.test(path)) return 404;
      if (headers['x-automation-webhook-token'] !== 'jira-token') return 400;
      const webhookData = isJson(headers) ? JSON.parse(text) : {};
      const named = [...PAGE.matchAll(/\{\{webhookData\.([\w.]+)\}\}/g)].map(([, path = '']) => at(webhookData, path));
      return named.length === 3 && named.every((value) => value !== undefined) ? 200 : 400;
    };
    const { statuses, sent } = await send('Jira', { WEBHOOK_JIRA_SECRET: SECRET, WEBHOOK_JIRA_TOKEN: 'jira-token' }, system);
    expect([statuses, sent]).toEqual([[200], { id: expect.any(String) }]);
  });

  it('Azure DevOps starts the pipeline of the page', async () => {
    const pipeline = parse(blocksOf('Azure DevOps', 'yaml')[1] ?? '') as {
      resources: { webhooks: { webhook: string; filters: { path: string; value: string }[] }[] };
      steps: { script: string }[];
    };
    const [webhook] = pipeline.resources.webhooks;
    let ran = '';
    /** By its documentation: no authentication, its name and API version in the address, JSON whose filters all match. */
    const system: System = ({ path, headers, text }) => {
      if (path !== `/example/_apis/public/distributedtask/webhooks/${webhook?.webhook}?api-version=6.0-preview`) return 404;
      if (!/^[-_A-Za-z0-9]*$/.test(webhook?.webhook ?? '') || !isJson(headers)) return 400;
      const body = JSON.parse(text);
      const isWanted = webhook?.filters.every(({ path, value }) => at(body, path) === value.replace('northwind', 'shop'));
      ran = isWanted
        ? (pipeline.steps[0]?.script ?? '').replace(/\$\{\{ parameters\.OutageDesk\.([\w.]+) \}\}/, (_, path) => String(at(body, path)))
        : '';
      return 200;
    };
    const { statuses } = await send('Azure DevOps', { WEBHOOK_AZURE_DEVOPS_SECRET: SECRET }, system);
    expect([statuses, ran]).toEqual([[200], 'echo OUT-1001']);
  });

  it('Power Automate is taken by the trigger with the schema, at an address that is a secret', async () => {
    const address =
      'https://prod-1.westeurope.logic.azure.com/workflows/abc/triggers/manual/paths/invoke?api-version=2016-06-01&sp=x&sv=1.0&sig=s3cr3t';
    /** By its documentation: the signature of its address, JSON by the schema of the trigger, and 202 without a response action. */
    const system: System = ({ path, headers, text }) => {
      if (new URL(path, 'https://x').searchParams.get('sig') !== 's3cr3t') return 401;
      return isJson(headers) && isValidBody(JSON.parse(text)) ? 202 : 400;
    };
    const { statuses, sent } = await send(
      'Power Automate',
      { WEBHOOK_POWER_AUTOMATE_SECRET: SECRET, WEBHOOK_POWER_AUTOMATE_ADDRESS: address },
      system,
    );
    expect([statuses, sent]).toEqual([[202], { id: expect.any(String) }]);
  });
});

it('the body on the page is one', () => {
  const [text = ''] = blocksOf('What is sent', 'json');
  expect(isValidBody(JSON.parse(text)), JSON.stringify(isValidBody.errors)).toBe(true);
});

it('the webhook that the page begins with is valid', () => {
  const [text = ''] = [...PAGE.matchAll(/^ {3}```yaml\n([\s\S]*?)^ {3}```/gm)].map(([, block = '']) => block.replace(/^ {3}/gm, ''));
  expect(smallDesk((desk) => desk + text).webhooks('shop')).toMatchObject([{ id: 'tickets' }]);
});

const at = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (one, key) => (typeof one === 'object' && one !== null ? Object.getOwnPropertyDescriptor(one, key)?.value : undefined),
      value,
    );
