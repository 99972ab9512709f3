/** `npm run webhook-schema`: writes the schema of what webhooks say. */
import { writeFileSync } from 'node:fs';
import { bodyJsonSchema } from '../../src/webhooks/body.ts';

// On one line, so that the formatter keeps together what is short.
writeFileSync('src/webhooks/schema.json', `${JSON.stringify(bodyJsonSchema())}\n`);
