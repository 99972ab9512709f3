/** The OpenAPI document, made of the schemas that read and write. A client can be generated from it alone. */
import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject } from 'zod-openapi';
import { alertsBody, listAnswer, noteBody, outageAnswer, problemAnswer, reportAnswer, reportBody } from './schemas.ts';

const JSON_TYPE = 'application/json';
const answer = (description: string, schema: z.ZodType) => ({ description, content: { [JSON_TYPE]: { schema } } });
/** How long to wait. */
const RETRY_AFTER = { 'retry-after': { schema: { type: 'integer' as const }, description: 'Seconds to wait.' } };
const LOCATION = { location: { schema: { type: 'string' as const }, description: 'The address of the outage.' } };
const refusals = (...statuses: readonly number[]) =>
  Object.fromEntries(
    statuses.map((status) => [
      String(status) as `${4 | 5}${string}`,
      {
        description: STATUS_CODES[status] ?? '',
        ...(status === 429 || status === 503 ? { headers: RETRY_AFTER } : {}),
        content: { 'application/problem+json': { schema: problemAnswer } },
      },
    ]),
  );

/** Where a token will do as well, these are left out with it. */
const SIGNED = {
  query: z.object({ client: z.string().optional().meta({ description: 'The id of the client, where it signs.', example: 'monitor' }) }),
  header: z.object({
    'webhook-id': z.string().max(200).optional().meta({
      description: 'Where it signs: of this message, the same in each attempt. However often it comes, it is done once.',
    }),
    'webhook-timestamp': z
      .string()
      .optional()
      .meta({ description: 'Where it signs: seconds since 1970 (UTC), within five minutes of our clock.' }),
  }),
};
/** Where nothing but a signature will do. */
const ALWAYS_SIGNED = { query: SIGNED.query.required(), header: SIGNED.header.required() };
const outageNumber = z.object({ number: z.string().meta({ description: 'The number of an outage.', example: 'OUT-1042' }) });

const posts = (operation: ZodOpenApiOperationObject): ZodOpenApiOperationObject => ({
  ...operation,
  security: [{ signature: [] }, { token: [] }],
  responses: { ...operation.responses, ...refusals(400, 401, 403, 405, 413, 415, 422, 429, 500) },
});
const gets = (operation: ZodOpenApiOperationObject): ZodOpenApiOperationObject => ({
  ...operation,
  security: [{ token: [] }],
  responses: { ...operation.responses, ...refusals(401, 403, 405, 429, 500) },
});

export const openApiDocument = (): object =>
  createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Outage Desk',
      version: '1.0.0',
      description: 'Report outages to a support desk in Microsoft Teams, and ask for their state.',
    },
    servers: [{ url: '/' }],
    paths: {
      '/api/reports': {
        post: posts({
          operationId: 'report',
          summary: 'Report an outage, or join the one that is open in this environment',
          requestParams: SIGNED,
          requestBody: { required: true, content: { [JSON_TYPE]: { schema: z.union([reportBody, alertsBody]) } } },
          responses: {
            '200': answer('It joined an outage that is open, or there was nothing to do.', reportAnswer),
            '201': {
              ...answer('A new outage, which a support engineer acknowledges within the promised time.', reportAnswer),
              headers: LOCATION,
            },
            ...refusals(503),
          },
        }),
      },
      '/api/outages/{number}/notes': {
        post: {
          ...posts({
            operationId: 'note',
            summary: 'Add a note, which the desk reads',
            requestParams: { ...ALWAYS_SIGNED, path: outageNumber },
            requestBody: { required: true, content: { [JSON_TYPE]: { schema: noteBody } } },
            responses: { '201': answer('The outage with the note.', outageAnswer), ...refusals(404, 409) },
          }),
          security: [{ signature: [] }],
        },
      },
      '/api/outages/{number}': {
        get: gets({
          operationId: 'outage',
          summary: 'The state of an outage',
          requestParams: { path: outageNumber },
          responses: { '200': answer('The outage.', outageAnswer), ...refusals(404) },
        }),
      },
      '/api/outages': {
        get: gets({
          operationId: 'openOutages',
          summary: 'The outages that are open, at most 100: those that nobody has acknowledged first',
          requestParams: { query: z.object({ state: z.literal('open').optional() }) },
          responses: { '200': answer('The outages.', listAnswer), ...refusals(400) },
        }),
      },
      '/api/openapi.json': {
        get: {
          operationId: 'document',
          summary: 'This document',
          security: [],
          responses: { '200': answer('The document.', z.object({ openapi: z.string() }).catchall(z.unknown())) },
        },
      },
    },
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'The token of the client.' },
        signature: {
          type: 'apiKey',
          in: 'header',
          name: 'webhook-signature',
          description:
            'As Standard Webhooks say (https://www.standardwebhooks.com): "v1," and the Base64 of HMAC-SHA256 over webhook-id, webhook-timestamp and the body, with dots between them. The key is what the secret says in Base64 behind "whsec_".',
        },
      },
    },
  });
