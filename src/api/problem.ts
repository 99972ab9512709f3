/** Every answer of the API that is no success: problem details (RFC 9457), with a word for programs and a sentence that names the remedy. */
import { STATUS_CODES } from 'node:http';
import type { z } from 'zod';

export type ApiAnswer = { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body: object };

/** The kinds of problems, for programs: each stays the same for ever. */
export const PROBLEM_CODES = [
  ...(['not-json', 'too-large', 'not-authenticated', 'clock-off', 'not-permitted', 'unknown-outage', 'unknown-address'] as const),
  ...(['unknown-state', 'wrong-method', 'too-many', 'invalid', 'already-ended', 'no-desk', 'failed'] as const),
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

type More = { readonly headers?: Readonly<Record<string, string>>; readonly errors?: readonly FieldProblem[]; readonly id?: string };
type FieldProblem = { readonly pointer: string; readonly detail: string };

export function problem(status: number, code: ProblemCode, detail: string, { headers = {}, ...more }: More = {}): ApiAnswer {
  return {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
    body: { type: 'about:blank', title: STATUS_CODES[status] ?? '', status, code, detail, ...more },
  };
}

const MOST_NAMED = 20;

/** What is wrong with a body that was read, by JSON pointers. */
export const invalid = ({ issues }: Pick<z.core.$ZodError, 'issues'>): ApiAnswer =>
  wrongFields(issues.slice(0, MOST_NAMED).map(({ path, message }) => ({ pointer: pointerTo(path), detail: message })));

export const wrongFields = (errors: readonly FieldProblem[]): ApiAnswer =>
  problem(422, 'invalid', 'The body is JSON, but not what this address takes. `errors` names each part, /api/openapi.json all of them.', {
    errors,
  });

const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
