/** The list of mutants in small, with every npm test: what it breaks is still there. That each is caught: npm run mutants. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mutate, OutOfDateError } from './mutant.ts';
import { MUTANTS } from './mutants.ts';

const sourceOf = (file: string): string => readFileSync(file, 'utf8');

describe('the list of mutants', () => {
  it.each(MUTANTS.map((mutant) => [mutant.broken, mutant] as const))('finds what it breaks, once: %s', (_broken, mutant) => {
    expect(mutate(sourceOf(mutant.file), mutant)).not.toBe(sourceOf(mutant.file));
  });

  it('has twenty-five at the least, and none twice', () => {
    expect(new Set(MUTANTS.map(({ broken }) => broken)).size).toBe(MUTANTS.length);
    expect(new Set(MUTANTS.map(({ file, becomes, text }) => `${file}${text}${becomes}`)).size).toBe(MUTANTS.length);
    expect(MUTANTS.length).toBeGreaterThanOrEqual(25);
  });

  it('can be in the sources all at once, or the compiler could not be asked about them', () => {
    for (const [file, mutants] of Map.groupBy(MUTANTS, (mutant) => mutant.file)) {
      expect(() => mutants.reduce(mutate, sourceOf(file))).not.toThrow();
    }
  });

  it('names tests that are there', () => {
    for (const { caughtBy } of MUTANTS) if ('test' in caughtBy) expect(() => sourceOf(caughtBy.file)).not.toThrow();
  });

  it('that is out of date says what it does not find', () => {
    const mutant = { broken: 'it lies', file: 'a.ts', text: 'true', becomes: 'false', caughtBy: { file: 'a.test.ts', test: 'a' } };
    expect(mutate('true', mutant)).toBe('false');
    for (const source of ['', 'true && true']) expect(() => mutate(source, mutant)).toThrow(OutOfDateError);
  });
});
