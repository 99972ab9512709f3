/** People who attach files to what they write, and clients of Teams that fetch the pictures of cards. */
import { ofType } from '../cards/walk.ts';
import type { SentMessage } from '../teams/fake-graph.ts';
import { chat, type PersonKey, type Place, type TestBot } from './test-bot.ts';

/** Where a proxy passes on what is below it to the bot. */
export const PUBLIC_URL = 'https://desk.example.com';

type Sent = { readonly contentType: string; readonly contentUrl?: string; readonly name?: string; readonly content?: object };

/** Keeps the bytes in Teams; gives the attachment that names them. */
let count = 0;
export function picture({ teams }: TestBot, data: Uint8Array, name?: string): Sent {
  const path = `/attachments/${++count}/views/original`;
  teams.attached.set(path, { data: Buffer.from(data) });
  return { contentType: 'image/*', contentUrl: `${teams.serviceUrl}/v3${path}`, ...(name !== undefined && { name }) };
}
export function file({ teams }: TestBot, name: string, data: Uint8Array | string): Sent {
  const path = `/personal/files/${++count}`;
  teams.attached.set(path, { data: Buffer.from(data) });
  const content = { downloadUrl: `${teams.serviceUrl}/v3${path}?tempauth=key`, uniqueId: String(count), fileType: name.split('.').at(-1) };
  return {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    contentUrl: 'https://contoso.sharepoint.com/x',
    name,
    content,
  };
}

/** Sends a message with attachments; gives what came to the same conversation at once. */
export async function attaches(
  testBot: TestBot,
  person: PersonKey,
  attachments: readonly Sent[],
  { text = '', place = chat(person), id }: { text?: string; place?: Place; id?: string } = {},
): Promise<readonly SentMessage[]> {
  const before = testBot.teams.in(place.id).length;
  const typed = testBot.typed(person, text, place);
  const { status, body } = await testBot.post({ ...typed, ...(id === undefined ? {} : { id }), text: typed.text ?? '', attachments });
  if (status !== 200) throw new Error(`${status} ${body}`);
  return testBot.teams.in(place.id).slice(before);
}

/** The bot fetches and tells of all that is due. */
export async function fetchesAll(testBot: TestBot): Promise<void> {
  for (let due = -1; due !== 0; ) due = (await testBot.app.files?.round()) ?? 0;
  await testBot.settles();
}

/** The pictures of a message, and the addresses of the originals. */
export const picturesOn = (message: SentMessage | undefined) =>
  ofType(message?.card, 'Image').map(({ url, selectAction }) => ({
    url: String(url),
    original: String((selectAction as { url?: unknown }).url),
  }));
export const linksOn = (message: SentMessage | undefined): readonly string[] =>
  ofType(message?.card, 'TextRun').flatMap(({ selectAction }) => {
    const { url } = (selectAction ?? {}) as { url?: string };
    return url?.startsWith(PUBLIC_URL) ? [url] : [];
  });

/** As Teams' client does it: without a token, by way of the proxy. */
export async function fetched(testBot: TestBot, url: string, init: RequestInit = {}) {
  const response = await fetch(url.replace(PUBLIC_URL, testBot.url), init);
  return { status: response.status, headers: response.headers, data: Buffer.from(await response.arrayBuffer()) };
}
