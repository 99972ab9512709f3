/** A deliberate defect: the mistake of a tired programmer that people would feel, and the check that has to notice it. */

/** A test by its file and its full name (its `describe`s and its own, with ` > ` between them), or a run of the simulation and what must turn out untrue. */
export type Check = { readonly file: string; readonly test: string } | { readonly simulate: readonly string[]; readonly invariant: string };

export type Mutant = {
  /** One plain sentence. */
  readonly broken: string;
  readonly file: string;
  /** Stands exactly once in the file. */
  readonly text: string;
  readonly becomes: string;
  readonly caughtBy: Check;
};

export class OutOfDateError extends Error {
  override name = 'OutOfDateError';
}

/** The file with the defect in it. Throws OutOfDateError when its text is not there exactly once. */
export function mutate(source: string, { broken, file, text, becomes }: Mutant): string {
  const found = source.split(text).length - 1;
  if (found === 1) return source.replace(text, () => becomes);
  throw new OutOfDateError(`the list of mutants is out of date: ${file} has ${found} times, not once, the text of "${broken}"`);
}

export const nameOf = (check: Check): string =>
  'test' in check ? `${check.file} "${check.test}"` : `simulate ${check.simulate.join(' ')}: ${check.invariant}`;
