/** What is said about the bots themselves, in Danish: alarms, the check whether it would work tonight, drills, a restore. */

import { message } from '../common/messages.ts';
import { formats } from '../formats.ts';
import { at } from '../grammar.ts';
import { check } from './check.ts';

const CALL = 'Ring til dem, der skal vide noget nu.';
const LOOK = 'Kontrollér, at alle jeres botter kører.';
const DEFECT = 'Det er en programfejl, eller databasen er ændret manuelt: Gem loggene, og meld det.';

const alarm = {
  troubles: {
    'deadlines-overdue': {
      heading: 'Mine alarmer er forsinkede',
      what: (count: number, oldest: string) =>
        formats.plural(count, {
          one: `1 frist udløb for ${oldest} siden, og ingen blev alarmeret.`,
          other: `${count} frister er udløbet, den første for ${oldest} siden, og ingen blev alarmeret.`,
        }),
      desk: 'Stol ikke på mine alarmer nu. Se selv efter, hvilke nedbrud der skal overtages eller have en opdatering.',
      admin: 'Kontrollér botternes logge og databasens belastning, og genstart så botterne.',
      over: 'Mine alarmer er til tiden igen',
    },
    'deadlines-missing': {
      heading: 'Om nogle nedbrud ville ingen blive alarmeret',
      what: (count: number) =>
        formats.plural(count, {
          one: '1 åbent nedbrud har ingen frist, så ingen ville blive alarmeret.',
          other: `${count} åbne nedbrud har ingen frist, så ingen ville blive alarmeret.`,
        }),
      desk: 'Overtag dem, eller send en opdatering i deres tråde: Det giver en ny frist.',
      admin: DEFECT,
      over: 'Alle åbne nedbrud har deres frist igen',
    },
    'threads-missing': {
      heading: 'Nogle nedbrud nåede aldrig frem til denne kanal',
      what: (count: number) =>
        formats.plural(count, {
          one: '1 åbent nedbrud har ingen tråd i supportdeskens kanal, og der er heller ingen på vej.',
          other: `${count} åbne nedbrud har ingen tråd i supportdeskens kanal, og der er heller ingen på vej.`,
        }),
      desk: 'Overtag dem med nummeret, for eksempel "@Outage Desk ack OUT-1042", og send en opdatering: Indmelderen får den.',
      admin: DEFECT,
      over: 'Alle åbne nedbrud er i denne kanal',
    },
    'deliveries-refused': {
      heading: 'Beskeder kommer ikke igennem',
      what: (count: number, oldest: string) =>
        formats.plural(count, {
          one: `1 besked har ventet i ${oldest}: Teams afviste den eller svarede ikke.`,
          other: `${count} beskeder venter, den ældste i ${oldest}: Teams afviste dem eller svarede ikke.`,
        }),
      desk: `${CALL} Jeg prøver igen og nævner her hver besked, der ikke kan leveres.`,
      admin: 'Kontrollér tjenestetilstanden for Teams, og om bottens klienthemmelighed er udløbet.',
      over: 'Beskeder kommer igennem igen',
    },
    'deliveries-backlog': {
      heading: 'Beskeder venter på deres tur',
      what: (count: number, oldest: string) =>
        formats.plural(count, {
          one: `1 besked har ventet i ${oldest}: Teams tager kun et vist antal ad gangen.`,
          other: `${count} beskeder venter, den ældste i ${oldest}: Teams tager kun et vist antal ad gangen.`,
        }),
      desk: `${CALL} Intet er tabt: Alle bliver sendt, overtagelser først.`,
      admin: 'Gør ikke noget, så længe tallet falder. Stiger det, så kontrollér botternes logge.',
      over: 'Ingen beskeder venter på deres tur længere',
    },
    'deliveries-untouched': {
      heading: 'Beskeder bliver ikke sendt',
      what: (count: number, oldest: string) =>
        formats.plural(count, {
          one: `1 besked har ventet i ${oldest}, og ingen bot sender den.`,
          other: `${count} beskeder venter, den ældste i ${oldest}, og ingen bot sender dem.`,
        }),
      desk: `${CALL} Intet er tabt: Det, der venter, bliver sendt, så snart en bot arbejder.`,
      admin: 'Kontrollér botternes logge, og genstart så botterne.',
      over: 'Beskeder bliver sendt igen',
    },
    'clock-skew': {
      heading: 'To ure går ikke ens',
      what: (by: string) => `En bots ur og databasens ur afviger ${by} fra hinanden.`,
      desk: 'Alarmer følger databasens ur. Går det forkert, er alarmerne og tiderne på kortene også forkerte.',
      admin: 'Indstil begge maskiner til at hente tiden fra en tidsserver.',
      over: 'Urene på alle kørende botter går ens igen',
      thenLook: LOOK,
    },
    'loop-stopped': {
      heading: 'En bot arbejder ikke længere',
      what: (since: string) => `En bot har ikke gjort noget i ${since}.`,
      desk: 'Hvis andre botter kører, gør de dens arbejde. Kommer der ingen beskeder, så ring til dem, der skal vide noget nu.',
      admin: 'Genstart den bot, der svarer 503 på /readyz.',
      over: 'Alle kørende botter arbejder igen',
      thenLook: LOOK,
    },
    'signing-keys-unreadable': {
      heading: 'Microsofts signeringsnøgler kan ikke læses',
      what: (since: string, known: boolean) =>
        `I ${since} har en bot ikke kunnet læse de nøgler, som viser, at en besked er fra Teams. ${known ? 'Den bruger de seneste.' : 'Den kan ikke tage imod beskeder eller tryk på knapper.'}`,
      desk: 'Mine alarmer fortsætter. Svarer jeg ikke, kan kunderne ikke melde her: Tag telefonen.',
      admin: 'Kontrollér, at botten kan nå https://login.botframework.com, hvor Microsoft offentliggør dem. Den prøver selv igen.',
      over: 'Microsofts signeringsnøgler kan læses igen',
    },
    'store-unavailable': { what: 'Databasen kan ikke læses eller skrives.', admin: 'Kontrollér DATABASE_URL eller disken.' },
    'desk-untold': {
      what: 'Supportdesken kunne ikke få besked om et problem.',
      admin: 'Kontrollér, at Teams virker, at appen er i supportdeskens team, og hvilken kanal det er (/outage setup).',
    },
  },
  still: (heading: string) => `Stadig: ${heading}`,
  since: 'Siden',
  until: 'Indtil',
  outages: 'Nedbrud, det ældste først',
  lastAnswer: 'Seneste svar',
  now: 'Gør dette nu',
  admin: 'Administra\u00ADtorer',
  untold: 'Jeg kunne ikke sige det, mens det stod på.',
  over: 'Det er overstået.',
  setAside: {
    heading: (count: number) => formats.plural(count, { one: '1 besked er ikke leveret', other: `${count} beskeder er ikke leveret` }),
    text: 'Teams afviste disse eller sagde ikke, om de nåede frem. Jeg prøver ikke igen. Giv personerne der besked på en anden måde.',
    outward: 'Andre systemer tog ikke imod disse. Jeg prøver ikke igen. Indtast selv i systemerne, hvad de mangler.',
    line: (name: string, what: string, place: string) => `${name}: ${what} (til: ${place})`,
    why: (reason: string) => `Hvorfor: ${reason}`,
    unknown: 'ukendt',
    more: (count: number) => `Og ${count} mere. De står i loggen.`,
    state: 'ny status på kortet',
    message,
  },
};

const drill = {
  project: 'Øvelse',
  environment: 'Intet miljø',
  scenario: 'En øvelse',
  title: 'En øvelse: Intet er nede',
  notAgreed: (project: string) =>
    `Jeg kender intet projekt ${project}, der deltager i øvelser. I desk-filen står drills: true, når begge parter er enige.`,
  description:
    'Intet er nede. Overtag sagen, send opdateringer, og markér den som løst, som ved et rigtigt nedbrud. Den slutter af sig selv.',
  hint: 'Dette er en øvelse. Dens ur går 60 gange så hurtigt, og den slutter af sig selv.',
  begins: (name: string) => `${name}: En øvelse begynder`,
  quiet: 'Ingen omtales.',
  over: 'Øvelse slut',
  begun: (name: string, ends: string, loud: boolean, rings: boolean) =>
    `${name} begynder i supportdeskens kanal. ${loud ? `Personer alarmeres${rings ? ', og telefoner ringer' : ''}.` : 'Ingen omtales.'} Den slutter ${at(ends)}, og resultatet kommer der.`,
  ended: (name: string) => `${name}: Øvelse slut`,
  all: 'Alle beskeder nåede frem.',
  missing: (count: number) => formats.plural(count, { one: '1 besked nåede ikke frem.', other: `${count} beskeder nåede ikke frem.` }),
  after: (time: string) => `Efter ${time}`,
  arrived: (what: string, where: string, late: string) => `${what} (til: ${where}): nåede frem ${late} senere`,
  atOnce: (what: string, where: string) => `${what} (til: ${where}): nåede frem med det samme`,
  joined: (what: string, where: string) => `${what} (til: ${where}): nåede frem sammen med den næste`,
  failed: (what: string, where: string, why: string) => `${what} (til: ${where}): nåede ikke frem. ${why}`,
  waits: 'Den venter stadig.',
  times: 'Ved et rigtigt nedbrud er der 60 gange så langt mellem trinene. Beskederne når lige så hurtigt frem.',
};

const restored = {
  desk: (when: string) => `Supportdeskens data blev gendannet til ${at(when)}. Jeg ved ikke, hvad der er sket siden: Send det igen.`,
  others: (when: string) =>
    `Efter en fejl slutter vores data ${at(when)}. Det, I har hørt siden, mangler. Vi har bedt supporten om at sige det igen.`,
  breached: (name: string) => `${name}: Vi kan ikke se, om sagen er overtaget`,
  breachedText: 'Vi alarmerer nu flere personer i Teams, og vi bliver ved, til en af dem overtager sagen.',
  heading: (when: string) => `Supportdeskens data er gendannet til ${at(when)}`,
  text: 'Jeg ved ikke, hvad der er sket siden. Har du i mellemtiden overtaget, opdateret eller løst noget, så gør det igen.',
  gone: (when: string) =>
    `Nedbrud, der er meldt efter ${at(when)}, mangler, og nedbrud, der er genåbnet siden, tæller som slut. Ingen alarmeres om dem: Find deres tråde i kanalen, og få dem meldt eller genåbnet igen.`,
  noneOpen: 'Der var ingen åbne nedbrud.',
  open: (count: number) =>
    formats.plural(count, {
      one: '1 nedbrud var åbent og fortsætter derfra:',
      other: `${count} nedbrud var åbne og fortsætter derfra:`,
    }),
  more: (count: number) => `Og ${count} mere. Det står også på hvert kort.`,
};

export const watch = { alarm, check, drill, restored };
