/** `npm run desk-schema`: writes env/desk.schema.json and the reference in env/README.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { deskJsonSchema, withReference } from '../support/desk/desk-reference.ts';

writeFileSync('env/desk.schema.json', `${JSON.stringify(deskJsonSchema(), null, 2)}\n`);
writeFileSync('env/README.md', withReference(readFileSync('env/README.md', 'utf8')));
