import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { environmentSchema, readConfig } from '../src/config.ts';

const example = readFileSync(path.join(import.meta.dirname, '../env/.env.example'), 'utf8');

/** `NAME=...` or `#NAME=...` (no space after the hash; a sentence has one), with the line before it. */
const settings = example.split('\n').flatMap((line, index, lines) => {
  const name = /^#?([A-Za-z]\w*)=/.exec(line)?.[1];
  return name === undefined ? [] : [{ name, before: lines[index - 1] ?? '' }];
});

describe('env/.env.example', () => {
  test('lists every setting that the schema of the environment knows, once, and no other', () => {
    expect(
      settings.map(({ name }) => name).sort(),
      'add to env/.env.example what src/config.ts knows, or take out what it no longer knows',
    ).toEqual(Object.keys(environmentSchema.shape).sort());
  });

  test.each(settings)('says of $name what it is', ({ before }) => {
    expect(before, 'write a comment on the line above').toMatch(/^# \S.{15,}[.]?/);
  });

  test('is read by Node as it stands, and holds no secret', () => {
    const values = parseEnv(example);
    expect(values).toMatchObject({ MicrosoftAppId: '', MicrosoftAppPassword: '', MicrosoftAppTenantId: '' });
    expect(Object.keys(values)).not.toContain('DATABASE_URL');
  });
});

describe('the environment', () => {
  test('takes a name without a value for one that is not set', () => {
    expect(readConfig({ PORT: '', LOG_LEVEL: '  ', DATABASE_URL: '' }, true)).toMatchObject({
      PORT: 3978,
      LOG_LEVEL: 'info',
      DATABASE_URL: '',
    });
  });

  test.each(['https://hc.example/ping/1', 'http://127.0.0.1:9000/x', 'http://[::1]/x', 'http://localhost/x', ''])(
    'lets the heart beat to %j',
    (url) => {
      expect(readConfig({ HEARTBEAT_URL: url }, true).HEARTBEAT_URL).toBe(url);
    },
  );

  test.each([
    'http://hc.example/ping/1',
    'https://user:secret@hc.example/',
    'ftp://hc.example/',
    'hc.example/ping',
    'http://127.0.0.1.hc.example/',
  ])('lets nobody on the way read a heartbeat, and repeats no secret: %s', (url) => {
    expect(() => readConfig({ HEARTBEAT_URL: url }, true)).toThrow(
      /^HEARTBEAT_URL: use the whole address, with https:\/\/ and no password$/,
    );
  });

  test('says everything that is wrong with it at once', () => {
    expect(() => readConfig({ PORT: 'http', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://x' }, true)).toThrow(
      /PORT[\s\S]*DATABASE_URL[\s\S]*LOG_LEVEL/,
    );
  });
});
