/** Requests to addresses of the desk file, over real HTTP: what is answered, what is refused, and what nobody knows. */
import { createServer, type RequestListener } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SendError } from '../../src/engine/ports/messenger.ts';
import { isPublic } from '../../src/outward/public-address.ts';
import { type Ask, createRequest, pauseOf, request } from '../../src/outward/request.ts';

async function serve(answer: RequestListener): Promise<{ port: number; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer(async (incoming, response) => {
    let body = '';
    for await (const chunk of incoming) body += chunk;
    asked.push(`${incoming.method} ${incoming.headers.host} ${incoming.url} ${body}`);
    await answer(incoming, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { port: (server.address() as { port: number }).port, asked };
}

const ask = (url: string, change: Partial<Ask> = {}): Ask => ({
  ...{ url, method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}', allowPrivate: true, limitMs: 5_000 },
  ...change,
});
/** A resolver that answers so, one after the other, and remembers what it was asked. */
function resolver(...answers: readonly (readonly string[])[]) {
  const asked: string[] = [];
  const lookup = async (host: string) => {
    const addresses = answers[Math.min(asked.length, answers.length - 1)] ?? [];
    asked.push(host);
    return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  };
  return { asked, request: createRequest(lookup) };
}
const failure = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => expect.fail('it was answered'),
    (error: unknown) => error,
  );
  if (!(error instanceof SendError)) throw error;
  return `${error.failure}: ${error.message.replace(/:\d+/, '')}`;
};

describe('a request', () => {
  it('sends what it is given, and returns what is answered', async () => {
    const { port, asked } = await serve((_incoming, response) => {
      response.writeHead(202, { 'x-request-id': '7' });
      response.end('taken');
    });
    const { status, headers, text } = await request(ask(`http://127.0.0.1:${port}/hook?sig=1`, { body: '{"number":"é"}' }));
    expect([status, headers.get('x-request-id'), text]).toEqual([202, '7', 'taken']);
    expect(asked).toEqual([`POST 127.0.0.1:${port} /hook?sig=1 {"number":"é"}`]);
  });

  it('does not follow a redirect', async () => {
    const elsewhere = await serve((_incoming, response) => void response.end('secret'));
    const { port } = await serve((_incoming, response) => {
      response.writeHead(307, { location: `http://127.0.0.1:${elsewhere.port}/` });
      response.end();
    });
    expect(await request(ask(`http://127.0.0.1:${port}/`))).toMatchObject({ status: 307, text: '' });
    expect(elsewhere.asked).toEqual([]);
  });

  it('reads 64 KB of an answer without an end', async () => {
    const { port } = await serve((_incoming, response) => {
      const more = () => void (response.destroyed || response.write(Buffer.alloc(1_000_000, 'x'), more));
      more();
    });
    const { status, text } = await request(ask(`http://127.0.0.1:${port}/`));
    expect([status, text.length]).toEqual([200, 65_536]);
  });

  it('is answered when the status is there, whatever becomes of the rest', async () => {
    const { port } = await serve((_incoming, response) => {
      response.writeHead(201, { 'content-length': 100 });
      response.write('half', () => response.destroy());
    });
    expect(await request(ask(`http://127.0.0.1:${port}/`))).toMatchObject({ status: 201, text: 'half' });
  });

  it('is answered in time when the rest hangs', async () => {
    const { port } = await serve((_incoming, response) => {
      response.writeHead(201, { 'content-length': 100 });
      response.write('half');
    });
    expect(await request(ask(`http://127.0.0.1:${port}/`, { limitMs: 200 }))).toMatchObject({ status: 201, text: 'half' });
  });

  it('ends when the host switches to another protocol, which nobody asked for', async () => {
    const { port } = await serve(({ socket }) => {
      socket.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n');
    });
    expect(await failure(request(ask(`http://127.0.0.1:${port}/`)))).toBe('ambiguous: 127.0.0.1: it gave no answer');
  });

  it('may have been taken where the connection was there and the answer is not', async () => {
    const hangs = await serve(() => {});
    const resets = await serve((incoming) => void incoming.socket.destroy());
    expect(await failure(request(ask(`http://127.0.0.1:${hangs.port}/`, { limitMs: 100 })))).toBe(
      'ambiguous: 127.0.0.1: it gave no answer (time limit)',
    );
    expect(await failure(request(ask(`http://127.0.0.1:${resets.port}/`)))).toBe('ambiguous: 127.0.0.1: it gave no answer (ECONNRESET)');
  });

  it('was certainly not taken where no connection was made', async () => {
    const closed = await serve(() => {});
    const plain = `https://127.0.0.1:${closed.port}/`;
    expect(await failure(request(ask('http://127.0.0.1:1/')))).toBe('refused: 127.0.0.1: no connection (ECONNREFUSED)');
    expect(await failure(request(ask(plain)))).toMatch(/^refused: 127\.0\.0\.1: no connection \(\w+\)$/);
    expect(await failure(resolver([]).request(ask('https://hook.example/')))).toBe('refused: hook.example: it has no address');
    const never = createRequest(() => new Promise(() => {}));
    expect(await failure(never(ask('https://hook.example/', { limitMs: 50 })))).toBe(
      'refused: hook.example: its address was not found (time limit)',
    );
  });

  it.each(['http://hook.example/', 'ftp://hook.example/', 'https://a:b@hook.example/', 'hook.example', ''])(
    'never goes to %j',
    async (url) => {
      const { request, asked } = resolver(['93.184.216.34']);
      expect(await failure(request(ask(url, { allowPrivate: false })))).toBe('never: the address is not one with https://');
      expect(asked).toEqual([]);
    },
  );

  it('never says more of an address than its host', async () => {
    const { port } = await serve((incoming) => void incoming.socket.destroy());
    expect(await failure(request(ask(`http://127.0.0.1:${port}/secret?sig=secret`)))).not.toContain('secret');
  });

  it('pauses as long as the host asks, at most an hour', () => {
    const pause = (value: string) => pauseOf({ headers: new Headers({ 'retry-after': value }) });
    expect([pause('30'), pause('999999'), pause('-1'), pause('soon'), pauseOf({ headers: new Headers() })]).toEqual([
      ...[30_000, 3_600_000, null, null, null],
    ]);
  });
});

describe('a request into the own network', () => {
  it.each(['https://127.0.0.1/', 'https://[::1]/', 'https://2130706433/', 'https://0x7f.1/', 'https://[::ffff:10.0.0.1]/'])(
    'is refused: %s',
    async (url) => {
      expect(await failure(request(ask(url, { allowPrivate: false })))).toMatch(/^refused: .* is inside the own network/);
    },
  );

  it('is refused when DNS leads there, also by one of several addresses', async () => {
    const { request, asked } = resolver(['93.184.216.34', '169.254.169.254']);
    expect(await failure(request(ask('https://hook.example/', { allowPrivate: false })))).toMatch(/^refused: hook\.example is inside/);
    expect(asked).toEqual(['hook.example']);
  });

  it('is not made because DNS answers otherwise the second time', async () => {
    const { port, asked } = await serve((_incoming, response) => void response.end());
    const rebinding = resolver(['127.0.0.1'], ['127.0.0.2']);
    const answer: unknown = await rebinding.request(ask(`http://hook.example:${port}/`)).catch((error: unknown) => error);
    expect(answer).toMatchObject({ status: 200 });
    expect(rebinding.asked).toEqual(['hook.example']);
    expect(asked).toEqual([`POST hook.example:${port} / {}`]);
  });

  it('is made where the desk file allows it', async () => {
    const { port, asked } = await serve((_incoming, response) => void response.end());
    expect(await request(ask(`http://localhost:${port}/`, { method: 'GET' }))).toMatchObject({ status: 200 });
    expect(asked).toHaveLength(1);
  });
});

describe('an address', () => {
  it.each(['8.8.8.8', '172.32.0.1', '2606:4700::1111', '::ffff:8.8.8.8', '64:ff9b::808:808'])('%s is outside', (address) => {
    expect(isPublic(address)).toBe(true);
  });

  it.each([
    ...['0.0.0.0', '10.1.2.3', '100.100.100.200', '127.0.0.1', '168.63.129.16', '169.254.169.254', '172.16.0.1', '192.168.1.1'],
    ...['198.18.0.1', '203.0.113.9', '224.0.0.1', '255.255.255.255', '::', '::1', 'fc00::1', 'fd00:ec2::254', 'fe80::1', 'fe80::1%eth0'],
    ...['ff02::1', '2001::1', '2001:db8::1', '2002:a00:1::', '::ffff:10.0.0.1', '::ffff:7f00:1', '64:ff9b::a00:1', '::127.0.0.1'],
  ])('%s is inside the own network', (address) => {
    expect(isPublic(address)).toBe(false);
  });
});
