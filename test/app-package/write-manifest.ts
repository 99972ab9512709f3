/** `npm run manifest`: writes the texts and the commands into the app's manifest, and a file for each other language. Biome formats them afterwards. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { commandLists, described, localizationInfo, localizations, messageActions, named } from './menus.ts';

const folder = path.join(import.meta.dirname, '../../appPackage');
const file = path.join(folder, 'manifest.json');
const manifest = JSON.parse(readFileSync(file, 'utf8')) as {
  bots: [{ commandLists: unknown }];
  composeExtensions: [{ commands: unknown }];
};
manifest.bots[0].commandLists = commandLists;
manifest.composeExtensions[0].commands = messageActions;
Object.assign(manifest, named, described, { localizationInfo });
// Biome puts an object on one line when it began so.
const json = JSON.stringify(manifest, null, 2).replace(
  /\{\n([^{}]*)\n\s*\}/g,
  (_whole, inner: string) => `{${inner.replace(/\n\s*/g, ' ')}}`,
);
writeFileSync(file, `${json}\n`);
for (const [name, texts] of localizations) writeFileSync(path.join(folder, name), `${JSON.stringify(texts, null, 2)}\n`);
