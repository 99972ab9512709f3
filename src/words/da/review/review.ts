/** The review of an outage, in Danish: what its card and its form say, its news, and the Markdown of it. */
import { formats } from '../formats.ts';
import { At, at, range } from '../grammar.ts';

const count = (some: number, one: string, other: string) => formats.plural(some, { one: `1 ${one}`, other: `${some} ${other}` });

export const review = {
  button: 'Skriv evaluering',
  fillIn: 'Udfyld evaluering',
  edit: 'Rediger evaluering',
  show: 'Vis evaluering',
  markdown: 'Vis som Markdown',
  heading: (name: string) => `${name}: Evaluering`,
  notYet: (name: string, state: string) =>
    `${name} er ikke slut (${state}). Du kan skrive evalueringen, når det er løst, sendt videre eller trukket tilbage.`,
  merged: (name: string, into: string) => `${name} blev flettet med ${into}. Skriv evalueringen af ${into}: /outage review ${into}.`,
  request: (name: string) => `${name} er en henvendelse. Kun nedbrud har en evaluering.`,
  practice: 'Det var en øvelse: Du kan øve evalueringen. Ingen bliver mindet om opfølgninger.',
  unsaved: 'Ingen har gemt en evaluering endnu. Nedenfor står det, der er registreret.',
  saved: (who: string, when: string) => `Gemt af ${who} ${at(when)}.`,
  lasted: (time: string, from: string, until: string) => `Varede ${time}, ${range(from, until)}.`,
  facts: {
    summary: 'Sammen\u00ADfatning',
    review: 'Evaluering',
    promise: 'Løfte',
    updates: 'Opdateringer',
    gaps: 'Pauser',
    affected: 'Berørt',
    told: 'Fik besked',
    cause: 'Årsag',
    helped: 'Hvad der hjalp',
    followUps: 'Hvad vi ændrer',
    timeline: 'Tidslinje',
  },
  kept: (after: string, within: string) => `Overtaget efter ${after}, lovet inden for ${within}: holdt`,
  broken: (after: string, within: string) => `Overtaget efter ${after}, lovet inden for ${within}: ikke holdt`,
  never: 'Ingen overtog sagen.',
  updates: (inTime: number, all: number) =>
    all === 0 ? 'Ingen opdatering var lovet.' : `${inTime} af ${count(all, 'opdatering', 'opdateringer')} til tiden`,
  update: (due: string, late: string) => (late ? `Lovet senest ${at(due)}: ${late} for sent` : `Lovet senest ${at(due)}: til tiden`),
  gap: (time: string, from: string, until: string) => `${time} uden besked, ${range(from, until)}`,
  noGap: 'Der gik aldrig længere tid end lovet mellem to beskeder.',
  people: (place: string, people: number) => `${place}: ${count(people, 'person', 'personer')}`,
  merges: (outages: number) => `Flettet ind: ${count(outages, 'nedbrud', 'nedbrud')}`,
  told: (when: string, what: string, came: number, all: number) => `${At(when)}: ${what}, ${came} af ${count(all, 'sted', 'steder')}`,
  nothingTold: 'Intet blev sendt.',
  open: 'Ikke skrevet endnu',
  followUp: (text: string, who: string, day: string) => `${text} (${who}, senest ${at(day)})`,
  done: (text: string, who: string, when: string) => `\u2713 ${text} (udført af ${who} ${at(when)})`,
  numberDone: (number: number) => `Markér ${number} som udført`,
  markDone: 'Markér som udført',
  state: (who: string, when: string, done: number, all: number) =>
    `Gemt af ${who} ${at(when)}${all > 0 ? `; ${done} af ${count(all, 'opfølgning', 'opfølgninger')} udført` : ''}`,
  gone: 'Den opfølgning er ikke længere i evalueringen.',
  wasDone: (name: string) => `Opfølgningen på ${name} er udført.`,

  form: {
    heading: (name: string) => `${name}: Skriv evaluering`,
    cause: 'Hvad var årsagen?',
    helped: 'Hvad hjalp?',
    text: (number: number) => `Opfølgning ${number}: Hvad ændrer vi?`,
    owner: (number: number) => `Opfølgning ${number}: ansvarlig`,
    day: (number: number) => `Opfølgning ${number}: senest`,
    send: 'Gem evaluering',
    audience:
      'Kun supportdesken læser den. Den ansvarlige for en opfølgning bliver mindet om den kl. 9 på dagen, i supportdeskens tidszone.',
    more: 'Slet teksten for at fjerne en opfølgning. Gem, og rediger evalueringen igen for at tilføje flere.',
    noOwner: 'Vælg en af supportdeskens teknikere.',
    noDay: (day: string) => `Vælg en dag efter i dag, og før evalueringen slettes: ${day}.`,
    saved: 'Evalueringen er gemt.',
  },

  news: {
    saved: (name: string) => `${name}: Evaluering gemt`,
    yours: (mention: string) => `${mention}: Du er ansvarlig for en opfølgning.`,
    due: (name: string) => `${name}: En opfølgning skal være færdig`,
    yoursDue: (mention: string) => `${mention}: Du er ansvarlig for denne opfølgning.`,
    dueText: (day: string) => `Den skal være færdig senest ${at(day)}.`,
    noEngineer: (owner: string, day: string) =>
      `Den skal være færdig senest ${at(day)}. ${owner} er ikke længere tekniker i supportdesken: Rediger evalueringen for at give den til en anden.`,
    done: (name: string) => `${name}: Opfølgning udført`,
  },
  message: {
    reviewed: 'besked om, at en evaluering er gemt',
    'follow-up-due': 'påmindelse om en opfølgning',
    'follow-up-done': 'besked om, at en opfølgning er udført',
  },
  timeline: {
    reviewed: () => 'gemte evalueringen',
    'follow-up-due': (more: string) => `En opfølgning skulle være færdig: ${more}`,
    'follow-up-done': (more: string) => `udførte en opfølgning${more && `: ${more}`}`,
  },

  zone: (zone: string) => `Tiderne er i UTC. Supportdeskens tidszone: ${zone}.`,
  copy: 'Markdown til jeres wiki',
  cut: 'Resten mangler: Kortet har ikke plads til det. Den, der driver supportdesken, får det hele: npx outage-desk review.',
};
