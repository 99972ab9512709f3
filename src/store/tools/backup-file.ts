/** Writes a backup file. It holds names and telephone numbers, so only its owner can read it from the start; it gets its name only when it is complete. */
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { BackupError } from './after-restore.ts';

/** The absolute path of a file that is to be made. Throws BackupError when it exists already, or its folder does not. */
export function newFile(name: string): string {
  const file = path.resolve(name);
  if (existsSync(file)) throw new BackupError(`${file} exists already. Use another name`);
  if (!existsSync(path.dirname(file))) throw new BackupError(`there is no folder ${path.dirname(file)}`);
  return file;
}

/** `make` writes a draft beside the file; `beforeRename` runs last before the draft gets the file's name. */
export async function makeComplete(file: string, make: (draft: string) => Promise<void>, beforeRename = () => {}): Promise<void> {
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

/** Also removes the files that SQLite keeps beside one that it is changing. */
function remove(draft: string): void {
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(`${draft}${suffix}`, { force: true });
}

/** Without this a power cut may lose the file. */
function flush(file: string): void {
  const handle = openSync(file, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
