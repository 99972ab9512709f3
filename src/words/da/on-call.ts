/** On-call, in Danish: who has it, who takes it, and why somebody is called. */
import type { Level } from '../../outage/types/values.ts';
import type { CalledBefore } from '../en/on-call.ts';
import { level as roleOf, the } from './common/names.ts';
import { formats } from './formats.ts';
import { At, at, range } from './grammar.ts';

const title: Record<Level, string> = { primary: 'Primær vagt', secondary: 'Sekundær vagt', 'duty-manager': 'Vagtleder' };

const [minute, hour] = [formats.duration(60_000), formats.duration(3_600_000)];
/** "hver time", "med 2 timers mellemrum". */
const every = (ms: number): string => {
  const length = formats.duration(ms);
  return length === minute ? 'hvert minut' : length === hour ? 'hver time' : `med ${length}s mellemrum`;
};

/** Why the engine calls somebody. */
export function whyCalled(mention: string, level: Level | 'owner', before: CalledBefore | null): string {
  const role = `${mention}: Du er ${roleOf[level]}`;
  if (before === null) return `${role}.`;
  const { who, when } = before;
  if (who === 'you') return `${role}. Du blev alarmeret allerede ${at(when)}.`;
  const names = formats.and(who.map((one) => the[one]));
  return `${role}. Alarmeret uden svar: ${names}${who.length > 1 ? ', senest' : ''} ${at(when)}.`;
}

export const onCall = {
  title,
  heading: 'Vagt',
  week: (zone: string) => `De næste 7 dage, tidszone ${zone}: \u2713 vagten er dækket døgnet rundt, \u26A0 ikke dækket hele tiden`,
  atOnce: 'nu',
  hole: (from: string, until: string) => `\u26A0 Ingen ${range(from, until)}`,
  holeOn: (from: string) => `\u26A0 Ingen fra ${at(from)}`,
  moreHoles: (more: number) => formats.plural(more, { one: '\u26A0 Og 1 hul mere', other: `\u26A0 Og ${more} huller mere` }),
  summary: (primary: string) => `På vagt nu: ${primary}`,
  now: (who: string) => `Nu: ${who}`,
  from: (when: string, who: string) => `${when}: ${who}`,
  allTheTime: (who: string) => `${who}, de næste 14 dage`,
  nobody: '\u26A0 ingen',
  more: (changes: number) =>
    formats.plural(changes, { one: 'Og 1 skift mere inden for 14 dage.', other: `Og ${changes} skift mere inden for 14 dage.` }),
  byHand: 'Ændret her',
  has: (who: string, level: Level, until: string) => `${who} er ${roleOf[level]} indtil ${at(until)}`,
  covers: (who: string, insteadOf: string, until: string) => `${who} afløser ${insteadOf} indtil ${at(until)}`,

  take: 'Tag vagten',
  cover: 'Afløs en anden',
  end: 'Afslut min vagt',
  back: 'Tilbage',

  takeForm: {
    heading: 'Tag vagten',
    what: 'Hvilket niveau tager du?',
    send: 'Tag vagten',
    note: 'Fra nu af og indtil da alarmeres kun du på dette niveau. Du kan slutte før.',
  },
  coverForm: {
    heading: 'Afløs en anden',
    what: 'Hvem afløser du?',
    send: 'Afløs',
    note: 'Fra nu af og indtil da alarmeres du i stedet for den person, på alle personens niveauer. Du kan slutte før.',
  },
  endForm: {
    heading: 'Afslut min vagt',
    what: 'Hvad afslutter du?',
    send: 'Afslut min vagt',
    note: 'Fra nu af alarmeres igen de personer, der står i vagtplanen.',
  },
  untilDate: 'Til hvilken dag?',
  untilTime: (zone: string) => `Til hvilket klokkeslæt, tidszone: ${zone}?`,

  errors: {
    choose: 'Vælg en.',
    'not-a-time': 'Vælg en dag og et klokkeslæt.',
    past: 'Det tidspunkt er passeret. Vælg et senere.',
    'too-far': 'Vælg et tidspunkt inden for 14 dage. Skal det være længere, så ret vagtplanen i desk-filen.',
  },
  took: (level: Level, until: string) => `Du er ${roleOf[level]} indtil ${at(until)}.`,
  covering: (insteadOf: string, until: string) => `Du afløser ${insteadOf} indtil ${at(until)}.`,
  ended: 'Den vagt har du ikke længere.',
  noneOfYours: 'Du har ikke taget en vagt her.',

  news: {
    before: 'Din vagt begynder snart',
    begins: 'Du har vagten nu',
    less: 'En del af din vagt er slut',
    ends: 'Din vagt er slut',
    not: 'Du skal alligevel ikke på vagt',
    role: (level: Level, from: string, until: string | null) =>
      until === null ? `Fra ${at(from)} er du ${roleOf[level]}.` : `Du er ${roleOf[level]} ${range(from, until)}.`,
    still: (level: Level, until: string | null) => `Du er stadig ${roleOf[level]}${until === null ? '' : ` indtil ${at(until)}`}.`,
    lost: (levels: readonly Level[], when: string) =>
      `Siden ${at(when)} er du ikke længere ${formats.and(levels.map((level) => roleOf[level]))}.`,
    notThen: (when: string) => `En anden har taget din vagt fra ${at(when)}.`,
    above: (levels: readonly { readonly level: Level; readonly who: string }[]) =>
      levels.length === 0
        ? 'Ingen er på vagt over dig.'
        : `Over dig: ${formats.and(levels.map(({ level, who }) => `${the[level]} (${who})`))}.`,
    handOver:
      'Vil du give den fra dig, så bed en kollega om at skrive /outage on-call til mig og vælge ”Afløs en anden”. Det gælder straks.',
    takeBack: 'Vil du alligevel have vagten, så vælg ”Vis vagt”, ”Tag vagten”.',
    noneOpen: 'Der er ingen åbne nedbrud.',
    open: (count: number) => formats.plural(count, { one: '1 nedbrud er åbent:', other: `${count} nedbrud er åbne:` }),
    owned: (count: number) =>
      formats.plural(count, {
        one: 'Du er ansvarlig for 1 af dem, og det bliver du ved med at være. Vil du overdrage det, så skriv "hand over" og et navn i tråden.',
        other: `Du er ansvarlig for ${count} af dem, og det bliver du ved med at være. Vil du overdrage et, så skriv "hand over" og et navn i tråden.`,
      }),
    more: (count: number) => `Og ${count} mere.`,
    week: 'Vagten i denne uge',
    gaps: 'De næste 30 dage',
    noGaps: 'Vagten er dækket døgnet rundt.',
    lastWeek: 'Sidste uge',
    kept: (outages: number, inTime: number) =>
      outages === 0
        ? 'Ingen nedbrud blev meldt.'
        : formats.plural(outages, {
            one: `1 nedbrud blev meldt, og det blev ${inTime === 1 ? '' : 'ikke '}overtaget til tiden.`,
            other: `${outages} nedbrud blev meldt, og ${inTime} af dem blev overtaget til tiden.`,
          }),
    show: 'Vis vagt',
  },

  calendar: {
    open: 'Føj til kalender',
    heading: 'Vagten i din kalender',
    what: 'Hvis vagt?',
    mine: (name: string) => `Min (${name})`,
    note: 'Du får en adresse til din kalenderapp.',
    secret: 'Giv den ikke videre: Alle, der har adressen, kan læse disse vagter og navnene i dem.',
    has: (whose: string) => `Du har allerede en adresse til: ${whose}. Hvis du opretter en ny, holder den gamle op med at virke.`,
    make: 'Opret adresse',
    withdraw: 'Træk adressen tilbage',
    made: (whose: string) => `Din kalenderadresse til: ${whose}`,
    address: 'Adresse',
    once: 'Kopiér den nu. Jeg gemmer den ikke og kan ikke vise den igen.',
    how: 'I Outlook eller Teams: Kalender > Tilføj kalender > ”Abonner fra internettet”. Din app opdaterer så selv, oftest med nogle timers mellemrum.',
    title: (what: string, who: string) => `${what}: ${who}`,
    ofLevel: (level: Level) => title[level],
    ofPerson: (name: string) => `Vagt: ${name}`,
    nobody: 'ingen',
    withdrawn: (whose: string) => `Adressen til ${whose} virker ikke længere.`,
    none: 'Det har du ingen adresse til.',
    off: 'Jeg kan ikke oprette kalenderadresser: Kalenderapps kan ikke nå mig. Den, der driver mig, kan ændre det med indstillingen PUBLIC_URL.',
  },

  plan: {
    label: 'Hvis ingen overtager',
    calls: (when: string, level: Level, who: string) => `${At(when)}: ${title[level]}, ${who}`,
    again: (when: string, everyMs: number, levels: readonly Level[]) =>
      `${At(when)} og derefter ${every(everyMs)}: ${formats.list(levels.map((level) => title[level]))}`,
  },
};
