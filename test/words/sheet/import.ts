/** `npm run words:import -- --sheet FILE`: takes an edited sheet back into src/words. Where a row is wrong it says so, and changes nothing. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readArguments, refuse } from '../../support/arguments.ts';
import { readCsv, SheetError } from './csv.ts';
import { takeBack } from './take-back.ts';

const USAGE = 'usage: npm run words:import -- --sheet FILE.csv';
const { sheet: file = refuse(USAGE) } = readArguments(USAGE, { sheet: { type: 'string' } });
const root = path.join(import.meta.dirname, '../../..');

try {
  const { problems, files, texts, notes } = takeBack(root, readCsv(readFileSync(file)));
  if (problems.length > 0) refuse(`${problems.join('\n')}\nNothing was changed: mend these rows and import the sheet once more.`);
  // Every file is formatted before the first is written.
  const ready = [...files].map(([place, text]) => [place, place.endsWith('.ts') ? formatted(place, text) : text] as const);
  for (const [place, text] of ready) writeFileSync(path.join(root, place), text);
  const changed = `Changed: texts ${texts}, notes ${notes}.\n`;
  const next = 'Now run npm run golden and npm run manifest, read the diff, and run npm test.\n';
  process.stdout.write(files.size > 0 ? `${ready.map(([place]) => place).join('\n')}\n${changed}${next}` : 'The sheet changes nothing.\n');
} catch (error) {
  if (error instanceof SheetError || (error instanceof Error && 'code' in error && error.code === 'ENOENT')) refuse(error.message);
  throw error;
}

function formatted(place: string, text: string): string {
  const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome');
  const { status, stdout, stderr } = spawnSync(process.execPath, [biome, 'format', `--stdin-file-path=${place}`], {
    cwd: root,
    input: text,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`Biome does not format ${place}: ${stderr}`);
  return stdout;
}
