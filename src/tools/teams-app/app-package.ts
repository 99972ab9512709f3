/**
 * The app package that an administrator uploads to Teams: the manifest with its values filled in, and the icons. What Teams would
 * refuse, and what would send people to an address of an example, is named here with what to do.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { ConfigError, GUID, readSettings } from '../../config.ts';

/** The pages of the developer are links in Teams, also for people who know nothing of this bot. */
const ADDRESS = z.url({ protocol: /^https$/, hostname: /^(?!(?:.*\.)?(?:example(?:\.\w+)?|localhost)$).+\..+$/ });
const isAddress = (value: string): boolean => ADDRESS.safeParse(value).success;
const OWN_ADDRESS = 'Use a whole address of your own, with https:// and no example.com';

const value = (name: string, fits: (said: string) => boolean, remedy: string) =>
  z
    .string()
    .trim()
    .default('')
    .refine(fits, { error: ({ input }) => `${name} ${input ? 'cannot be used' : 'is missing'}. ${remedy}.` });

const isGuid = (said: string): boolean => GUID.test(said);

/** What stands in the place of `${{NAME}}` in the manifest. The Agents Toolkit fills in the same names. */
export const packageSchema = z.object({
  TEAMS_APP_ID: value(
    'TEAMS_APP_ID',
    isGuid,
    'It is a GUID: the "Teams App ID" that the Teams CLI printed, or a new one. Keep it: with another one Teams takes the package for another app',
  ),
  BOT_ID: value('BOT_ID', isGuid, 'It is the app id of the bot, a GUID: set MicrosoftAppId or CLIENT_ID, as for the bot itself'),
  DEVELOPER_NAME: value(
    'DEVELOPER_NAME',
    (said) => /^\P{Cc}{1,32}$/u.test(said),
    'Use the name of your organization, at most 32 characters in one line',
  ),
  DEVELOPER_WEBSITE_URL: value('DEVELOPER_WEBSITE_URL', isAddress, `${OWN_ADDRESS}: the page on which people get help with this app`),
  DEVELOPER_PRIVACY_URL: value('DEVELOPER_PRIVACY_URL', isAddress, `${OWN_ADDRESS}: your privacy statement`),
  DEVELOPER_TERMS_URL: value('DEVELOPER_TERMS_URL', isAddress, `${OWN_ADDRESS}: your terms of use`),
});
export type PackageValues = z.infer<typeof packageSchema>;

const BOT_IDS = ['BOT_ID', 'MicrosoftAppId', 'CLIENT_ID'] as const;

/** Throws ConfigError with everything that is missing or cannot be used, and where to get it. */
export function readPackageValues(environment: { readonly [name: string]: string | undefined }): PackageValues {
  const ids = BOT_IDS.flatMap((name) => environment[name]?.trim().toLowerCase() || []);
  if (new Set(ids).size > 1) throw new ConfigError([`${BOT_IDS.join(', ')} name different bots: leave out those that are not meant.`]);
  return readSettings(packageSchema, { ...environment, BOT_ID: ids[0] });
}

/** `template`: JSON with `${{NAME}}` in its texts. */
export const fillIn = (template: string, values: PackageValues): string =>
  template.replace(/\$\{\{(\w+)\}\}/g, (placeholder, name: string) => {
    const said = new Map(Object.entries(values)).get(name);
    return said === undefined ? placeholder : JSON.stringify(said).slice(1, -1);
  });

/** The icons and their sides, in pixels. */
const ICONS = { color: 192, outline: 32, color32x32: 32 } as const;
const manifestSchema = z.looseObject({
  $schema: z.string(),
  version: z.string(),
  icons: z.object({ color: z.string(), outline: z.string(), color32x32: z.string() }),
  validDomains: z.array(z.string()).default([]),
  localizationInfo: z
    .object({ additionalLanguages: z.array(z.object({ file: z.string() })).default([]) })
    .default({ additionalLanguages: [] }),
});

/** `folder`: where the manifest and its icons are. `reading`: with the permissions to read. Throws ConfigError. */
export async function buildPackage(folder: string, values: PackageValues, { reading }: { readonly reading: boolean }) {
  const [{ AppManifestUtils }, { zipSync }] = await Promise.all([import('@microsoft/app-manifest'), import('fflate')]).catch((cause) => {
    throw new ConfigError(['The packages that this needs are not here. Run npm ci, without --omit=dev.'], { cause });
  });
  const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
  const part = (file: string): object => JSON.parse(fillIn(read(file), values));
  const filled = { ...part('manifest.json'), ...(reading ? part('optional/reading.json') : {}) };
  const manifest = manifestSchema.parse(filled);
  const icons = Object.entries(ICONS).map(([icon, side]) => {
    const file = manifest.icons[icon as keyof typeof ICONS];
    return { file, side, bytes: readFileSync(path.join(folder, file)) };
  });
  const languages = manifest.localizationInfo.additionalLanguages.map(({ file }) => ({ file, texts: part(file) }));
  const wrongIn = async (file: string, texts: object, schema: SchemaName) =>
    (await AppManifestUtils.validateAgainstSchema(texts as never, schemaOf(manifest.$schema, schema))).map(
      (error) => `${file}: ${error.trim()}.`,
    );
  const problems = [
    ...(await wrongIn('manifest.json', filled, 'MicrosoftTeams')),
    ...(await Promise.all(languages.map(({ file, texts }) => wrongIn(file, texts, 'MicrosoftTeams.Localization')))).flat(),
    ...[...JSON.stringify(filled).matchAll(/\$\{\{\w+\}\}/g)].map(([placeholder]) => `manifest.json: nothing fills in ${placeholder}.`),
    ...icons
      .filter(({ side, bytes }) => !isSquare(bytes, side))
      .map(({ file, side }) => `${file}: save it as a PNG of ${side} x ${side} pixels.`),
    ...manifest.validDomains
      .filter((domain) => !isAddress(`https://${domain}`) || /[/*]/.test(domain))
      .map((domain) => `manifest.json: ${domain} in validDomains is no name of a host of your own. Take it out: the bot needs none.`),
  ];
  if (problems.length > 0) throw new ConfigError(problems);
  const files = {
    'manifest.json': bytesOf(filled),
    ...Object.fromEntries(languages.map(({ file, texts }) => [file, bytesOf(texts)])),
    ...Object.fromEntries(icons.map(({ file, bytes }) => [file, bytes])),
  };
  // The library writes local time; this is the earliest day that a zip can hold, in any zone. So the same package has the same bytes.
  return { version: manifest.version, files: Object.keys(files), zip: zipSync(files, { level: 9, mtime: new Date(1980, 0, 1) }) };
}

const bytesOf = (texts: object) => Buffer.from(`${JSON.stringify(texts, null, 2)}\n`);

/** Of the manifest, and of the file of another language, in the same version. */
type SchemaName = 'MicrosoftTeams' | 'MicrosoftTeams.Localization';
/** Microsoft's own schema, which its package brings: nothing is fetched. */
function schemaOf(address: string, name: SchemaName) {
  const version = /\/(v\d+\.\d+)\//.exec(address)?.[1] ?? '';
  const main = createRequire(import.meta.url).resolve('@microsoft/app-manifest');
  const text = readFileSync(path.join(path.dirname(main), 'json-schemas/teams', version, `${name}.schema.json`), 'utf8');
  // In v1.29 two patterns for what this app does not have end in a bracket that no Unicode pattern may have.
  return JSON.parse(text.replaceAll('\\\\b]', '\\\\b\\\\]'));
}

/** Width and height stand at the head of a PNG. */
const isSquare = (png: Buffer, side: number): boolean =>
  png.length > 24 && png.toString('latin1', 1, 4) === 'PNG' && png.readUInt32BE(16) === side && png.readUInt32BE(20) === side;
