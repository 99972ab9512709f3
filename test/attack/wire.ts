/** Attacks below the level of activities: sizes, encodings, headers, incomplete requests. */
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Attack, Target } from './target.ts';

const MEGABYTE = 1024 * 1024;
const nested = (levels: number, open: string, close: string) => `${open.repeat(levels)}1${close.repeat(levels)}`;

/** `activity`: a valid one, as JSON. */
export function* bodies(activity: string): Generator<Attack> {
  const bomb = gzipSync(Buffer.alloc(60 * MEGABYTE, 0x20));
  const withValue = (json: string) => `${activity.slice(0, -1)},"value":${json}}`;
  const json = { 'content-type': 'application/json' };
  const cases: readonly (readonly [string, readonly number[], Attack['body'], Record<string, string>?])[] = [
    ['invalid gzip', [415], 'no gzip', { 'content-encoding': 'gzip' }],
    ['a gzip bomb', [415], bomb, { 'content-encoding': 'gzip' }],
    ['a gzip bomb without its header', [400], bomb],
    ['brotli', [415], 'x', { 'content-encoding': 'br' }],
    ['a form', [415], 'type=message', { 'content-type': 'application/x-www-form-urlencoded' }],
    [
      'a form with a file',
      [415],
      '--x\r\ncontent-disposition: form-data; name="f"; filename="x"\r\n\r\nx\r\n--x--',
      { 'content-type': 'multipart/form-data; boundary=x' },
    ],
    ['10,000 objects deep', [400], withValue(nested(10_000, '{"a":', '}'))],
    ['10,000 lists deep', [400], withValue(nested(10_000, '[', ']'))],
    ['100,000 brackets that never close', [400], '['.repeat(100_000)],
    ['broken UTF-8', [400], Buffer.concat([Buffer.from('{"type":"message","text":"'), Buffer.from([0xc3, 0x28, 0xff]), Buffer.from('"}')])],
    ['UTF-16', [400], new Uint8Array(Buffer.from(activity, 'utf16le'))],
    ['half a body', [400], activity.slice(0, 100)],
    ['nothing', [400], ''],
    ['null', [400], 'null'],
    ['a list', [400], `[${activity}]`],
    ['a number', [400], '1e400'],
    ['100,000 keys', [413, 400, 401, 200], `{${Array.from({ length: 30_000 }, (_none, index) => `"k${index}":1`).join()}}`],
    ['__proto__ for everything', [200, 400, 401], `{"__proto__":${activity},"constructor":{"prototype":{"polluted":1}}}`],
    ['__proto__ beside everything', [200], `${activity.slice(0, -1)},"__proto__":{"polluted":1,"text":"/outage"},"constructor":null}`],
  ];
  for (const [name, expect, body, headers] of cases) yield { name, expect, body: body as Attack['body'], headers: { ...json, ...headers } };
}

/** 64 MB must be refused without being read: by an answer or by closing the connection, at once. */
export async function tooLarge(target: Target, url: string, token: string): Promise<void> {
  const head = `${HEAD}authorization: ${token}\r\n`;
  const piece = 'x'.repeat(MEGABYTE);
  const pieces = Array.from({ length: 64 }, () => piece);
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['64 MB', [`${head}content-length: ${64 * MEGABYTE}\r\n\r\n`, ...pieces]],
    [
      '64 MB in pieces',
      [`${head}transfer-encoding: chunked\r\n\r\n`, ...pieces.flatMap((one) => ['100000\r\n', one, '\r\n']), '0\r\n\r\n'],
    ],
    ['64 MB of a stranger', [`${HEAD}content-length: ${64 * MEGABYTE}\r\n\r\n`, ...pieces]],
  ];
  for (const [name, parts] of cases) {
    const began = performance.now();
    const status = await raw(url, parts, HELD_MS);
    const tookMs = Math.round(performance.now() - began);
    target.judge(name, [413, 401, 0].includes(status) && tookMs < 5_000 ? null : `${status} after ${tookMs} ms`);
  }
}

/** Sends bytes and closes the connection after the answer. Resolves to its status, 0 when there is none. */
export function raw(url: string, parts: readonly string[], limitMs: number): Promise<number> {
  const { port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), '127.0.0.1');
    let got = '';
    const timer = setTimeout(() => socket.destroy(), limitMs);
    socket.on('data', (chunk) => {
      got += chunk;
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(got)?.[1] ?? 0));
    });
    for (const part of parts) socket.write(part);
  });
}

const HEAD = 'POST /api/messages HTTP/1.1\r\nhost: bot\r\nconnection: close\r\ncontent-type: application/json\r\n';
/** What a parser of addresses may throw at. */
const STRANGE_ADDRESSES = [
  'http://[/healthz',
  '/healthz',
  '/%zz',
  '//[',
  '*',
  'bot:99999',
  '/api/reports?client=%',
  '/on-call/%00.ics',
].flatMap((target) => ['bot', 'bot:99999', 'a b', '<>', '[', 'bot:', '%'].map((host) => [target, host] as const));
/** How long an incomplete request may hold its connection. */
const HELD_MS = 22_000;

/** Slow and broken requests; all at once, since each waits for a time limit. */
export async function slowAndBroken(target: Target, url: string, token: string): Promise<void> {
  const authorised = `${HEAD}authorization: ${token}\r\n`;
  const lines = Array.from({ length: 10_000 }, (_none, index) => `x-${index}: 1\r\n`).join('');
  const cases: readonly (readonly [string, readonly number[], readonly string[]])[] = [
    ['10,000 header lines', [431], [HEAD, lines, '\r\n']],
    // It is refused while it is still sent, and closing the connection may overtake the answer.
    ['a header of a megabyte', [431, 0], [HEAD, `x: ${'x'.repeat(MEGABYTE)}\r\n\r\n`]],
    ['headers that never end', [408], [HEAD]],
    ['a body that never comes', [408, 400], [`${authorised}content-length: 100\r\n\r\n`]],
    ['a body that stops', [408, 400], [`${authorised}content-length: 100\r\n\r\n{"type":`]],
    ['pieces that stop', [408, 400], [`${authorised}transfer-encoding: chunked\r\n\r\n5\r\nhello`]],
    ['two lengths', [400], [`${authorised}content-length: 2\r\ncontent-length: 3\r\n\r\n{}`]],
    ['a length and pieces', [400], [`${authorised}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`]],
    ['no HTTP', [400], ['\u0016\u0003\u0001 hello\r\n\r\n']],
    [
      'an upgrade',
      [404, 405, 426],
      ['GET /api/messages HTTP/1.1\r\nhost: bot\r\nupgrade: websocket\r\nconnection: upgrade, close\r\n\r\n'],
    ],
  ];
  const strange = STRANGE_ADDRESSES.map(
    ([target, host]) =>
      [
        `an address that is none, ${target} at ${host}`,
        [200, 400, 404, 405],
        [`GET ${target} HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`],
      ] as const,
  );
  const slow = Array.from({ length: 100 }, () => ['headers that never end', [408], [HEAD]] as const);
  const began = performance.now();
  await Promise.all(
    [...cases, ...strange, ...slow].map(async ([name, expect, parts]) => {
      const status = await raw(url, parts, HELD_MS);
      const heldMs = Math.round(performance.now() - began);
      target.judge(
        name,
        expect.includes(status) && (status !== 0 || heldMs < 5_000) ? null : `${status || 'no answer'} after ${heldMs} ms`,
      );
    }),
  );
}
