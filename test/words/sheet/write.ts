/**
 * `npm run words:sheet`: writes a sheet for translators, and pictures of the cards on which its texts stand. `npm run words:import` takes it back.
 *
 *   --language de    one language; without it, all but English
 *   --into FOLDER    where they go
 *   --no-pictures    the sheet alone, without a browser
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LANGUAGES } from '../../../src/outage/follow/language.ts';
import { WORDS } from '../../../src/words/words.ts';
import { oneOrAll, readArguments } from '../../support/arguments.ts';
import { csvOf } from './csv.ts';
import { drawPictures, pictureOf } from './pictures.ts';
import { rowsOf } from './rows.ts';
import { named, pictured, placesOf } from './shown.ts';
import { textsOf } from './texts.ts';

const values = readArguments('usage: npm run words:sheet -- [--language de|fr|es|ja] [--into FOLDER] [--no-pictures]', {
  language: { type: 'string' },
  into: { type: 'string', default: '.artifacts/words' },
  'no-pictures': { type: 'boolean', default: false },
});
const root = path.join(import.meta.dirname, '../../..');

for (const language of oneOrAll(
  'language',
  values.language,
  LANGUAGES.filter((one) => one !== 'en'),
)) {
  const folder = path.join(values.into, language);
  rmSync(path.join(folder, 'pictures'), { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const own = textsOf(root, language);
  const places = await placesOf(root, WORDS[language], own);
  const chosen = pictured(places);
  const rows = rowsOf(root, language, own);
  const sheet = csvOf(language, rows, ({ place }) => {
    const first = place ? chosen.get(place) : undefined;
    if (!place || !first) return undefined;
    return { cards: named(places.get(place) ?? []), picture: values['no-pictures'] ? '' : pictureOf(first.name) };
  });
  const file = path.join(folder, `${language}.csv`);
  writeFileSync(file, sheet);
  process.stdout.write(`${file}: ${rows.length} texts, ${chosen.size} of them on cards\n`);
  if (!values['no-pictures']) process.stdout.write(`${await drawPictures(folder, language, chosen)} pictures: ${folder}/pictures.html\n`);
}
