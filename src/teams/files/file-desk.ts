/** Puts the parts together that take files, keep them and show them. Without the address under which they are shown, none is taken. */
import { refusedFileCard } from '../../cards/files.ts';
import type { Desk } from '../../desk/desk.ts';
import { createFileKeeper } from '../../engine/files.ts';
import type { Handle } from '../../engine/handle.ts';
import type { Sleep } from '../../engine/loop.ts';
import type { FileDesk, Files } from '../../engine/ports/files.ts';
import type { Log } from '../../engine/ports/log.ts';
import type { Messenger } from '../../engine/ports/messenger.ts';
import type { Metrics } from '../../engine/ports/metrics.ts';
import type { OutageStore } from '../../engine/ports/outages.ts';
import { linksOf } from '../../files/addresses.ts';
import { inspectFile } from '../../files/inspect.ts';
import { createServeFile } from '../../files/serve.ts';
import { wordsFor } from '../../words/words.ts';
import { type Clients, tokenOf } from '../out/clients.ts';
import type { ServiceUrls } from '../out/service-url.ts';
import { createFileSource } from './source.ts';

type Parts = {
  desk: Desk;
  files: Files;
  outages: Pick<OutageStore, 'now'>;
  handle: Handle;
  messenger: Pick<Messenger, 'post'>;
  clients: Clients;
  serviceUrls: Pick<ServiceUrls, 'isTrusted'>;
  /** Without a slash at its end; empty: nobody can fetch from here. */
  publicUrl: string;
  botId: string;
  loopback: boolean;
  sleep: Sleep;
  onTurn: (loop: string) => void;
  log: Log;
  metrics: Pick<Metrics, 'fileRefused'>;
};

/** null: no files are taken. */
export function createFileParts(parts: Parts) {
  const { desk, files, outages, clients, publicUrl, botId, log } = parts;
  if (publicUrl === '') return null;
  const now = () => outages.now();
  const source = createFileSource({ ...parts, token: async () => await tokenOf(await clients(desk.file.desk.tenant)) });
  const keeper = createFileKeeper({
    ...parts,
    fetchFile: source.fetchFile,
    inspect: inspectFile,
    limits: desk.files,
    actor: desk.actor,
    draw({ name, why, locale }) {
      const card = refusedFileCard({ desk, words: wordsFor(locale) }, name, why);
      return { card, summary: String(card.fallbackText) };
    },
  });
  const service: FileDesk = {
    limits: desk.files,
    mayFetch: source.mayFetch,
    batchOf: files.batchOf,
    async expect(sent) {
      try {
        const isExpected = await files.expect(sent, desk.files.perPerson);
        if (isExpected) keeper.wake();
        return isExpected ? 'expected' : 'too-many';
      } catch (error) {
        log.error({ err: error, outageId: sent.outageId }, 'where files are could not be stored; their person was told');
        return 'no-room';
      }
    },
    async choose(...which) {
      const chosen = await files.choose(...which);
      keeper.wake();
      return chosen;
    },
    async move(...which) {
      await files.move(...which);
      keeper.wake();
    },
    links: async (outageId) => linksOf(await files.of(outageId), publicUrl, await now()),
    ownChat: `https://teams.microsoft.com/l/chat/0/0?users=28:${botId}`,
  };
  return { service, keeper, serve: createServeFile({ files, now, log }) };
}
