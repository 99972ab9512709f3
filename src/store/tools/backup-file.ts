/** A file that holds names and telephone numbers: for its owner's eyes from the first byte on, and in its place only when it is whole. */
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { BackupError } from './after-restore.ts';

/** The whole path of a file that is to be made. Throws BackupError when it is there already, or can't be. */
export function newFile(name: string): string {
  const file = path.resolve(name);
  if (existsSync(file)) throw new BackupError(`${file} is there already. Give a name that is not taken`);
  if (!existsSync(path.dirname(file))) throw new BackupError(`there is no folder ${path.dirname(file)}`);
  return file;
}

/** `make` fills a draft beside the file; `beforeRename` is the last that happens before the draft takes its place. */
export async function makeWhole(file: string, make: (draft: string) => Promise<void>, beforeRename = () => {}): Promise<void> {
  const draft = `${file}.unfinished`;
  remove(draft);
  closeSync(openSync(draft, 'wx', 0o600));
  try {
    await make(draft);
    flush(draft);
    beforeRename();
    renameSync(draft, file);
    flush(path.dirname(file));
  } finally {
    remove(draft);
  }
}

/** With what SQLite keeps beside a file that it is changing. */
function remove(draft: string): void {
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(`${draft}${suffix}`, { force: true });
}

/** Until then a power cut may forget it. */
function flush(file: string): void {
  const handle = openSync(file, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
