/** What the log of the process makes of something: the line as it stands there. */
import { createLog } from '../../../src/log/create-log.ts';

export type Line = { readonly text: string } & Record<string, unknown>;

export function written(fields: object, ...children: readonly object[]): Line {
  const lines: string[] = [];
  const root = createLog({ level: 'debug', destination: { write: (line) => void lines.push(line) } });
  const log = children.reduce<ReturnType<typeof root.child>>((parent, bound) => parent.child(bound), root);
  log.error(fields, 'it failed');
  const [text = ''] = lines;
  return { ...(JSON.parse(text) as object), text };
}
