/**
 * `npm run check`: would the desk file work tonight? Says every mistake and every doubt with its remedy, and ends with 1 when
 * there is one. It asks no database and no Teams: what engineers took by hand, and whom the bot reaches, `/outage check` knows.
 */
import { readFileSync } from 'node:fs';
import { findingText } from '../cards/watch/finding-text.ts';
import { ConfigError, deskFileOf } from '../config.ts';
import { checkDesk } from '../desk/check.ts';
import { findExamples } from '../desk/examples.ts';
import { describeProblems, readDeskFile } from '../desk/read-desk-file.ts';
import { sayError } from '../log/describe-error.ts';
import { wordsOfDesk } from '../words/words.ts';

function check(): { lines: readonly string[]; code: number } {
  const file = deskFileOf(process.env);
  const result = readDeskFile(textOf(file));
  if ('problems' in result) return { lines: describeProblems(file, result.problems), code: 1 };
  const { desk } = result;
  const words = wordsOfDesk();
  const now = Date.now();
  const when = (at: number) => words.formats.clock(at, desk.file.desk.timeZone, now);
  const { findings, until } = checkDesk(desk, now, []);
  const found = [...findings, ...findExamples(desk)]
    .map((finding) => findingText(finding, words, when))
    .map(({ what, remedy }) => `- ${what} ${remedy}`);
  const heading = found.length === 0 ? words.check.fine : words.check.heading(found.length);
  return { lines: [heading, ...found, words.check.looked(when(until))], code: found.length === 0 ? 0 : 1 };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ConfigError([`the desk file ${file} cannot be read. Set DESK_FILE to the path of yours.`], { cause: error });
  }
}

try {
  const { lines, code } = check();
  (code === 0 ? process.stdout : process.stderr).write(`${lines.join('\n')}\n`);
  process.exitCode = code;
} catch (error) {
  process.stderr.write(`${(error instanceof ConfigError ? error.problems : [sayError(error)]).join('\n')}\n`);
  process.exitCode = 1;
}
