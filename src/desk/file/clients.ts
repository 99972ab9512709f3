/** Other systems that report, and ask for the state of outages, by the API. */
import { z } from 'zod';
import { keySchema } from '../on-call/schema.ts';
import { secretNameSchema } from './other-systems.ts';

/** What a client may do; each is a permission of the one table. */
export const CLIENT_PERMISSIONS = ['report', 'note', 'see', 'see-entered'] as const;
export type ClientPermission = (typeof CLIENT_PERMISSIONS)[number];

const common = {
  id: keySchema.max(40, 'keep it under 40 characters').describe('How it names itself, and how it stands in the record.'),
  name: z.string().trim().min(1, 'say something here').max(120, 'keep it under 120 characters').describe('How people read who reported.'),
  token: secretNameSchema.describe('The NAME of the environment variable with its bearer token, of at least 32 signs.'),
  permissions: z
    .array(z.enum(CLIENT_PERMISSIONS, `use ${CLIENT_PERMISSIONS.join(', ')}`))
    .min(1, 'name at least one permission')
    .default(['report', 'note', 'see'])
    .describe('What it may do. `see` shows states and times; `see-entered` also what people wrote, but never who or a contact.'),
};

export const clientsSchema = z
  .array(
    z.discriminatedUnion('kind', [
      z.strictObject({
        ...common,
        kind: z.literal('standard').describe('It signs what it sends, as Standard Webhooks say.'),
        secret: secretNameSchema.describe(
          'With standard: the NAME of the environment variable with the secret that it signs with, whsec_ and base64.',
        ),
        projects: z.array(keySchema).min(1, 'name at least one project').describe('With standard: for which projects; ids of `projects`.'),
      }),
      z.strictObject({
        ...common,
        kind: z.literal('alertmanager').describe('Prometheus Alertmanager, which cannot sign and sends its token instead.'),
        project: keySchema.describe('With alertmanager: for which project; an id of `projects`.'),
        environment: keySchema.describe('With alertmanager: which of its environments the alerts are about.'),
      }),
    ]),
  )
  .max(50, 'list at most 50')
  .default([]);

export type ClientEntry = z.infer<typeof clientsSchema>[number];

export const projectsOfClient = (client: ClientEntry): readonly string[] =>
  client.kind === 'standard' ? client.projects : [client.project];
