/** What people look up, in German: the help with its commands, lists of outages, and the timeline with what was refused. */
import type { Action } from '../../../outage/actions.ts';
import type { DenialReason } from '../../../outage/decision.ts';
import type { OutageEventType } from '../../../outage/events.ts';
import type { RungKind } from '../../../outage/promise.ts';
import type { Platform, Used } from '../../../outage/types/client.ts';
import { denial } from '../../denial.ts';
import { botName, privacy } from '../common/names.ts';
import { follow } from '../follow.ts';
import { formats } from '../formats.ts';
import { changed } from '../report/fields.ts';
import { request } from '../request.ts';
import { review } from '../review/review.ts';
import { app } from './app.ts';
import { catchUp } from './catch-up.ts';
import { platforms, ways } from './clients.ts';
import { deliveries } from './deliveries.ts';
import { doubt } from './doubt.ts';
import { numbers } from './numbers.ts';

export { commands, examples, starters } from './commands.ts';

/** What somebody wanted, after "wollte": the infinitive at the end. */
const actions: Partial<Record<Action['type'], string>> = {
  report: 'etwas melden',
  acknowledge: 'übernehmen',
  'take-back': 'die eigene Übernahme rückgängig machen',
  plan: 'das nächste Update planen',
  update: 'ein Update senden',
  'hand-over': 'übergeben',
  accept: 'die Übergabe annehmen',
  decline: 'die Übergabe ablehnen',
  assist: 'mithelfen',
  release: 'zurückgeben',
  pulse: 'sagen, wie es ist',
  note: 'eine Notiz hinzufügen',
  ask: 'eine Rückfrage stellen',
  reply: 'eine Rückfrage beantworten',
  'add-files': 'eine Datei hinzufügen',
  'set-bridge': 'den Link zur Besprechung setzen',
  'add-ticket': 'ein Ticket hinzufügen',
  'remove-ticket': 'ein Ticket entfernen',
  correct: 'korrigieren',
  transfer: 'weiterleiten',
  object: 'widersprechen',
  withdraw: 'zurückziehen',
  merge: 'zusammenführen',
  resolve: 'als behoben melden',
  confirm: 'bestätigen, dass es funktioniert',
  reopen: 'wieder öffnen',
  review: 'die Nachbereitung speichern',
  'follow-up-done': 'eine Maßnahme als erledigt markieren',
  promote: 'die Anfrage als Ausfall einstufen',
  join: 'sich als betroffen eintragen',
  leave: 'sich austragen',
  'add-phone': 'eine Telefonnummer angeben',
};
/** Buttons and commands whose name differs from that of their action. */
const called: Readonly<Record<string, string>> = {
  ack: 'acknowledge',
  help: 'assist',
  reclassify: 'correct',
  answer: 'resolve',
  'make-one': 'merge',
  'nothing-new': 'update',
  publish: 'update',
  '/outage': 'report',
  'report-for': 'report',
  ...{ works: 'pulse', 'it-works': 'pulse' },
  'still-down': 'reopen',
  outage: 'join',
  ...{ phone: 'add-phone', bridge: 'set-bridge', ticket: 'add-ticket' },
  'it-is-an-outage': 'object',
};

/** `what`: the action, the button or the command. */
function attempt(what: string): string {
  const plain = what.replace(/^\/?(?:outage|reporter|request|join)[ -]/, '').replace(/-(?:form|listed)$/, '');
  const action = plain.replaceAll(' ', '-');
  const known: Readonly<Record<string, string>> = actions;
  const found = Object.hasOwn(called, action) ? called[action] : action;
  return (found && Object.hasOwn(known, found) && known[found]) || 'es ansehen';
}

const audit = {
  from: (what: string, client: string) => `${what} \u00B7 ${client}`,
  client: ({ used, platform }: { readonly used: Used; readonly platform: Platform | null }) =>
    [used === 'api' || used === 'phone' ? '' : platforms[platform ?? 'other'], ways[used]].filter(Boolean).join(', '),
  somebody: 'Jemand',
  tried: (what: string, why: string, times: number) => `wollte ${attempt(what)}${times > 1 ? `, ${times}-mal` : ''}: ${why}`,
  whyNot: {
    'unknown-outage': 'gehört nicht zu dieser Person',
    'not-permitted': 'nicht erlaubt',
    'already-acknowledged': 'schon übernommen',
    'already-ended': 'schon beendet',
    'card-outdated': 'inzwischen geändert',
    'not-now': 'zu dieser Zeit nicht möglich',
    'not-offered': 'wurde dieser Person nicht angeboten',
    'too-many-questions': 'zu viele Rückfragen noch offen',
    'objected-already': 'schon einmal widersprochen',
    'stays-taken': 'zu spät, schon in Arbeit oder nicht zuständig',
    'too-late': 'zu spät',
    'said-already': 'hat in dieser Stunde schon gesagt, wie es ist',
    'bad-target': 'es gab nichts, womit sich zusammenführen ließ',
    'too-many': 'es gab schon zu viele',
    parted: 'schon als verschieden festgestellt',
    'not-yours': 'gehört jemand anderem',
    'not-here': 'andere hätten es dort gelesen',
    'no-thread': 'unklar, um welchen Ausfall es ging',
    unreadable: 'die Karte ist zu alt oder nicht von uns',
    'draft-gone': 'die Meldung war nicht mehr da',
    'old-client': 'die Version von Teams ist zu alt dafür',
    'rate-limited': 'zu viel innerhalb einer Minute',
    'not-administrator': 'kein Admin',
    'no-desk': 'es gab noch keinen Supportdesk',
    'other-tenant': 'Konto einer anderen Organisation',
    'not-member': 'in keinem Projekt',
    'not-eligible': 'in den eigenen Projekten lässt sich nichts melden',
    'not-told': 'Teams hat nicht gesagt, ob es erlaubt ist',
  } satisfies Record<DenialReason, string>,
};

const help = {
  heading: botName,
  text: 'Ist die Produktion ausgefallen? Melden Sie es hier, und jemand vom Support übernimmt.',
  report: 'Ausfall melden',
  mine: 'Meine Ausfälle anzeigen',
  youSaid: 'Das habe ich nicht verstanden. Das kann ich:',
  all: 'Das können Sie hier schreiben oder antippen:',
  inRoom: `Beginnen Sie hier mit @${botName}, oder geben Sie einen Schrägstrich ein und wählen Sie einen Befehl: Dann sehen nur Sie die Antwort.`,
  greeting: 'Guten Tag. Wenn die Produktion ausgefallen ist, nutzen Sie die Schaltfläche, oder schreiben Sie hier, was passiert.',
  thanks: 'Gern geschehen. Wenn die Produktion ausgefallen ist, nutzen Sie die Schaltfläche, oder schreiben Sie hier, was passiert.',
  doubt,
};

const list = {
  open: (count: number) =>
    count === 0 ? 'Kein Ausfall ist offen' : formats.plural(count, { one: '1 Ausfall ist offen', other: `${count} Ausfälle sind offen` }),
  atLeast: (count: number) =>
    formats.plural(count, { one: `Mindestens ${count} Ausfall ist offen`, other: `Mindestens ${count} Ausfälle sind offen` }),
  mine: (count: number): string => (count === 0 ? 'Sie haben keine Ausfälle' : 'Ihre Ausfälle'),
  mineText: 'Was Sie gemeldet haben oder wofür Sie zuständig sind: erst was offen ist, dann was zuletzt endete.',
  reported: (when: string) => `Übernahme bis ${when}`,
  late: (when: string) => `Überfällig: Die Frist war ${when}`,
  taken: (when: string) => `Nächstes Update bis ${when}`,
  missed: (when: string) => `Update überfällig: Die Frist war ${when}`,
  and: 'Außerdem',
  more: (name: string) => `Um einen anzusehen, schreiben Sie seine Nummer: /outage status ${name}.`,
  which: 'Schreiben Sie dazu, welchen Sie meinen: /outage status OUT-1042 oder /outage timeline OUT-1042.',
  ownChat: denial('not-here', 'Fragen Sie mich das im Chat mit mir: Hier dürfen es nicht alle sehen.'),
  noProjects: denial(
    'not-member',
    'Nur Personen eines Projekts und Engineers des Supports können Ausfälle ansehen. Um mehr zu sehen, bitten Sie einen Admin des Supports, Sie dem Projekt hinzuzufügen. Ein Kanal, der folgt, hat von jedem Ausfall eine Karte.',
  ),
};

const timeline = {
  button: 'Zeitachse anzeigen',
  heading: (name: string) => `${name}: Zeitachse`,
  earlier: (count: number) =>
    formats.plural(count, { one: '1 früheres Ereignis fehlt hier.', other: `${count} frühere Ereignisse fehlen hier.` }),
  zone: (zone: string) => `Zeitzone: ${zone}`,
  later: (time: string) => `\u22EE ${time} später`,
  pings: (count: number, from: string, until: string, people: string) => `${count}-mal alarmiert, ${from} bis ${until}: ${people}`,
  pulses: (count: number, from: string, until: string) => `${count} Rückmeldungen, ${from} bis ${until}`,
  line: (by: string, what: string) => `${by} ${what}`,
  nobody: 'niemand, weil niemand Bereitschaft hat',
  changed,
  rung: {
    reminder: (people: string) => `Alarmiert: ${people}`,
    'last-call': (people: string) => `Kurz vor der Frist alarmiert: ${people}`,
    breach: (people: string) => `Bei Ablauf der Frist alarmiert: ${people}`,
    'still-open': (people: string) => `Noch einmal alarmiert: ${people}`,
  } satisfies Record<RungKind, (people: string) => string>,
  event: {
    reported: (more) => `hat gemeldet: ${more}`,
    acknowledged: (more) => `hat übernommen, nach ${more}`,
    'taken-back': () => 'hat die Übernahme rückgängig gemacht',
    planned: (more) => `hat geplant: ${more}`,
    updated: (more) => (more ? `hat ein Update gesendet: ${more}` : 'hat „Nichts Neues“ gesendet'),
    'hand-over-offered': (more) => `hat ${more} die Übergabe angeboten`,
    'hand-over-declined': () => 'hat das Angebot zur Übergabe beendet',
    'handed-over': (more) => `hat von ${more} übernommen`,
    assisted: (more, by) => (more === by ? 'hilft mit' : `hat ${more} um Hilfe gebeten`),
    released: () => 'hat den Ausfall zurückgegeben',
    objected: () => 'hat widersprochen',
    reopened: (owner, by): string =>
      by ? `hat den Ausfall wieder geöffnet${owner && ' und ist zuständig'}` : 'Wieder geöffnet: Bei anderen funktionierte es noch nicht',
    noted: (more) => `hat notiert: ${more}`,
    pulsed: (more) => `sagt: ${more}`,
    asked: (more) => `hat die meldende Person gefragt: ${more}`,
    replied: (more) => `hat geantwortet: ${more}`,
    'reply-missed': () => 'Noch keine Antwort: Wir haben die meldende Person erinnert',
    'files-added': (more) => `hat gesendet: ${more}`,
    'bridge-set': (more) => more || 'hat den Link zur Besprechung entfernt',
    'ticket-added': (more) => `hat das Ticket ${more} hinzugefügt`,
    'ticket-removed': (more) => (more ? `hat das Ticket ${more} entfernt` : 'hat ein Ticket entfernt'),
    corrected: (more) => `hat die Meldung korrigiert: ${more}`,
    transferred: (more) => `hat den Ausfall an ${more} weitergeleitet`,
    withdrawn: () => 'hat die Meldung zurückgezogen',
    merged: (more) => `hat den Ausfall mit ${more} zusammengeführt`,
    absorbed: (more) => `hat ${more} mit diesem Ausfall zusammengeführt`,
    parted: (more) => `hat die Zusammenführung mit ${more} aufgehoben`,
    joined: (more) => `hat sich als betroffen eingetragen: ${more}`,
    left: () => 'hat sich ausgetragen',
    'phone-added': () => 'hat eine Telefonnummer angegeben',
    ...follow.timeline,
    gathered: (more) => `Sieht gleich aus: ${more}`,
    resolved: (more) => `hat den Ausfall als behoben gemeldet: ${more}`,
    answered: request.timeline.answered,
    promoted: request.timeline.promoted,
    closed: (_more, by): string =>
      by ? 'hat bestätigt, dass es wieder funktioniert' : 'Geschlossen: Es wurde keine Störung mehr gemeldet',
    escalated: (more) => more,
    breached: () => 'Überfällig: Bis zur Frist hatte niemand übernommen',
    paged: (more) => more,
    'page-missed': (more) => more,
    'update-missed': (more) => `Das Update ist überfällig. Alarmiert: ${more}`,
    'place-lost': (more) => `Updates kommen hier nicht mehr an: ${more}`,
    'desk-unreached': () => 'Kam nicht rechtzeitig im Kanal des Supportdesks an, und die meldende Person wurde informiert',
    'desk-reached': () => 'Im Kanal des Supportdesks angekommen',
    'drill-ended': () => 'Die Übung ist beendet',
    ...review.timeline,
    restored: (more) => `Die Aufzeichnungen wurden wiederhergestellt, Stand: ${more}`,
    'personal-data-removed': () => privacy.timeline,
  } satisfies Record<OutageEventType, (more: string, by: string) => string>,
};

export const look = {
  app,
  audit,
  catchUp,
  deliveries,
  help,
  list,
  numbers,
  timeline,
};
