/** The schema that editors use and the reference that people read are made of the schema that the bot uses. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readDeskFile } from '../../src/desk/file/read-desk-file.ts';
import { deskJsonSchema, rowsOf, withReference } from '../support/desk/desk-reference.ts';

const fileIn = (name: string) => readFileSync(path.join(import.meta.dirname, '../../env', name), 'utf8');

describe('the schema of the desk file', () => {
  test('stands in env/ as it is', () => {
    expect(JSON.parse(fileIn('desk.schema.json')), 'npm run desk-schema writes it').toEqual(JSON.parse(JSON.stringify(deskJsonSchema())));
  });

  test('stands in env/README.md as it is', () => {
    const page = fileIn('README.md');
    expect(page, 'npm run desk-schema writes it').toBe(withReference(page));
  });

  test('says of every key what it is for', () => {
    const rows = rowsOf(deskJsonSchema());
    expect(rows.length).toBeGreaterThan(80);
    expect(rows.filter(({ nodes }) => nodes.some(({ description }) => !description)).map(({ key }) => key)).toEqual([]);
  });
});

describe.each(['desk.example.yaml', 'playground.desk.yaml'])('%s', (name) => {
  test('is valid', () => {
    expect(readDeskFile(fileIn(name))).toHaveProperty('desk');
  });

  test('names the schema at its head, so that editors check it', () => {
    expect(fileIn(name)).toMatch(/^# yaml-language-server: \$schema=desk\.schema\.json\n/);
  });

  test('has no key that the schema does not know', () => {
    const known = new Set(rowsOf(deskJsonSchema()).map(({ key }) => key));
    const unknown = keysIn(parse(fileIn(name))).filter(
      (key) => !known.has(key) && !known.has(key.replace(/^people\.[^.]+/, 'people.NAME')),
    );
    expect(unknown.filter((key) => !/^people\.[^.]+$/.test(key))).toEqual([]);
  });
});

test('the example keeps the promise of the product', () => {
  expect(parse(fileIn('desk.example.yaml'))).not.toHaveProperty('promise');
});

function keysIn(value: unknown, key = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => keysIn(one, `${key}[]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, child]) => {
    const path = key === '' ? name : `${key}.${name}`;
    return [path, ...keysIn(child, path)];
  });
}
