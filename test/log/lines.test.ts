/** What a line may hold, and that the code puts nothing into its words. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { LOG_FIELDS } from '../../src/engine/ports/log.ts';
import { createRestifyLog } from '../../src/teams/server.ts';
import { lineOf, type Node, parse, places, propertyOf } from '../architecture/syntax.ts';
import { remember, searchLines } from '../support/log/leak-check.ts';
import { written } from '../support/log/log-line.ts';
import { isSearched, type LogLine, silentLog } from '../support/log/silent-log.ts';

const root = path.join(import.meta.dirname, '../..');
const files = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => `src/${file.replaceAll(path.sep, '/')}`);
const PERSON = 'a1b2c3d4-0000-4000-8000-000000000001';

describe('a line of the log', () => {
  it('is searched after every test for what was said in it', () => {
    expect(isSearched).toBe(true);
    const crowd = [
      'Maya Lindt',
      'maya@example.com',
      '+45 32 12 34 56',
      'Nothing can be posted',
      'a:maya',
      'https://teams.example/l/message/1',
    ];
    for (const said of crowd) {
      remember({ from: { name: said } });
      silentLog().info({}, `somebody wrote ${said}`);
      expect(searchLines).toThrow('the log tells what it may not');
    }
    silentLog().info({ name: 'x' } as object, 'a field that nobody has named');
    expect(searchLines).toThrow('left out: name');
    expect(searchLines).not.toThrow();
  });

  it('leaves out what nobody has named, also in what it inherits, and says that something is missing', () => {
    const line = written({ name: 'Maya Lindt', outage: 1001, report: { phone: '+45 32 12 34 56' } }, { room: 'engine', text: 'Help us' });
    expect(line.text).not.toMatch(/Maya|32 12|Help|phone|report/);
    expect(line).toMatchObject({ outage: 1001, room: 'engine', dropped: 3, msg: 'it failed' });
  });

  it('holds of each field only what it may: what has another shape is left out or marked', () => {
    for (const field of Object.keys(LOG_FIELDS)) {
      for (const value of ['Maya Lindt, +45 32 12 34 56', { name: 'Maya Lindt' }, ['Maya Lindt'], new Map([['Maya Lindt', 1]])]) {
        expect(written({ [field]: value }).text, field).not.toMatch(/Maya|Lindt|32 12/);
      }
    }
  });

  it("names channels, group chats and people's Entra ids, and marks people's own chats and Teams accounts, always the same", () => {
    const shown = (conversation: string) => written({ conversation, lane: conversation }).conversation;
    for (const known of [
      '19:support-desk@thread.tacv2',
      '19:abc@thread.v2',
      '19:a@thread.tacv2;messageid=1700000000000',
      `person:${PERSON}`,
    ])
      expect(shown(known)).toBe(known);
    for (const own of ['a:1QHk7s0p', '29:1aBcDeF', `19:${PERSON}_${PERSON}@unq.gbl.spaces`]) {
      expect(shown(own)).toMatch(/^#[0-9a-f]{12}$/);
      expect(shown(own)).toBe(shown(own));
    }
    const keys = [`${PERSON}/direct/person:${PERSON}/2`, `${PERSON}/news/follower:board/3/r1`, 'n/news/a:1QHk7s0p/2'];
    expect(keys.map((delivery) => written({ delivery }).delivery)).toEqual([
      keys[0],
      keys[1],
      expect.stringMatching(/^n\/news\/#[0-9a-f]{12}\/2$/),
    ]);
  });

  it('is made of what restify says without its request, and of nothing else that it would print', () => {
    const lines: LogLine[] = [];
    const log = createRestifyLog(silentLog(lines));
    const request = { headers: { authorization: 'Bearer of-maya' } };
    log.warn({ req: request, err: new Error('Maya Lindt') }, 'error retrieving formatter');
    log.warn({ value: { phone: '+45 32 12 34 56' } }, 'Discarded returned value from async handler');
    expect(log.trace()).toBe(false);
    expect(lines.map(({ message, fields }) => [message, Object.keys(fields)])).toEqual(
      lines.map(() => ['restify reports a problem', ['err']]),
    );
    expect(lines).toHaveLength(2);
  });

  it('is asked for with words that are written out, wherever the code logs', () => {
    const wrong: string[] = [];
    let seen = 0;
    for (const file of files) {
      const text = readFileSync(path.join(root, file), 'utf8');
      for (const { node } of places(parse(file, text))) {
        const level = node.type === 'CallExpression' ? propertyOf(node.callee as Node) : null;
        const logger = ((node.callee as { object?: { name?: unknown } })?.object?.name ?? '') as string;
        if (!level || !['debug', 'info', 'warn', 'error'].includes(level) || !/^log$|^written$/.test(logger)) continue;
        seen += 1;
        const [, message] = node.arguments as Node[];
        if (message?.type !== 'Literal') wrong.push(`${file}:${lineOf(text, node)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(seen).toBeGreaterThan(40);
  });
});

/**
 * The values in the texts of our own errors, which the log shows. Each is a name, a number or an id of ours, or comes from the
 * desk file or the command line; none comes from a report.
 */
const PUT_IN_ERRORS: Readonly<Record<string, readonly string[]>> = {
  'src/api/reports.ts': ['outcome.rejection.type'],
  'src/cards/base/fragments.ts': ["Object.keys(fragments).join(', ')", 'missing', 'name', 'unknown'],
  'src/cards/news/told.ts': ['destination.kind', 'event.type'],
  'src/cards/render.ts': ['destination.kind'],
  'src/desk/desk.ts': ['key'],
  'src/engine/delivery/attempt.ts': ['delivery.key'],
  'src/engine/delivery/outward.ts': ['delivery.key'],
  'src/engine/similar-outages.ts': ['id', 'outageName(reported)'],
  'src/engine/handle.ts': ['merged.id', 'missing', 'request.intoId', 'request.type'],
  'src/engine/delivery/send.ts': ['formatDestination(destination)'],
  'src/monitoring/heartbeat.ts': ['host', 'response.status'],
  'src/outage/destinations.ts': ['formatDestination(destination)'],
  'src/outage/events.ts': ['events.length', 'notice.key', 'notice.seq'],
  'src/outage/evolve.ts': ['(event satisfies never as OutageEvent).type', 'event.type', 'outageName(outage)'],
  'src/outage/notices.ts': ['(event satisfies never as OutageEvent).type', 'outageName(outage)'],
  'src/store/outages/append.ts': ['events.length', 'id', 'number', 'outage.id', 'outage.version', 'version'],
  'src/store/tools/audit-trail.ts': ['name', 'reasonOf(error)'],
  'src/store/migrate.ts': ['NOT_THE_OWNER', "newer.join(', ') || `0.${format}`"],
  'src/store/tools/open.ts': ["newer.join(', ')"],
  'src/store/sqlite/file.ts': ['(error as Error).message', 'file', 'folder', 'lockFile', 'network'],
  'src/store/sqlite/open.ts': ['file', 'lost.name', 'remedy', 'why'],
  'src/store/queue/delivery-attempts.ts': ['(outcome satisfies never as DeliveryOutcome).state'],
  'src/teams/in/signing-keys.ts': ['response.status'],
  'src/teams/out/connector.ts': ['RETRY_POLICY', 'limitMs'],
  'src/teams/out/timeout.ts': ['limitMs'],
  'src/teams/out/read-back.ts': ['limitMs', 'response.status'],
  'src/tools/certificate/issue.ts': ['name'],
  'src/tools/tool.ts': ['WHO', "[found, ...others].join(', ')"],
  'src/webhooks/body.ts': ['event.type'],
};

describe('an error of our own', () => {
  it('has only what is listed here in its text', () => {
    const found: Record<string, readonly string[]> = {};
    for (const file of files) {
      const text = readFileSync(path.join(root, file), 'utf8');
      const put = [...places(parse(file, text))].flatMap(({ node }) => {
        // The log does not show the texts of these errors, or they are for the terminal of a tool.
        const name = node.type === 'NewExpression' ? String((node.callee as { name?: unknown }).name) : '';
        if (
          !name.endsWith('Error') ||
          /^(?:SendError|NoTokenError|StoreUnavailableError|BackupError|ConfigError|UsageError|InvalidArgumentError|PressFailedError)$/.test(
            name,
          )
        )
          return [];
        const [message] = node.arguments as Node[];
        if (message?.type === 'TemplateLiteral')
          return (message.expressions as Node[]).map(({ start, end }) => text.slice(start, Number(end)));
        return message && message.type !== 'Literal' ? [text.slice(message.start, Number(message.end))] : [];
      });
      if (put.length > 0) found[file] = [...new Set(put)].sort();
    }
    expect(found).toEqual(PUT_IN_ERRORS);
  });
});
