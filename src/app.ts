/** Wires all parts together: the only file that may import everything. Builds the bot; it does not listen yet. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleepFor } from 'node:timers/promises';
import { createApi } from './api/api.ts';
import { readClients } from './api/clients.ts';
import { parseTemplates } from './cards/base/card.ts';
import { drawMaintenance } from './cards/maintenance.ts';
import { createDigestRenderer, createRenderer } from './cards/render.ts';
import { adminText, alarmCard, restoredCard } from './cards/watch/alarm.ts';
import { createCertificates } from './certificate/serve.ts';
import { drawDraftReminder } from './commands/report/drafts.ts';
import { type Config, ConfigError } from './config.ts';
import type { Desk } from './desk/desk.ts';
import { describeProblems, readDeskFile } from './desk/file/read-desk-file.ts';
import { uncallable } from './desk/phones.ts';
import { createAuditor } from './engine/audit.ts';
import { REQUEST_LIMIT_MS, SEND_LIMIT_MS } from './engine/delivery/limits.ts';
import { createThreadOf } from './engine/delivery/thread-link.ts';
import { LOOK_LIMIT_MS } from './engine/delivery/unconfirmed-sends.ts';
import { createDraftTurns } from './engine/draft-turns.ts';
import { createEngine, type Engine } from './engine/engine.ts';
import { createOpenForms } from './engine/open-forms.ts';
import type { Log } from './engine/ports/log.ts';
import type { Messenger } from './engine/ports/messenger.ts';
import { createRoomKeeper } from './engine/room-keeper.ts';
import { createDraftReminders } from './engine/timers/draft-reminders.ts';
import { createMaintenanceNews } from './engine/timers/maintenance.ts';
import { createRetention } from './engine/timers/retention.ts';
import { createNotifyDesk } from './engine/watch/notify-desk.ts';
import { createLoopLiveness, createWatcher } from './engine/watch/watcher.ts';
import { createHeartbeat } from './monitoring/heartbeat.ts';
import { createPrometheus } from './monitoring/prometheus.ts';
import { createReadiness } from './monitoring/readiness.ts';
import { startTracing } from './monitoring/start-tracing.ts';
import { readAll } from './named-secrets.ts';
import { createOnCallParts } from './on-call/parts.ts';
import { setNumbering } from './outage/types/numbers.ts';
import { createOutlets, readReceivers } from './outlets.ts';
import { request } from './outward/request.ts';
import { createPagers, readPagerSecrets } from './pagers/pagers.ts';
import { openStore } from './store/open.ts';
import type { Store } from './store/store.ts';
import { untilReady } from './store/watch/until-ready.ts';
import { createTurn } from './teams/application.ts';
import { credentialsOf } from './teams/credentials.ts';
import { createFileParts } from './teams/files/file-desk.ts';
import { createTenantGuard } from './teams/in/tenant-guard.ts';
import { createAlone } from './teams/out/alone.ts';
import { createClients } from './teams/out/clients.ts';
import { HardenedAuthentication } from './teams/out/connector.ts';
import { createMessenger } from './teams/out/messenger.ts';
import { createReadBack, graphOf } from './teams/out/read-back.ts';
import { createServiceUrls } from './teams/out/service-url.ts';
import { createTargeted } from './teams/out/targeted.ts';
import { createGroups } from './teams/people/groups.ts';
import { createLanguages } from './teams/people/languages.ts';
import { createMembers } from './teams/people/members.ts';
import { createPeople } from './teams/people/people.ts';
import { createReachability } from './teams/people/reachability.ts';
import { createServer } from './teams/server.ts';
import { wordsOfDesk } from './words/words.ts';

/** Parts that tests replace, and what only the process knows; all others are the real ones. */
export type Overrides = {
  /** How many lines of the log were dropped. */
  readonly droppedLines?: () => number;
  /** Where traces go, in the place of a collector. */
  readonly spans?: Parameters<typeof startTracing>[2];
  readonly store?: Store;
  readonly messenger?: Messenger;
  /** The secrets of other systems, by the names in the desk file. */
  readonly environment?: { readonly [name: string]: string | undefined };
  readonly request?: typeof request;
  readonly now?: () => number;
  readonly random?: () => number;
  /** How long connections stay open for what is on its way when the bot stops, in ms. */
  readonly graceMs?: number;
  /** How long a dialog waits for its content, in ms. */
  readonly dialogLimitMs?: number;
  /** A Graph that is not Microsoft's, and the token for it. */
  readonly graph?: { readonly url: string; readonly token: () => Promise<string> };
  /** Called once when a file of the store is gone, or cannot be looked at: what is written from then on may be lost. */
  readonly onStoreLost?: (error: Error) => void;
};

export type App = Awaited<ReturnType<typeof buildApp>>;

const STOP_LIMIT_MS = 9_500;
const GRACE_MS = 250;
/** For traces that wait, when the bot stops. */
const TRACES_LIMIT_MS = 2_000;

/** The desk that the text of a desk file describes. Throws ConfigError with every mistake and its line. */
export function readDesk(file: string, text: string): Desk {
  const result = readDeskFile(text);
  if ('problems' in result) throw new ConfigError(describeProblems(file, result.problems));
  return result.desk;
}

export async function buildApp(config: Config, desk: Desk, untracedLog: Log, overrides: Overrides = {}) {
  const now = overrides.now ?? Date.now;
  const words = wordsOfDesk(desk);
  setNumbering(desk.file.desk.numbersKey ?? null);
  const { apiClients, receivers, pagerSecrets } = readAll({
    apiClients: () => readClients(desk.file.clients, overrides.environment ?? {}, now),
    receivers: () => readReceivers(desk, overrides.environment ?? {}),
    pagerSecrets: () => readPagerSecrets(desk.file.pagers, overrides.environment ?? {}),
  });
  const tracing = await startTracing(config, untracedLog, overrides.spans);
  const log = tracing.log(untracedLog);
  const store = tracing.store(overrides.store ?? (await openStore(config, log, overrides.onStoreLost)));
  const serviceUrls = createServiceUrls({ configured: config.SERVICE_URL, loopback: config.playground, cache: store.cache });
  const credentials = await credentialsOf(config);
  const teamsLog = log.child({ room: 'teams' });
  const authentication = new HardenedAuthentication(credentials, REQUEST_LIMIT_MS, createTenantGuard(serviceUrls), teamsLog);
  authentication.onAnswer = tracing.answered;
  const clients = createClients(authentication, config.MicrosoftAppId, serviceUrls);
  const groups = createGroups({ cache: store.cache, clients, serviceUrls, limitMs: REQUEST_LIMIT_MS });
  const graph = overrides.graph ?? graphOf(config, credentials, desk.file.desk.tenant);
  const readBack = { groups, cache: store.cache, limitMs: LOOK_LIMIT_MS, log: teamsLog };
  const find = graph && createReadBack({ graphUrl: graph.url, token: graph.token, ...readBack });
  const rosterOf = async () => desk.roomsIn(await store.rooms.all()).desk?.conversationId ?? null;
  const people = createPeople({ cache: store.cache, rosterOf, botId: config.MicrosoftAppId, deskTenant: desk.file.desk.tenant });
  const targeted = createTargeted({ cache: store.cache, clients, people, isOn: config.TARGETED_MESSAGES === 'on' });
  const sending = createMessenger({ clients, people, targeted, limitMs: SEND_LIMIT_MS, now, find, botId: config.MicrosoftAppId });
  const messenger = tracing.messenger(overrides.messenger ?? { ...sending, linkTo: groups.linkTo });
  const notifyDesk = createNotifyDesk({
    desk,
    rooms: store.rooms,
    messenger,
    now,
    onCall: async () => Object.values(desk.onCall('', await store.outages.now(), await store.overrides.list())).flat(),
  });
  const { metrics, page: metricsPage } = createPrometheus(overrides.droppedLines);
  const liveness = createLoopLiveness(now);
  const forms = createOpenForms({ ...store.personal, cache: store.cache, now: () => store.outages.now(), clock: now });
  const languages = createLanguages({ ...store, clock: now });
  const enginePorts = {
    ...store,
    languages,
    forms,
    metrics,
    log: log.child({ room: 'engine' }),
    sleep: (ms: number, signal: AbortSignal) => sleepFor(ms, undefined, { signal }).catch(() => undefined),
  };
  const outward = createOutlets(desk, receivers, store.cache, overrides.request);
  const threadOf = createThreadOf({ deliveries: store.deliveries, messenger });
  const pagers = createPagers({
    ...{ desk, words, threadOf, secrets: pagerSecrets, publicUrl: config.PUBLIC_URL, outages: store.outages },
    request: overrides.request ?? request,
    handle: (...action) => engine.handle(...action),
    refused: (denial) => auditor.refused(denial),
    log: log.child({ room: 'pagers' }),
  });
  const engine: Engine = createEngine({
    ...enginePorts,
    messenger,
    outlets: tracing.outlets({ ...outward.outlets, ...(pagers.outlet && { pager: pagers.outlet }) }),
    around: tracing.handle,
    ...{ render: createRenderer(desk, config.PUBLIC_URL !== ''), renderDigest: createDigestRenderer(desk) },
    fileLinks: async (outageId) => (await taking?.service.links(outageId)) ?? new Map(),
    tenantPerSecond: config.TENANT_REQUESTS_PER_SECOND,
    receiptAfterMs: desk.receiptAfterMs,
    async tellRestored(to, open) {
      const now = await store.outages.now();
      const { primary } = desk.onCall('', now, await store.overrides.list());
      const card = restoredCard({ to, open, onCall: primary, now, words });
      await notifyDesk({ card, summary: String(card.fallbackText) });
    },
    desk: { ...desk, mayFollow: (...asked) => members.mayFollow(...asked) },
    clock: now,
    random: overrides.random ?? Math.random,
    onTurn: liveness.ticked,
  });
  const taking = createFileParts({
    ...enginePorts,
    ...{ desk, messenger, clients, serviceUrls, handle: engine.handle, onTurn: liveness.ticked },
    ...{ publicUrl: config.PUBLIC_URL, botId: config.MicrosoftAppId, loopback: config.playground },
  });
  const watcher = createWatcher({
    ...enginePorts,
    tell: async (alarm) => await notifyDesk(alarmCard({ alarm, desk, words, now: await store.outages.now() })),
    heartbeat: createHeartbeat({ url: config.HEARTBEAT_URL, log: log.child({ room: 'monitoring' }) }),
    liveness,
    signingKeys: authentication.signingKeys,
    now,
  });
  const readiness = createReadiness({ store, liveness, troubles: watcher.troubles, say: (trouble) => adminText(trouble, words) });
  const reach = createReachability({ clients, people, limitMs: LOOK_LIMIT_MS, now, log: log.child({ room: 'teams' }) });
  const { outages, numbers, overrides: byHand, rooms, cache, drafts, audit, follows } = store;
  const onCall = createOnCallParts({ ...enginePorts, desk, messenger, publicUrl: config.PUBLIC_URL, onTurn: liveness.ticked });
  const certificates = createCertificates({ ...enginePorts, desk, config });
  const auditor = createAuditor({ audit, outages, log: log.child({ room: 'engine' }) });
  const services = {
    ...{ desk, outages, numbers, rooms, reach, cache, drafts, follows, languages },
    ...{ deliveries: store.deliveries, looks: store.looks },
    handle: engine.handle,
    overrides: byHand,
    lookOutward: outward.look,
    calendars: onCall.calendars,
    threadOf,
    maintenance: store.maintenance,
    files: taking?.service ?? null,
    certificates: certificates.service,
    draftTurns: createDraftTurns(),
    searchesPeople: config.PEOPLE_PICKER === 'on',
    isPublic: config.PUBLIC_URL !== '',
    forms,
    audit,
    newId: randomUUID,
  };
  const keeper = createRoomKeeper({ rooms, desk, teamOf: groups.teamOf, log: log.child({ room: 'engine' }) });
  const members = createMembers({ desk, cache, people, teamOf: groups.teamOf, now, log: teamsLog, clients });
  const draftReminders = createDraftReminders({
    ...enginePorts,
    draw: drawDraftReminder({ desk, membershipOf: members.ofAbsent, languages }),
    messenger,
    afterMs: desk.nudgeDraftAfterMs,
    onTurn: liveness.ticked,
  });
  const retention = createRetention({ ...enginePorts, personalData: store.personal, handle: engine.handle, retained: desk.retained });
  const draw = drawMaintenance(desk);
  const maintenance = createMaintenanceNews({ ...enginePorts, desk, draw, messenger, onTurn: liveness.ticked });
  const alone = createAlone({
    ...{ messenger, targeted, outages, deliveries: store.deliveries, log: teamsLog },
    tenantPerSecond: config.TENANT_REQUESTS_PER_SECOND,
  });
  const turn = createTurn({
    ...{ services, messenger, alone, targeted, people, members, groups, keeper, serviceUrls, auditor },
    ...{ dialogLimitMs: overrides.dialogLimitMs, tenants: config.TENANTS, note: tracing.note },
    log: log.child({ room: 'teams' }),
  });
  const server = createServer({
    ...{ authentication, turn: tracing.turn(turn), readiness, metricsPage, cache, now },
    ...{ serveFile: taking?.serve ?? null, serveCalendar: onCall.serve, serveCertificate: certificates.serve },
    api: tracing.api(createApi({ ...services, clients: apiClients, auditor, log: log.child({ room: 'api' }) })),
    receivePage: pagers.receive,
    onUnauthenticated: metrics.unauthenticated,
    log: log.child({ room: 'teams' }),
  });
  const loops = [engine, watcher, draftReminders, onCall.messages, maintenance, retention, ...(taking ? [taking.keeper] : [])];
  // A bot that does not start calls nobody, so a wrong number does not stop it.
  for (const { key: what, why: reason } of uncallable(desk.file.desk.phones))
    log.warn(
      { what, reason },
      'a phone number of the desk file cannot be called: write its country code and all its digits; npx outage-desk check shows it',
    );
  const stopping = new AbortController();

  return {
    engine,
    watcher,
    draftReminders,
    onCallMessages: onCall.messages,
    maintenance,
    retention,
    files: taking?.keeper ?? null,
    auditor,
    store,
    listen,
    /** Listens first, then waits for the store, so that probes and people get an answer while the database is away. */
    async start() {
      const listening = await listen();
      void authentication.signingKeys.check();
      log.info({ port: listening.port, host: config.HOST, playground: config.playground, settings: config.identity }, 'listening');
      void untilReady(store, log, stopping.signal).then((ready) => {
        if (!ready) return;
        for (const loop of loops) loop.start();
        void warnWithoutDesk();
        // Not all at once: people who come meanwhile wait for one at most. A card that comes before parses its own.
        void parseTemplates(() => sleepFor(100)).catch((error) => log.error({ err: error }, 'a template of a card is wrong'));
      });
      return listening;
    },
    /** Takes no new requests, finishes what is running and closes the store. Returns after ten seconds at the latest. */
    async stop() {
      stopping.abort();
      const finished = Promise.all([server.close(overrides.graceMs ?? GRACE_MS), ...loops.map((loop) => loop.stop())])
        .then(() => auditor.idle())
        .then(() => Promise.race([tracing.stop(), sleepFor(TRACES_LIMIT_MS, undefined, { ref: false })]))
        .then(() => store.close());
      await Promise.race([finished, sleepFor(STOP_LIMIT_MS, undefined, { ref: false })]);
    },
  };

  /** Answers HTTP; no deliveries and deadlines are handled yet. */
  function listen() {
    return server.listen(config.PORT, config.HOST);
  }

  async function warnWithoutDesk() {
    if ((await rosterOf().catch(() => '')) !== null) return;
    log.warn({}, 'no channel is the support desk yet, so nobody can report: write "@Outage Desk setup" in it, or name it in the desk file');
  }
}
