/** `npm run golden`: writes what each kind of card says, as files that are reviewed as a diff. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LANGUAGES } from '../../src/outage/follow/language.ts';
import { GOLDEN_FOLDER, goldenFiles } from '../support/cards/golden.ts';
import { goldenCertificates } from '../support/certificate.ts';

rmSync(GOLDEN_FOLDER, { recursive: true, force: true });
for (const [file, text] of goldenFiles(LANGUAGES)) {
  const place = path.join(GOLDEN_FOLDER, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, text);
}

const certificates = path.join(import.meta.dirname, '../certificate/golden');
rmSync(certificates, { recursive: true, force: true });
mkdirSync(certificates);
for (const [file, text] of goldenCertificates()) writeFileSync(path.join(certificates, file), text);
