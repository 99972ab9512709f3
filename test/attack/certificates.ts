/** Forged addresses of certificates, of which each part is changed in turn; and a file that was changed on the way. */
import { judge, newKey, type PublicKey, readKey } from '../../src/certificate/sign.ts';
import type { Shown, Users } from '../support/bot/users.ts';
import { ofType } from '../support/cards/walk.ts';
import { PUBLIC_URL } from './files.ts';
import type { Target } from './target.ts';

/** The bot signs with this one, in one line, as settings have it. */
const PEM = newKey();
export const CERTIFICATE_KEY = PEM.trim().replaceAll('\n', '\\n');
const MOST_ASKED = 10;

const jsonOn = (shown: Shown | null): string =>
  ofType(shown?.card, 'Action.OpenUrl')
    .map(({ url }) => String(url))
    .find((url) => /\/certificates\/[^?]+\.json\?/.test(url)) ?? '';

/** As an engineer asks for it. A strange Teams loses answers, so it is asked for again. */
async function asks(users: Users, number: number): Promise<string> {
  for (let asked = 0; asked < MOST_ASKED; asked++) {
    const address = jsonOn(await users.says('priya', `/outage certificate OUT-${number}`));
    if (address !== '') return address.replace(PUBLIC_URL, '');
  }
  throw new Error('an engineer gets no certificate');
}

export async function forgedCertificates(target: Target, users: Users, { url, number }: { url: string; number: number }): Promise<void> {
  const right = await asks(users, number);
  const get = async (path: string) => {
    const response = await fetch(`${url}${path}`);
    return { status: response.status, body: await response.text(), cache: response.headers.get('cache-control') };
  };
  const refuse = async (name: string, path: string) => {
    const { status, body, cache } = await get(path);
    const isRight = status === 404 && body === 'Not found' && cache === 'no-store';
    target.judge(`a certificate: ${name}`, isRight ? null : `${status} for ${path.slice(0, 80)}: ${body.slice(0, 100)}`);
  };
  const { pathname, searchParams } = new URL(right, url);
  for (const [name, value] of searchParams) {
    const others = [
      '',
      '0',
      '-1',
      'desk',
      'reporter',
      `${value}0`,
      value.slice(1),
      `${value}'--`,
      '%00',
      'x'.repeat(5_000),
      String(Date.now() + 9e9),
    ];
    for (const other of others) {
      if (other === value) continue;
      const query = new URLSearchParams(searchParams);
      query.set(name, other);
      await refuse(`another ${name}`, `${pathname}?${query}`);
      await refuse(`a second ${name}`, `${pathname}?${searchParams}&${new URLSearchParams({ [name]: other })}`);
    }
    const without = new URLSearchParams(searchParams);
    without.delete(name);
    await refuse(`no ${name}`, `${pathname}?${without}`);
  }
  for (const path of [
    '/certificates/',
    '/certificates/..%2f..%2fetc%2fpasswd.pdf',
    `${pathname}x?${searchParams}`,
    `/certificates/x.json?${'&'.repeat(999)}`,
  ])
    await refuse('a strange path', path);

  const file = await get(right);
  const key = readKey(PEM) as PublicKey;
  const judged = judge(file.body, [key]);
  target.judge('a certificate that was not changed', 'wrong' in judged ? judged.wrong : null);
  const { protected: head, payload, signature } = JSON.parse(file.body) as Record<string, string>;
  const changed = Buffer.from(payload ?? '', 'base64url')
    .toString()
    .replace('"isOver"', '"wasOver"');
  const forged = {
    'another text': { protected: head, payload: Buffer.from(changed).toString('base64url'), signature },
    'no algorithm': { protected: Buffer.from(JSON.stringify({ alg: 'none', kid: key.id })).toString('base64url'), payload, signature: '' },
  };
  for (const [name, one] of Object.entries(forged))
    target.judge(`a changed certificate: ${name}`, 'wrong' in judge(JSON.stringify(one), [key]) ? null : 'it is valid');
}
