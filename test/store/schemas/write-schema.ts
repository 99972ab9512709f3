/** `npm run schema`: keeps the tables of this version, so that later versions can be tried on them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { dumpOfToday } from '../../support/store/schema-dump.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
writeFileSync(`test/store/schemas/${version}.sql`, await dumpOfToday());
