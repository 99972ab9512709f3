/** What wakes people: services of their own, and calls and text messages to their phones. */
import { z } from 'zod';
import type { Pager } from '../../outage/types/values.ts';
import { keySchema } from '../on-call/schema.ts';
import { readNumber } from '../phones.ts';
import { allowPrivateSchema, secretNameSchema } from './other-systems.ts';

/** Without TLS only inside the own network, as to a receiver that one tries it with. */
const address = z
  .url({ protocol: /^https?$/, error: 'use the whole address, with https://', abort: true })
  .refine((text) => {
    const { username, password, search, hash } = new URL(text);
    return [username, password, search, hash].every((part) => part === '');
  }, 'use the address without a password, ? or #: what is secret stands in an environment variable')
  .transform((text) => text.replace(/\/+$/, ''));

/** In international form. Whether somebody has this number, no list knows; `npx outage-desk check` says what looks wrong. */
export const phoneOfPerson = z
  .string()
  .transform((text, context) => readNumber(text) ?? complain(context))
  .describe('Where a pager calls them: with its country code, such as "+45 70 10 20 30".');
function complain(context: z.RefinementCtx) {
  context.addIssue({
    code: 'custom',
    message: 'write a number that can be called, with + and its country code, in quotes: "+45 70 10 20 30"',
  });
  return z.NEVER;
}

const webhookPager = z.strictObject({
  type: z.literal('webhook').describe('Another system that wakes people: it gets a signed message, by Standard Webhooks.'),
  address: address.describe('With webhook: where the message goes.'),
  secret: secretNameSchema.describe('With webhook: the NAME of the environment variable with the secret that signs it, whsec_ and base64.'),
  allowPrivate: allowPrivateSchema,
});
const pagerDuty = z.strictObject({
  type: z.literal('pagerduty').describe('PagerDuty, by its Events API v2.'),
  routingKey: secretNameSchema.describe('With pagerduty: the NAME of the environment variable with the integration key of the service.'),
  address: address.default('https://events.pagerduty.com').describe('With pagerduty, in its EU region: https://events.eu.pagerduty.com.'),
  allowPrivate: allowPrivateSchema,
});
const twilio = z.strictObject({
  type: z.literal('twilio').describe('Twilio calls the people of a step, each at their `phone`.'),
  account: z
    .string()
    .regex(/^AC[0-9a-f]{32}$/, 'use the Account SID, which begins with AC')
    .describe('With twilio: the Account SID.'),
  token: secretNameSchema.describe('With twilio: the NAME of the environment variable with the Auth Token.'),
  from: phoneOfPerson.describe('With twilio: your number there, which people see when it rings.'),
  by: z
    .enum(['voice', 'sms'], 'write voice, or sms')
    .default('voice')
    .describe('With twilio. voice: a call, in which 1 acknowledges. sms: a text message.'),
  address: address.default('https://api.twilio.com').describe('With twilio, in another region: such as https://api.dublin.ie1.twilio.com.'),
  allowPrivate: allowPrivateSchema,
});

export const pagersSchema = z
  .record(
    keySchema,
    z.discriminatedUnion('type', [webhookPager, pagerDuty, twilio]).superRefine((pager, context) => {
      if (!pager.address.startsWith('http:') || pager.allowPrivate) return;
      const message = 'use https://; http:// is for your own network alone, with allowPrivate: true';
      context.addIssue({ code: 'custom', path: ['address'], message });
    }),
  )
  .default({});

type PagersFile = z.infer<typeof pagersSchema>;
export type PagerFile = PagersFile[string];
export type TwilioFile = Extract<PagerFile, { type: 'twilio' }>;

export const toPagers = (file: PagersFile): readonly Pager[] =>
  Object.entries(file).map(([id, { type }]) => ({ id, callsPeople: type === 'twilio' }));

/** The name of the environment variable with the secret of a pager. */
export function secretNameOf(pager: PagerFile): string {
  if (pager.type === 'pagerduty') return pager.routingKey;
  return pager.type === 'twilio' ? pager.token : pager.secret;
}
