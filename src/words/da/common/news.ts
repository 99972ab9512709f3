/** What the cards of an outage say to everybody: facts, states, news, pings, and several pings as one. In Danish. */
import type { RungKind } from '../../../outage/promise.ts';
import type { Phase } from '../../../outage/types/outage.ts';
import type { Stage } from '../../../outage/types/stage.ts';
import { formats } from '../formats.ts';
import { At, at } from '../grammar.ts';
import { whyCalled } from '../on-call.ts';
import { botName, phaseShort } from './names.ts';
import { stages } from './stages.ts';

export const facts = {
  customer: 'Kunde',
  environment: 'Miljø',
  scenario: 'Scenarie',
  openMessage: 'Åbn den i Teams',
  reporter: 'Meldt af',
  counted: 'Tælles som',
  reported: 'Meldt',
  state: 'Status',
  owner: 'Ansvarlig',
  lastUpdate: 'Seneste opdatering',
  done: 'Hvad der blev gjort',
  unsure: 'Ikke sikker',
  inRegion: (phone: string, region: string) => `${phone} (${region})`,
  notChecked: (phone: string) => `${phone} (ikke kontrolleret)`,
  asTyped: (text: string) => `”${text}” (som indtastet)`,
  cut: 'Der er mere, men kortet har ikke plads til det hele.',
  aroundTheClock: 'Døgnet rundt',
  orElse: (second: string) => `Ikke døgnet rundt. Ellers: ${second}`,
};

export const state = {
  reported: 'Ikke overtaget endnu',
  breached: 'Forsinket: ikke overtaget',
  acknowledged: (owner: string, stage: Stage) =>
    stage === 'acknowledged' ? `${stages.name[stage]} af ${owner}` : `${stages.name[stage]} (${owner})`,
  resolved: 'Løst',
};

export const desk = {
  newOutage: (name: string) => `${name}: Nyt nedbrud`,
  newRequest: (name: string) => `${name}: Ny henvendelse`,
  heading: (name: string, state: string) => `${name}: ${state}`,
  thisOutage: 'Dette nedbrud',
  onCall: (mentions: string) => `${mentions}: Du har vagten.`,
  acknowledge: 'Overtag',
  openThread: 'Åbn tråd',
  update: 'Send opdatering',
  resolve: 'Markér som løst',
};

export const news = {
  repeated: 'Sendt igen: Vi kunne ikke se, om den første besked nåede frem.',
  begunAnew: 'Denne besked erstatter den første, som er slettet eller ikke længere kan ændres.',
  engineer: (first: string) => `${first} (support)`,
  by: (who: string, when: string) => `Af ${who} ${at(when)}`,
  after: (by: string, after: string) => (by ? `${by}, efter ${after}` : `Efter ${after}`),
  acknowledged: (name: string) => `${name}: ${stages.name.acknowledged}`,
  notOnCall: (by: string) => `${by} (har ikke vagten)`,
  acknowledgedAgain: (name: string) => `${name}: Overtaget igen`,
  acknowledgedLate: (within: string) => `Vi lovede ${within}. Vi beklager, at det tog længere tid.`,
  late: (what: string, late: string) => `${what}, ${late} for sent`,
  nextUpdate: (when: string) => `Næste opdatering senest ${at(when)}.`,
  updated: (name: string, phase: Phase) => `${name}: ${phaseShort[phase]}`,
  resolved: (name: string) => `${name}: ${stages.name.resolved}`,
  resolvedAfter: (after: string) => `Løst ${after} efter meldingen.`,
  stillDown: (phones: string) => `Hvis det stadig ikke virker, så tryk på knappen, eller ring til ${phones}.`,
  updateMissed: (name: string) => `${name}: Opdateringen er forsinket`,
  breached: (name: string) => `${name}: Forsinket, ikke overtaget endnu`,
  breachedText: (after: string) =>
    `Vi lovede at overtage sagen inden for ${after} og er forsinkede. Vi alarmerer nu flere personer i Teams, og vi bliver ved, til en af dem overtager den.`,
  forReporter: (mention: string) => `${mention}: Det handler om din melding.`,
  breachedCall: (phones: string, name: string) => `Ring til ${phones}, og sig ${name}.`,
  placeLost: (name: string, place: string) => `${name}: Opdateringer når ikke frem (${place})`,
  placeLostText:
    'Teams afviser beskeder dertil: Botten er fjernet eller blokeret, eller samtalen findes ikke længere. Giv personerne der besked på en anden måde.',
  placeNotTheirs:
    'Desk-filen nævner ikke længere deres lejer for dette projekt, så jeg fortæller dem ikke noget. Fortæl dem selv, hvad de bør vide.',
  notMentioned: (name: string) => `${name} kunne ikke omtales`,
  oneNotMentioned: (names: string) => `En af dem kunne ikke omtales: ${names}`,
  notMentionedText:
    'Teams afviste omtalen. Navnene står kun som tekst i beskeden, og ingen fik en notifikation. Ring til personerne, og kontrollér, om de stadig arbejder her.',
  /** Without an article, so that they fit after a colon and in parentheses. */
  places: {
    desk: 'supportdeskens tråd',
    origin: 'stedet, hvor det blev meldt',
    follower: (id: string) => `følgeren ”${id}”`,
    merged: (name: string) => `stedet, hvor ${name} blev meldt`,
    someMerged: 'et andet sted, hvor samme nedbrud blev meldt',
    team: (name: string) => `teamet ${name}`,
    webhook: (id: string) => `webhooken ”${id}”`,
    pager: (id: string) => `tilkaldetjenesten ”${id}”`,
    person: (name: string) => (name ? `chatten mellem mig og ${name}` : 'chatten mellem mig og en person'),
  },
};

export const ping = {
  heading: {
    reminder: (name: string) => `${name}: Overtag sagen`,
    'last-call': (name: string) => `${name}: Fristen udløber snart`,
    breach: (name: string) => `${name}: Forsinket, overtag nu`,
    'still-open': (name: string) => `${name}: Stadig ikke overtaget`,
  } satisfies Record<RungKind, (name: string) => string>,
  why: whyCalled,
  updateMissedWhy: (mention: string, when: string) =>
    `${mention}: Næste opdatering skulle være sendt senest ${at(when)}. ”Intet nyt” er også en god opdatering.`,
  saysWorks: (by: string, when: string) =>
    `Indmelderen ${by} sagde ${at(when)}, at det virker igen, men har ikke trukket meldingen tilbage. Overtag sagen, og kontrollér det.`,
  openThread: 'Overtag sagen her eller i supportdeskens tråd.',
  notYours: 'Ingen har overtaget sagen. Ring til en tekniker, der kan.',
  deskLost: (name: string) => `${name}: Supportdeskens kanal kan ikke nås`,
  deskLostWhy: (mention: string) => `${mention}: Teams afviser beskeder til supportdeskens kanal, så jeg skriver her.`,
  deskLostAdmin: 'Til administratorerne: Er appen stadig tilladt og installeret der, og findes kanalen stadig?',
  takeHere: 'Overtag sagen her.',
  settled: (heading: string, when: string) => `${At(when)} stod der her: ${heading}.`,
};

export const digest = {
  heading: (n: number) => formats.plural(n, { one: '1 nedbrud kræver handling', other: `${n} nedbrud kræver handling` }),
  updates: (n: number) => formats.plural(n, { one: '1 opdatering er forsinket', other: `${n} opdateringer er forsinkede` }),
  settled: (n: number) => formats.plural(n, { one: '1 nedbrud krævede handling', other: `${n} nedbrud krævede handling` }),
  people: (mentions: string) => `${mentions}: Der er brug for dig.`,
  how: (name: string) => `Overtag et nedbrud med knappen eller i dets tråd, eller skriv "@${botName} ack ${name}".`,
  owners: 'Til de ansvarlige: Send en opdatering i tråden. ”Intet nyt” er også en god opdatering.',
  notYours: 'Ingen har overtaget disse. Ring til en tekniker, der kan.',
  also: 'Og',
  updateMissed: (owner: string, when: string) => `Ansvarlig: ${owner}. Opdateringen skulle være sendt senest ${at(when)}.`,
  take: (name: string) => `Overtag ${name}`,
  taken: (name: string) => `Du har overtaget ${name}. Fortsæt i tråden.`,
};
