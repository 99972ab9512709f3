/** Addresses of other systems that hear what happens to outages. */
import { z } from 'zod';
import { WEBHOOK_EVENTS } from '../../outage/types/webhooks.ts';
import { keySchema } from '../on-call/schema.ts';
import { allowPrivateSchema, secretNameSchema } from './other-systems.ts';

const isName = (text: string): boolean => secretNameSchema.safeParse(text).success;
/** Parts of an address by which whoever knows it may call it. */
const SECRET_PARTS = ['sig', 'token', 'key', 'code', 'secret', 'password', 'apikey', 'api_key'];
/** These are set for each message. */
const OWN_HEADERS = /^(?:host|connection|content-.*|transfer-encoding|webhook-.*|user-agent)$/i;

const addressSchema = z.string().superRefine((text, context) => {
  if (isName(text)) return;
  const url = URL.parse(text);
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:')
    context.addIssue('write the whole address, with https://, or the name of an environment variable that holds it');
  else if (url.username !== '' || url.password !== '')
    context.addIssue('an address with a password is a secret: give the password by headers, as the name of an environment variable');
  else if ([...url.searchParams.keys()].some((part) => SECRET_PARTS.includes(part.toLowerCase())))
    context.addIssue('this address holds a secret: write the name of an environment variable that holds the address');
});

export const webhookSchema = z
  .strictObject({
    address: addressSchema.describe(
      'Where events are sent, or the NAME of an environment variable that holds the address, where it is a secret.',
    ),
    secret: secretNameSchema.describe('The NAME of the environment variable with the secret that signs them: whsec_ and base64.'),
    headers: z
      .record(
        z
          .string()
          .regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/, 'write the name of an HTTP header')
          .refine((name) => !OWN_HEADERS.test(name), 'this header is set for each message; leave it out'),
        secretNameSchema,
      )
      .default({})
      .describe('Headers by which the receiver knows you, each with the NAME of the environment variable that holds its value.'),
    events: z
      .union([z.literal('all'), z.array(z.enum(WEBHOOK_EVENTS)).min(1)], `write all, or a list of: ${WEBHOOK_EVENTS.join(', ')}`)
      .default('all')
      .describe('What it hears.'),
    projects: z
      .union([z.literal('all'), z.array(keySchema).min(1)], 'write all, or a list of project ids')
      .default('all')
      .describe('Of which projects it hears.'),
    detail: z
      .enum(['public', 'full'])
      .default('public')
      .describe('public: no personal data and nothing that a customer wrote. full: with the report, the contact and the updates.'),
    allowPrivate: allowPrivateSchema,
  })
  .superRefine(({ address, allowPrivate }, context) => {
    if (address.startsWith('http:') && !allowPrivate)
      context.addIssue({
        code: 'custom',
        path: ['address'],
        message: 'use https://; http:// is for your own network alone, with allowPrivate: true',
      });
  });

export type WebhookFile = z.infer<typeof webhookSchema>;

/** The names of the environment variables that hold its secrets. */
export const secretsOf = ({ address, secret, headers }: WebhookFile): readonly string[] => [
  ...(isName(address) ? [address] : []),
  secret,
  ...Object.values(headers),
];
