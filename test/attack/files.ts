/** Files by which somebody would have the bot ask other hosts, or hand out its token; and forged addresses of files. */
import { randomUUID } from 'node:crypto';
import { chat, type Users } from '../support/bot/users.ts';
import type { FakeTeams } from '../support/teams/fake-teams.ts';
import type { Target } from './target.ts';

/** The bot runs with this one; nothing is fetched from it. */
export const PUBLIC_URL = 'https://desk.example.com';

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

/** Whatever is asked for without a signature answers as what is not there. */
export async function forgedAddresses(target: Target, url: string, fileId: string | null): Promise<void> {
  const ids = [fileId ?? randomUUID(), randomUUID(), '..%2f..%2fetc%2fpasswd', '', '%00', 'x'.repeat(5_000)];
  const queries = [
    '',
    'variant=original',
    `variant=original&until=${Date.now() + 60_000}&signature=${'A'.repeat(43)}`,
    `variant=preview&until=99999999999999&signature=${'A'.repeat(43)}`,
    `variant[]=original&until[]=1&signature[]=${'A'.repeat(43)}`,
    "variant=original'--&until=1&signature=%27",
  ];
  for (const id of ids)
    for (const query of queries) {
      const response = await fetch(`${url}/files/${id}?${query}`);
      const body = await response.text();
      const isRight = response.status === 404 && !/PNG|IHDR|root:/.test(body) && !/node_modules|\/src\//.test(body);
      target.judge(
        'a forged address of a file',
        isRight ? null : `${response.status} for ${id.slice(0, 40)}?${query}: ${body.slice(0, 100)}`,
      );
    }
}

/** The token of the bot goes to no other host than the connector's: see `strange hosts` of the run. */
export function judgeFetched(target: Target, { asked }: Pick<FakeTeams, 'asked'>): void {
  const wrong = asked.filter((path) => /etc|metadata|metrics/.test(path));
  target.judge('what was fetched', wrong.length === 0 ? null : wrong.join());
}
