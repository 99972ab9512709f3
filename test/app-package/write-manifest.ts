/** `npm run manifest`: writes the commands into the app's manifest. Biome formats it afterwards. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { commandLists, messageActions } from './menus.ts';

const file = path.join(import.meta.dirname, '../../appPackage/manifest.json');
const manifest = JSON.parse(readFileSync(file, 'utf8')) as {
  bots: [{ commandLists: unknown }];
  composeExtensions: [{ commands: unknown }];
};
manifest.bots[0].commandLists = commandLists;
manifest.composeExtensions[0].commands = messageActions;
// Biome puts an object on one line when it began so.
const json = JSON.stringify(manifest, null, 2).replace(
  /\{\n([^{}]*)\n\s*\}/g,
  (_whole, inner: string) => `{${inner.replace(/\n\s*/g, ' ')}}`,
);
writeFileSync(file, `${json}\n`);
