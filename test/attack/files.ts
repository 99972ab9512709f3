/** Files by which somebody would have the bot ask other hosts, or hand out its token; and forged addresses of files. */
import { randomUUID } from 'node:crypto';
import { within } from '../crash/wait-within.ts';
import { chat, type Users } from '../support/bot/users.ts';
import { ofType } from '../support/cards/walk.ts';
import type { FakeTeams } from '../support/teams/fake-teams.ts';
import { SERVICE_URL } from './microsoft.ts';
import type { Target } from './target.ts';

/** The bot runs with this one; nothing is fetched from it. */
export const PUBLIC_URL = 'https://desk.example.com';

/** A strange Teams may refuse the message at first. */
const SHOWN_LIMIT_MS = 120_000;
const DOWNLOAD = 'application/vnd.microsoft.teams.file.download.info';
/** Hosts of this machine, of the cloud's own network, and names that look like Teams'. */
const ELSEWHERE = [
  'https://attacker.example/x.png',
  'http://smba.trafficmanager.net/x.png',
  'https://smba.trafficmanager.net.attacker.example/x.png',
  'https://smba.trafficmanager.net@attacker.example/x.png',
  'https://smba.trafficmanager.net:444/x.png',
  'https://sharepoint.com.attacker.example/x',
  'https://evilsharepoint.com/x',
  'http://127.0.0.1:3978/metrics',
  'http://[::1]:3978/readyz',
  'http://169.254.169.254/latest/meta-data/',
  'file:///etc/passwd',
  'data:image/png;base64,AAAA',
  'javascript:alert(1)',
  '',
  'x'.repeat(100_000),
];

export async function strangeFiles(target: Target, users: Users): Promise<void> {
  for (const url of ELSEWHERE) {
    const all = [
      { contentType: 'image/*', contentUrl: url },
      { contentType: DOWNLOAD, name: 'x.png', content: { downloadUrl: url, fileType: 'png' } },
      { contentType: DOWNLOAD, name: 7, content: [url] },
    ];
    for (const attachment of all)
      await target.hit({
        name: `a file at ${url.slice(0, 60)}`,
        body: JSON.stringify({ ...users.activity('maya', chat('maya'), { type: 'message', text: '' }), attachments: [attachment] }),
        expect: [200],
      });
  }
}

/** The smallest PNG. */
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');

/** Maya sends a picture of this outage; gives the address by which the desk's card shows it. */
export async function pictureAtDesk(target: Target, users: Users, teams: Pick<FakeTeams, 'attached' | 'messages'>, number: number) {
  const path = '/attachments/attack/views/original';
  teams.attached.set(path, { data: PNG });
  const sent = { contentType: 'image/*', contentUrl: `${SERVICE_URL}v3${path}` };
  const activity = users.activity('maya', chat('maya'), { type: 'message', text: `OUT-${number}` });
  await target.hit({ name: 'a picture', body: JSON.stringify({ ...activity, attachments: [sent] }), expect: [200] });
  const address = () =>
    teams.messages.flatMap(({ card }) => ofType(card, 'Image')).find(({ url }) => String(url).startsWith(PUBLIC_URL))?.url;
  await within(SHOWN_LIMIT_MS, 'no picture reached the desk', () => address() !== undefined);
  return String(address());
}

/** `address`: of a picture that is there. Whatever differs from it answers as what is not there. */
export async function forgedAddresses(target: Target, url: string, address: string): Promise<void> {
  const right = new URL(address.replace(PUBLIC_URL, url));
  const { variant = '', until = '', signature = '' } = Object.fromEntries(right.searchParams);
  const own = right.pathname.slice('/files/'.length);
  const served = await fetch(right);
  const bytes = Buffer.from(await served.arrayBuffer());
  // Or nothing below would prove anything.
  if (served.status !== 200 || !bytes.includes('IHDR')) throw new Error(`the address of a picture answers ${served.status}`);
  const ids = [own, randomUUID(), `${own}%00`, `${own}/`, '..%2f..%2fetc%2fpasswd', '', '%00', 'x'.repeat(5_000)];
  const queries = [
    '',
    'variant=original',
    `variant=original&until=${until}&signature=${signature}`,
    `variant=${variant}&until=${Number(until) + 1}&signature=${signature}`,
    `variant=${variant}&until=${Number(until) - 1}&signature=${signature}`,
    `variant=${variant}&until=${until}&signature=${[...signature].toReversed().join('')}`,
    `variant=${variant}&until=${until}&signature=${signature}&signature=${'A'.repeat(43)}`,
    `variant=${variant}&until=${until}&signature=${signature.slice(0, -1)}`,
    `variant=original&until=${Date.now() + 60_000}&signature=${'A'.repeat(43)}`,
    `variant=preview&until=99999999999999&signature=${'A'.repeat(43)}`,
    `variant[]=original&until[]=1&signature[]=${'A'.repeat(43)}`,
    "variant=original'--&until=1&signature=%27",
  ];
  const forged = ids.flatMap((id) => [...queries, ...(id === own ? [] : [right.search.slice(1)])].map((query) => `${id}?${query}`));
  for (const one of forged) {
    const response = await fetch(`${url}/files/${one}`);
    const body = await response.text();
    const isRight = response.status === 404 && !/PNG|IHDR|root:/.test(body) && !/node_modules|\/src\//.test(body);
    target.judge('a forged address of a file', isRight ? null : `${response.status} for ${one.slice(0, 120)}: ${body.slice(0, 100)}`);
  }
}

/** The token of the bot goes to no other host than the connector's: see `strange hosts` of the run. */
export function judgeFetched(target: Target, { asked }: Pick<FakeTeams, 'asked'>): void {
  const wrong = asked.filter((path) => /etc|metadata|metrics/.test(path));
  target.judge('what was fetched', wrong.length === 0 ? null : wrong.join());
}
