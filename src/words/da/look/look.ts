/** What people look up, in Danish: the help with its commands, lists of outages, and the timeline with what was refused. */
import type { Action } from '../../../outage/actions.ts';
import type { DenialReason } from '../../../outage/decision.ts';
import type { OutageEventType } from '../../../outage/events.ts';
import type { RungKind } from '../../../outage/promise.ts';
import type { Platform, Used } from '../../../outage/types/client.ts';
import { denial } from '../../denial.ts';
import { botName, privacy } from '../common/names.ts';
import { follow } from '../follow.ts';
import { formats } from '../formats.ts';
import { at, range } from '../grammar.ts';
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

/** What somebody wanted, after "forsøgte at": the infinitive. */
const actions: Partial<Record<Action['type'], string>> = {
  report: 'melde noget',
  acknowledge: 'overtage sagen',
  'take-back': 'fortryde sin overtagelse',
  plan: 'planlægge næste opdatering',
  update: 'sende en opdatering',
  'hand-over': 'overdrage sagen',
  accept: 'acceptere overdragelsen',
  decline: 'afslå overdragelsen',
  assist: 'hjælpe til',
  release: 'give sagen tilbage',
  pulse: 'sige, hvordan det går',
  note: 'tilføje et notat',
  ask: 'spørge indmelderen',
  reply: 'svare på et spørgsmål',
  'add-files': 'tilføje en fil',
  'set-bridge': 'angive et mødelink',
  'add-ticket': 'tilføje en ticket',
  'remove-ticket': 'fjerne en ticket',
  correct: 'rette meldingen',
  transfer: 'sende sagen videre',
  object: 'gøre indsigelse',
  withdraw: 'trække meldingen tilbage',
  merge: 'flette',
  resolve: 'markere som løst',
  confirm: 'bekræfte, at det virker',
  reopen: 'genåbne',
  review: 'gemme evalueringen',
  'follow-up-done': 'markere en opfølgning som udført',
  promote: 'gøre henvendelsen til et nedbrud',
  join: 'tilmelde sig som berørt',
  leave: 'melde sig fra',
  'add-phone': 'tilføje et telefonnummer',
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
  return (found && Object.hasOwn(known, found) && known[found]) || 'se på sagen';
}

const audit = {
  from: (what: string, client: string) => `${what} \u00B7 ${client}`,
  client: ({ used, platform }: { readonly used: Used; readonly platform: Platform | null }) =>
    [used === 'api' || used === 'phone' ? '' : platforms[platform ?? 'other'], ways[used]].filter(Boolean).join(', '),
  somebody: 'En person',
  tried: (what: string, why: string, times: number) => `forsøgte at ${attempt(what)}${times > 1 ? `, ${times} gange` : ''}: ${why}`,
  whyNot: {
    'unknown-outage': 'det er ikke deres',
    'not-permitted': 'ikke tilladt',
    'already-acknowledged': 'allerede overtaget',
    'already-ended': 'allerede slut',
    'card-outdated': 'ændret i mellemtiden',
    'not-now': 'ikke muligt på det tidspunkt',
    'not-offered': 'var ikke tilbudt til dem',
    'too-many-questions': 'for mange spørgsmål ventede allerede',
    'objected-already': 'havde allerede gjort indsigelse én gang',
    'stays-taken': 'for sent, allerede i arbejde eller ikke deres',
    'too-late': 'for sent',
    'said-already': 'havde sagt, hvordan det går, inden for den seneste time',
    'bad-target': 'der var ikke noget at flette med',
    'too-many': 'der var allerede for mange',
    parted: 'de to er kendt som forskellige',
    'not-yours': 'det er ikke deres',
    'not-here': 'andre ville have læst det der',
    'no-thread': 'det var uklart, hvilket nedbrud det gjaldt',
    unreadable: 'kortet er for gammelt eller ikke vores',
    'draft-gone': 'meldingen var der ikke længere',
    'old-client': 'deres Teams er for gammelt til det',
    'rate-limited': 'for meget inden for et minut',
    'not-administrator': 'ikke administrator',
    'no-desk': 'der var ingen supportdesk endnu',
    'other-tenant': 'konto i en anden organisation',
    'not-member': 'ikke med i et projekt',
    'not-eligible': 'intet i deres projekter kan meldes',
    'not-told': 'Teams sagde ikke, om de må',
  } satisfies Record<DenialReason, string>,
};

const help = {
  heading: botName,
  text: 'Er produktionen nede? Meld det her, så overtager en fra supporten sagen.',
  report: 'Meld et nedbrud',
  mine: 'Vis mine nedbrud',
  youSaid: 'Det forstod jeg ikke. Det kan jeg:',
  all: 'Det kan du skrive eller trykke på her:',
  inRoom: `Begynd med @${botName} her, eller skriv en skråstreg, og vælg en kommando: Så ser kun du svaret.`,
  greeting: 'Hej. Hvis produktionen er nede, så tryk på knappen, eller skriv her, hvad der sker.',
  thanks: 'Selv tak. Hvis produktionen er nede, så tryk på knappen, eller skriv her, hvad der sker.',
  doubt,
};

const list = {
  open: (count: number) =>
    count === 0 ? 'Ingen åbne nedbrud' : formats.plural(count, { one: '1 åbent nedbrud', other: `${count} åbne nedbrud` }),
  atLeast: (count: number) => formats.plural(count, { one: `Mindst ${count} åbent nedbrud`, other: `Mindst ${count} åbne nedbrud` }),
  mine: (count: number): string => (count === 0 ? 'Der er ingen nedbrud for dig' : 'Dine nedbrud'),
  mineText: 'Det, du har meldt eller er ansvarlig for: først det åbne, så det, der sluttede sidst.',
  reported: (when: string) => `Overtag senest ${at(when)}`,
  late: (when: string) => `Forsinket: fristen var ${at(when)}`,
  taken: (when: string) => `Næste opdatering senest ${at(when)}`,
  missed: (when: string) => `Opdatering forsinket: fristen var ${at(when)}`,
  and: 'Og',
  more: (name: string) => `Skriv nummeret for at se et: /outage status ${name}.`,
  which: 'Skriv hvilket, med nummeret: /outage status OUT-1042 eller /outage timeline OUT-1042.',
  ownChat: denial('not-here', 'Spørg mig om det i chatten med mig: Her må ikke alle se det.'),
  noProjects: denial(
    'not-member',
    'Kun et projekts personer og supportens teknikere kan slå nedbrud op. Vil du se mere, så bed en administrator i supporten om at føje dig til projektet. En kanal, der følger, har et kort for hvert nedbrud.',
  ),
};

const timeline = {
  button: 'Vis tidslinje',
  heading: (name: string) => `${name}: Tidslinje`,
  earlier: (count: number) =>
    formats.plural(count, { one: '1 tidligere hændelse er ikke vist.', other: `${count} tidligere hændelser er ikke vist.` }),
  zone: (zone: string) => `Tidszone: ${zone}`,
  later: (time: string) => `\u22EE ${time} senere`,
  pings: (count: number, from: string, until: string, people: string) => `Alarmeret ${count} gange, ${range(from, until)}: ${people}`,
  pulses: (count: number, from: string, until: string) => `${count} tilbagemeldinger, ${range(from, until)}`,
  line: (by: string, what: string) => `${by} ${what}`,
  nobody: 'ingen, fordi ingen har vagten',
  changed,
  rung: {
    reminder: (people: string) => `Alarmeret: ${people}`,
    'last-call': (people: string) => `Alarmeret kort før fristen: ${people}`,
    breach: (people: string) => `Alarmeret ved fristens udløb: ${people}`,
    'still-open': (people: string) => `Alarmeret igen: ${people}`,
  } satisfies Record<RungKind, (people: string) => string>,
  event: {
    reported: (more) => `meldte det: ${more}`,
    acknowledged: (more) => `overtog sagen efter ${more}`,
    'taken-back': () => 'fortrød overtagelsen',
    planned: (more) => `planlagde: ${more}`,
    updated: (more) => (more ? `sendte en opdatering: ${more}` : 'sendte ”Intet nyt”'),
    'hand-over-offered': (more) => `bad ${more} om at overtage sagen`,
    'hand-over-declined': () => 'afsluttede tilbuddet om overdragelse',
    'handed-over': (more) => `overtog sagen fra ${more}`,
    assisted: (more, by) => (more === by ? 'hjælper til' : `bad ${more} om at hjælpe`),
    released: () => 'gav sagen tilbage',
    objected: () => 'gjorde indsigelse',
    reopened: (owner, by): string => (by ? `genåbnede det${owner && ' og er ansvarlig'}` : 'Genåbnet: Det virkede stadig ikke hos andre'),
    noted: (more) => `noterede: ${more}`,
    pulsed: (more) => `sagde: ${more}`,
    asked: (more) => `spurgte indmelderen: ${more}`,
    replied: (more) => `svarede: ${more}`,
    'reply-missed': () => 'Intet svar endnu: Vi mindede indmelderen om det',
    'files-added': (more) => `sendte ${more}`,
    'bridge-set': (more) => more || 'fjernede mødelinket',
    'ticket-added': (more) => `tilføjede ticket ${more}`,
    'ticket-removed': (more) => (more ? `fjernede ticket ${more}` : 'fjernede en ticket'),
    corrected: (more) => `rettede ${more}`,
    transferred: (more) => `sendte det videre til ${more}`,
    withdrawn: () => 'trak meldingen tilbage',
    merged: (more) => `flettede det med ${more}`,
    absorbed: (more) => `flettede ${more} ind i det`,
    parted: (more) => `ophævede fletningen med ${more}`,
    joined: (more) => `meldte sig som berørt: ${more}`,
    left: () => 'er ikke berørt længere',
    'phone-added': () => 'tilføjede et telefonnummer',
    ...follow.timeline,
    gathered: (more) => `Ser ens ud: ${more}`,
    resolved: (more) => `markerede det som løst: ${more}`,
    answered: request.timeline.answered,
    promoted: request.timeline.promoted,
    closed: (_more, by): string => (by ? 'bekræftede, at det virker igen' : 'Lukket: Ingen sagde, at det stadig ikke virkede'),
    escalated: (more) => more,
    breached: () => 'Forsinket: Ingen havde overtaget sagen inden fristen',
    paged: (more) => more,
    'page-missed': (more) => more,
    'update-missed': (more) => `Opdateringen er forsinket. Alarmeret: ${more}`,
    'place-lost': (more) => `Opdateringer når ikke længere frem her: ${more}`,
    'desk-unreached': () => 'Nåede ikke frem til supportdeskens kanal i tide, og indmelderen fik besked',
    'desk-reached': () => 'Nåede frem til supportdeskens kanal',
    'drill-ended': () => 'Øvelsen sluttede',
    ...review.timeline,
    restored: (more) => `Data blev gendannet til ${at(more)}`,
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
