/** `npm run rules`: writes the page of what may happen to an outage. */
import { writeFileSync } from 'node:fs';
import { RULES_FILE, rulesPage } from '../support/rules.ts';

writeFileSync(RULES_FILE, rulesPage());
