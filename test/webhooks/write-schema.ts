/** `npm run webhook-schema`: writes the schema of what webhooks say. */
import { writeFileSync } from 'node:fs';
import { bodyJsonSchema } from '../../src/webhooks/body.ts';

writeFileSync('src/webhooks/schema.json', `${JSON.stringify(bodyJsonSchema(), null, 2)}\n`);
