/** What the cards of an outage say to everybody: facts, states, news, pings, and several pings as one. In German. */
import type { RungKind } from '../../../outage/promise.ts';
import type { Phase } from '../../../outage/types/outage.ts';
import type { Stage } from '../../../outage/types/stage.ts';
import { formats } from '../formats.ts';
import { whyCalled } from '../on-call.ts';
import { botName, phaseShort } from './names.ts';
import { stages } from './stages.ts';

export const facts = {
  customer: 'Kunde',
  environment: 'Umgebung',
  scenario: 'Szenario',
  openMessage: 'In Teams öffnen',
  reporter: 'Gemeldet von',
  counted: 'Gezählt als',
  reported: 'Gemeldet',
  state: 'Status',
  owner: 'Zuständig',
  lastUpdate: 'Letztes Update',
  done: 'Was getan wurde',
  unsure: 'Nicht sicher',
  inRegion: (phone: string, region: string) => `${phone} (${region})`,
  notChecked: (phone: string) => `${phone} (nicht geprüft)`,
  asTyped: (text: string) => `„${text}“ (wie eingegeben)`,
  cut: 'Es gibt noch mehr, aber auf dieser Karte ist nicht genug Platz.',
  aroundTheClock: 'Rund um die Uhr',
  orElse: (second: string) => `Nicht rund um die Uhr. Sonst: ${second}`,
};

export const state = {
  reported: 'Noch nicht übernommen',
  breached: 'Überfällig: nicht übernommen',
  acknowledged: (owner: string, stage: Stage) =>
    stage === 'acknowledged' ? `${stages.name[stage]} von ${owner}` : `${stages.name[stage]} (${owner})`,
  resolved: 'Behoben',
};

export const desk = {
  newOutage: (name: string) => `${name}: Neuer Ausfall`,
  newRequest: (name: string) => `${name}: Neue Anfrage`,
  heading: (name: string, state: string) => `${name}: ${state}`,
  thisOutage: 'Dieser Ausfall',
  onCall: (mentions: string) => `${mentions}: Sie haben Bereitschaft.`,
  acknowledge: 'Übernehmen',
  openThread: 'Thread öffnen',
  update: 'Update senden',
  resolve: 'Als behoben melden',
};

export const news = {
  repeated: 'Noch einmal gesendet, weil unklar war, ob die erste Nachricht angekommen ist.',
  begunAnew: 'Diese Nachricht ersetzt die erste, die gelöscht wurde oder sich nicht mehr ändern lässt.',
  engineer: (first: string) => `${first} (Support)`,
  /** `who` may be "jemand vom Support". */
  by: (who: string, when: string) => `Von ${who}, ${when}`,
  after: (by: string, after: string) => (by ? `${by}, nach ${after}` : `Nach ${after}`),
  acknowledged: (name: string) => `${name}: ${stages.name.acknowledged}`,
  notOnCall: (by: string) => `${by} (nicht in Bereitschaft)`,
  acknowledgedAgain: (name: string) => `${name}: Wieder übernommen`,
  acknowledgedLate: (within: string) => `Zugesagt war: innerhalb von ${within}. Es tut uns leid, dass es länger gedauert hat.`,
  late: (what: string, late: string) => `${what}, ${late} zu spät`,
  nextUpdate: (when: string) => `Nächstes Update bis ${when}.`,
  updated: (name: string, phase: Phase) => `${name}: ${phaseShort[phase]}`,
  resolved: (name: string) => `${name}: ${stages.name.resolved}`,
  resolvedAfter: (after: string) => `Behoben ${after} nach der Meldung.`,
  stillDown: (phones: string) => `Wenn es noch nicht funktioniert, nutzen Sie die Schaltfläche oder rufen Sie an: ${phones}.`,
  updateMissed: (name: string) => `${name}: Update ist überfällig`,
  breached: (name: string) => `${name}: Überfällig, noch nicht übernommen`,
  breachedText: (after: string) =>
    `Wir haben die Übernahme innerhalb von ${after} zugesagt und sind zu spät. Wir alarmieren jetzt weitere Personen in Teams, und zwar so lange, bis jemand übernimmt.`,
  forReporter: (mention: string) => `${mention}: Es geht um Ihre Meldung.`,
  breachedCall: (phones: string, name: string) => `Bitte rufen Sie an und nennen Sie ${name}: ${phones}.`,
  placeLost: (name: string, place: string) => `${name}: Zustellung gestört (${place})`,
  placeLostText:
    'Teams lehnt Nachrichten dorthin ab: Der Bot wurde entfernt oder blockiert, oder die Unterhaltung gibt es nicht mehr. Informieren Sie die Personen dort auf anderem Weg.',
  placeNotTheirs:
    'Die Desk-Datei nennt den Mandanten dieser Personen für dieses Projekt nicht mehr. Deshalb informiere ich sie nicht mehr. Sagen Sie ihnen selbst, was sie wissen sollten.',
  notMentioned: (name: string) => `${name} konnte nicht erwähnt werden`,
  oneNotMentioned: (names: string) => `Eine dieser Personen konnte nicht erwähnt werden: ${names}`,
  notMentionedText:
    'Teams hat die Erwähnung abgelehnt. Die Namen stehen nur als Text in der Nachricht, und niemand wurde benachrichtigt. Rufen Sie die Personen an und prüfen Sie, ob sie noch hier arbeiten.',
  /** Without an article, so that they fit after a colon and in parentheses. */
  places: {
    desk: 'Thread des Supportdesks',
    origin: 'Ort der Meldung',
    follower: (id: string) => `Follower „${id}“`,
    merged: (name: string) => `Ort der Meldung von ${name}`,
    someMerged: 'weiterer Ort, an dem derselbe Ausfall gemeldet wurde',
    team: (name: string) => `Team ${name}`,
    webhook: (id: string) => `Webhook „${id}“`,
    pager: (id: string) => `Pager-Dienst „${id}“`,
    person: (name: string) => (name ? `Chat zwischen mir und ${name}` : 'Chat zwischen mir und einer Person'),
  },
};

export const ping = {
  heading: {
    reminder: (name: string) => `${name}: Bitte übernehmen`,
    'last-call': (name: string) => `${name}: Frist läuft bald ab`,
    breach: (name: string) => `${name}: Überfällig, jetzt übernehmen`,
    'still-open': (name: string) => `${name}: Noch immer nicht übernommen`,
  } satisfies Record<RungKind, (name: string) => string>,
  why: whyCalled,
  updateMissedWhy: (mention: string, when: string) =>
    `${mention}: Das nächste Update war bis ${when} fällig. „Nichts Neues“ ist auch ein gutes Update.`,
  saysWorks: (by: string, when: string) =>
    `Rückmeldung von ${by} (meldende Person), ${when}: Es funktioniert wieder. Die Meldung ist aber nicht zurückgezogen. Übernehmen Sie den Ausfall und prüfen Sie es.`,
  openThread: 'Übernehmen Sie hier oder im Thread des Supportdesks.',
  notYours: 'Bisher hat niemand übernommen. Rufen Sie jemanden an, der das kann.',
  deskLost: (name: string) => `${name}: Kanal des Supportdesks nicht erreichbar`,
  deskLostWhy: (mention: string) => `${mention}: Teams lehnt Nachrichten an den Kanal des Supportdesks ab. Deshalb melde ich mich hier.`,
  deskLostAdmin: 'An die Admins: Ist die App dort noch erlaubt und installiert, und gibt es den Kanal noch?',
  takeHere: 'Übernehmen Sie hier.',
  settled: (heading: string, when: string) => `Ursprünglicher Text, Stand ${when}: ${heading}.`,
};

export const digest = {
  heading: (n: number) => formats.plural(n, { one: 'Bei 1 Ausfall ist etwas zu tun', other: `Bei ${n} Ausfällen ist etwas zu tun` }),
  updates: (n: number) => formats.plural(n, { one: '1 Update ist überfällig', other: `${n} Updates sind überfällig` }),
  settled: (n: number) => formats.plural(n, { one: 'Bei 1 Ausfall war etwas zu tun', other: `Bei ${n} Ausfällen war etwas zu tun` }),
  people: (mentions: string) => `${mentions}: Sie werden gebraucht.`,
  how: (name: string) =>
    `Übernehmen Sie einen Ausfall über seine Schaltfläche oder in seinem Thread, oder schreiben Sie "@${botName} ack ${name}".`,
  owners: 'An die Zuständigen: Senden Sie ein Update im Thread. „Nichts Neues“ ist auch ein gutes Update.',
  notYours: 'Bisher hat niemand diese Ausfälle übernommen. Rufen Sie jemanden an, der das kann.',
  also: 'Außerdem',
  updateMissed: (owner: string, when: string) => `Zuständig: ${owner}. Das Update war bis ${when} fällig.`,
  take: (name: string) => `${name} übernehmen`,
  taken: (name: string) => `Sie haben ${name} übernommen. Weiter geht es im Thread.`,
};
