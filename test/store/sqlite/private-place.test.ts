/** Where the embedded store may lie, and who can read it. */
import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { refuseUnsafe, UnsafePlaceError } from '../../../src/store/sqlite/file.ts';
import { openSqlite } from '../../../src/store/sqlite/open.ts';
import { testFolder } from '../../support/bot/bot-process.ts';
import { silentLog } from '../../support/log/silent-log.ts';

const log = silentLog();

it('B15: refuses a file system that another machine shares at the start, and says what to do', () => {
  const file = path.join(testFolder(), 'desk.sqlite');
  for (const [type, name] of [
    [0x6969, 'NFS'],
    [0xff534d42, 'CIFS'],
    [0xff534d42 | 0, 'CIFS'],
    [0xfe534d42, 'SMB 2'],
    [0x65735546, 'FUSE'],
    [0x786f4256, 'vboxsf (VirtualBox)'],
    [0xbacbacbc, 'vmhgfs (VMware)'],
    [0xbacbacbc | 0, 'vmhgfs (VMware)'],
    [0x7c7c6673, 'prl_fs (Parallels)'],
  ] as const) {
    expect(() => refuseUnsafe(file, () => type)).toThrow(UnsafePlaceError);
    expect(() => refuseUnsafe(file, () => type)).toThrow(`of the kind ${name}`);
  }
  // What this machine has under its temporary folder, ext4, btrfs, xfs, tmpfs, overlayfs.
  expect(() => refuseUnsafe(file)).not.toThrow();
  for (const type of [0xef53, 0x9123683e, 0x58465342, 0x01021994, 0x794c7630]) expect(() => refuseUnsafe(file, () => type)).not.toThrow();
});

it('refuses a folder to which others can write', async () => {
  const folder = path.join(testFolder(), 'shared');
  mkdirSync(folder);
  chmodSync(folder, 0o775);
  await expect(openSqlite({ file: path.join(folder, 'desk.sqlite'), log })).rejects.toThrow(`Run: chmod 700 ${folder}`);
  chmodSync(folder, 0o755);
  const store = await openSqlite({ file: path.join(folder, 'desk.sqlite'), log });
  await store.close();
});

it('takes a file that was readable for all away from all but its owner', async () => {
  const file = path.join(testFolder(), 'desk.sqlite');
  writeFileSync(file, '', { mode: 0o644 });
  chmodSync(file, 0o644);
  const store = await openSqlite({ file, log });
  onTestFinished(() => store.close());
  expect([file, `${file}-wal`, `${file}.lock`].map((one) => statSync(one).mode & 0o777)).toEqual([0o600, 0o600, 0o600]);
});
