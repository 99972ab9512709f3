/** The OpenAPI document: valid, and enough to write a client from. */
import { createHmac } from 'node:crypto';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listAnswer, outageAnswer, reportAnswer } from '../../../src/api/schemas.ts';
import { API_SECRETS, ask, startApiBot } from '../../support/bot/api.ts';
import type { TestBot } from '../../support/bot/test-bot.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await startApiBot();
});
afterEach(async () => await bot.stop());

type Schema = {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly example?: unknown;
};
type Parameter = { readonly name: string; readonly in: 'query' | 'header' | 'path' };
type Operation = {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly security: readonly Readonly<Record<string, unknown>>[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, unknown>>;
};
type OpenApi = {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly securitySchemes: Readonly<Record<string, { readonly type: string; readonly name?: string; readonly scheme?: string }>>;
  };
};

const read = async (): Promise<OpenApi> => (await ask(`${bot.url}/api/openapi.json`, {})).body;

/** A client that knows the document, and the secrets that its owner was given. It shares no code with the bot. */
function clientFrom(document: OpenApi, base: string, own: { id: string; secret: string; token: string; now: () => number }) {
  const find = (operationId: string) => {
    for (const [path, methods] of Object.entries(document.paths))
      for (const [method, operation] of Object.entries(methods))
        if (operation.operationId === operationId) return { path, method, operation };
    throw new Error(`no operation ${operationId}`);
  };
  const named = (schema: Schema): Schema =>
    schema.$ref ? (document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}) : schema;
  /** The least that a schema takes, by its examples. */
  const least = (schema: Schema): Record<string, unknown> => {
    const { required = [], properties = {} } = named(named(schema).anyOf?.[0] ?? schema);
    return Object.fromEntries(required.map((name) => [name, named(properties[name] ?? {}).example ?? `any ${name}`]));
  };
  /** The first way that the operation takes to show who asks. */
  const proof = ({ security }: Operation, headers: Readonly<Record<string, string>>, body: string | null): Record<string, string> => {
    const { type, name = '' } = document.components.securitySchemes[Object.keys(security[0] ?? {})[0] ?? ''] ?? { type: '' };
    if (type === 'http') return { authorization: `Bearer ${own.token}` };
    const key = Buffer.from(own.secret.replace('whsec_', ''), 'base64');
    const text = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
    return type === 'apiKey' ? { [name]: `v1,${createHmac('sha256', key).update(text).digest('base64')}` } : {};
  };
  return async (operationId: string, values: Record<string, string> = {}, more: object = {}) => {
    const { path, method, operation } = find(operationId);
    const content = Object.entries(operation.requestBody?.content ?? {})[0];
    const body = content ? JSON.stringify({ ...least(content[1].schema), ...more }) : null;
    const headers: Record<string, string> = content ? { 'content-type': content[0] } : {};
    const known: Record<string, string> = {
      client: own.id,
      'webhook-id': values.id ?? '',
      'webhook-timestamp': String(Math.floor(own.now() / 1_000)),
      ...values,
    };
    const filled = path.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(known[name] ?? ''));
    const url = new URL(filled, base);
    const wanted = (operation.parameters ?? []).filter(({ name }) => name in known);
    for (const one of wanted.filter((parameter) => parameter.in === 'query')) url.searchParams.set(one.name, known[one.name] ?? '');
    for (const one of wanted.filter((parameter) => parameter.in === 'header')) headers[one.name] = known[one.name] ?? '';
    Object.assign(headers, proof(operation, headers, body));
    const answer = await ask(url.href, { method: method.toUpperCase(), headers, ...(body === null ? {} : { body }) });
    expect(Object.keys(operation.responses), `${operationId} may answer so`).toContain(String(answer.status));
    return answer;
  };
}

describe('the OpenAPI document', () => {
  it('is valid, by a validator that is not ours', async () => {
    const document = await read();
    const result = await new Validator().validate(document);
    expect(result).toMatchObject({ valid: true });
    expect(document.openapi).toBe('3.1.1');
    const broken = await new Validator().validate({ ...document, info: {} });
    expect(broken.valid).toBe(false);
  });

  it('refuses unknown keys of what is sent, and names all five addresses', async () => {
    const { paths, components } = await read();
    expect(Object.keys(paths).toSorted()).toEqual([
      '/api/openapi.json',
      '/api/outages',
      '/api/outages/{number}',
      '/api/outages/{number}/notes',
      '/api/reports',
    ]);
    expect(components.schemas.Report).toMatchObject({ additionalProperties: false, required: ['project', 'environment', 'title'] });
    expect(components.schemas.Note).toMatchObject({ additionalProperties: false });
  });

  it('is enough for a client that reports, sends it again, adds a note, and reads', async () => {
    const { MONITOR_SECRET: secret = '', MONITOR_TOKEN: token = '' } = API_SECRETS;
    const call = clientFrom(await read(), bot.url, { id: 'monitor', secret, token, now: bot.clock.now });
    const reported = await call('report', { id: 'incident-7' });
    expect(reported).toMatchObject({ status: 201, body: { result: 'created', outage: { number: 'OUT-1001' } } });
    expect((await call('report', { id: 'incident-7' })).text).toBe(reported.text);
    expect((await call('report', { id: 'incident-8' })).body.result).toBe('joined');
    const noted = await call('note', { id: 'note-1', number: 'OUT-1001' });
    const seen = await call('outage', { number: 'OUT-1001' });
    const list = await call('openOutages', { state: 'open' });
    expect([noted.status, seen.status, list.body.outages.length]).toEqual([201, 200, 1]);
    expect((await call('outage', { number: 'OUT-4' })).status).toBe(404);
    expect((await call('report', { id: 'incident-9' }, { title: '' })).status).toBe(422);
    // What is answered is what the schemas say.
    for (const [schema, { body }] of [
      [reportAnswer, reported],
      [outageAnswer, noted],
      [outageAnswer, seen],
      [listAnswer, list],
    ] as const)
      expect(schema.parse(body)).toEqual(body);
  });
});
