/** A desk that signs certificates, and people who open the links of one. */
import { newKey } from '../../../src/certificate/sign.ts';
import { ofType } from '../cards/walk.ts';
import { fetched, PUBLIC_URL } from './attaching.ts';
import { type Shown, startTestBot, type TestBot, testDesk } from './test-bot.ts';

export const KEY_URL = 'https://contoso.example/outage-desk-keys.pem';
export const signingDesk = (change: (text: string) => string = (text) => text) =>
  testDesk((text) => change(text.replace('desk:\n', `desk:\n  certificateKeyUrl: ${KEY_URL}\n`)));

/** `key`: in PEM; a new one without it. */
export const startSigningBot = ({
  key = newKey(),
  desk = signingDesk(),
  ...options
}: { key?: string } & Parameters<typeof startTestBot>[0] = {}) =>
  startTestBot({ quirks: [], desk, ...options, environment: { PUBLIC_URL, CERTIFICATE_KEY: key, ...options.environment } });

/** The addresses on a card, by the titles of their buttons. */
export function linksOf(shown: Shown | null | undefined): { readonly pdf: string; readonly json: string } {
  const links = new Map(ofType(shown?.card, 'Action.OpenUrl').map(({ title, url }) => [String(title), String(url)]));
  return { pdf: links.get('Open PDF') ?? '', json: links.get('Open JSON') ?? '' };
}

export async function openedJson(testBot: TestBot, shown: Shown | null | undefined): Promise<string> {
  const { status, data } = await fetched(testBot, linksOf(shown).json);
  if (status !== 200) throw new Error(`${status} for ${linksOf(shown).json}`);
  return data.toString();
}
