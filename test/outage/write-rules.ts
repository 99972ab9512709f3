/** `npm run rules`: writes the page of what may happen to an outage, and who may do what into the README. */
import { readFileSync, writeFileSync } from 'node:fs';
import { README_FILE, RULES_FILE, rulesPage, withWhoMay } from '../support/outage/rules.ts';

writeFileSync(RULES_FILE, rulesPage());
writeFileSync(README_FILE, withWhoMay(readFileSync(README_FILE, 'utf8')));
