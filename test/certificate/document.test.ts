/** What a certificate says of each sample outage, to each reader. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { certificateSchema, isCertified, READERS } from '../../src/certificate/document.ts';
import { replay } from '../../src/outage/evolve.ts';
import { certifiedStories, goldenCertificates, issued } from '../support/certificate.ts';
import { CALM, SECRETS, stories } from '../support/outage/stories.ts';

const golden = path.join(import.meta.dirname, 'golden');

describe('a certificate', () => {
  it('says what its golden file says; after a change that is meant, run `npm run golden` and read the diff', () => {
    const files = goldenCertificates();
    expect(files.size).toBe(10);
    expect(readdirSync(golden).sort()).toEqual([...files.keys()].sort());
    for (const [file, text] of files) expect(readFileSync(path.join(golden, file), 'utf8'), file).toBe(text);
  });

  it('is of the form that its schema says, for each reader, and the same for the same record', () => {
    const all = certifiedStories();
    expect(all.length).toBeGreaterThan(80);
    for (const [name, story] of all)
      for (const reader of READERS) {
        const certificate = issued(story, { reader });
        expect(certificateSchema.safeParse(certificate).error, name).toBeUndefined();
        expect(JSON.stringify(issued(story, { reader }))).toBe(JSON.stringify(certificate));
      }
  });

  it('holds nothing that anybody wrote or entered, and of names only those of engineers', () => {
    const texts = { ...CALM, typed: (limit: number) => 'Zwetschgen'.slice(0, limit) };
    for (const [name, story] of Object.entries(stories(texts, 'personal'))) {
      const outage = replay(story.events);
      if (!outage || !isCertified(outage)) continue;
      const text = JSON.stringify(issued(story));
      expect(text, name).not.toMatch(/Zwetschgen/);
      for (const secret of Object.values(SECRETS)) expect(text, name).not.toContain(secret);
      for (const { id } of [outage.reporter, ...outage.joined.map(({ person }) => person)]) expect(text, name).not.toContain(id);
    }
  });

  it('counts for the reporter those of their own project alone, and for the desk everybody', () => {
    const all = new Map(certifiedStories());
    const people = (name: string, reader: 'reporter' | 'desk') => {
      const story = all.get(name);
      return story && issued(story, { reader }).affected.people;
    };
    expect([people('with another in it, to its end', 'reporter'), people('with another in it, to its end', 'desk')]).toEqual([1, 2]);
    const many = all.get('joined by many');
    const theirs = many?.outage.joined.filter(({ project }) => project.id === many.outage.report.project.id) ?? [];
    expect(people('joined by many', 'reporter')).toBe(1 + theirs.length);
    expect(people('joined by many', 'desk')).toBe(1 + (many?.outage.joined.length ?? 0));
  });

  it('is of no drill and of no request, but of a request that was an outage', () => {
    const names = certifiedStories().map(([name]) => name);
    expect(names.filter((name) => name.startsWith('drilled'))).toEqual([]);
    expect(names.filter((name) => name.startsWith('requested'))).toEqual([
      'requested, then an outage',
      'requested, then an outage that waits',
    ]);
    for (const [name, story] of Object.entries(stories(CALM, 'personal')))
      if (!names.includes(name)) expect(() => issued(story), name).toThrow('there is no certificate of it');
  });
});
