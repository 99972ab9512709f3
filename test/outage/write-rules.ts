/** `npm run rules`: writes the page of what may happen to an outage, and who may do it. */
import { writeFileSync } from 'node:fs';
import { RULES_FILE, rulesPage } from '../support/outage/rules.ts';

writeFileSync(RULES_FILE, rulesPage());
