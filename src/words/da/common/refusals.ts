/** Why something was not done, in Danish. A refusal carries its reason for the record. */
import { denial } from '../../denial.ts';
import { At, at } from '../grammar.ts';
import { botName } from './names.ts';

const GIVE_BACK = '”Mere”, ”Giv tilbage”';

export const refusals = {
  notPermitted: denial(
    'not-permitted',
    'Det kan kun supportdeskens teknikere gøre. Hvis du burde være en af dem, så bed dem, der driver supportdesken, om at tilføje dig.',
  ),
  alreadyAcknowledged: (name: string, by: string, when: string) =>
    denial('already-acknowledged', `${name} er allerede overtaget af ${by} ${at(when)}.`),
  alreadyYours: (name: string) => `Du er allerede ansvarlig for ${name}.`,
  onlyReporter: denial('not-permitted', 'Det kan kun den gøre, der meldte det.'),
  notNow: (name: string, state: string) => denial('not-now', `Det kan du ikke gøre nu. ${name}: ${state}.`),
  notOffered: (name: string) => denial('not-offered', `Ingen har tilbudt dig ${name}. Spørg den ansvarlige, eller hjælp til.`),
  offeredToOther: (name: string, to: string) => denial('not-offered', `${name} er tilbudt en anden: ${to}.`),
  tooManyQuestions: (name: string, most: number) =>
    denial('too-many-questions', `${most} spørgsmål om ${name} venter allerede på svar. Ring til indmelderen, eller vent på et svar.`),
  objectedAlready: (name: string) =>
    denial('objected-already', `Du har allerede gjort indsigelse én gang i sagen ${name}. Hvis du stadig er uenig, så ring.`),
  staysTaken: {
    theirs: (name: string, owner: string, _when: string) =>
      denial(
        'stays-taken',
        `Ansvarlig for ${name} er ${owner}, så det kan du ikke fortryde. Hvis ingen arbejder på sagen, så vælg ${GIVE_BACK}.`,
      ),
    'in-work': (name: string) =>
      denial(
        'stays-taken',
        `Du overtog ${name} med vilje eller har arbejdet på sagen siden, så du er stadig ansvarlig. Vil du give den tilbage, så vælg ${GIVE_BACK}.`,
      ),
    late: (name: string, _owner: string, when: string) =>
      denial('stays-taken', `Det var muligt indtil ${at(when)}. Vil du give ${name} tilbage, så vælg ${GIVE_BACK}.`),
  },
  saidAlready: (says: string, when: string, until: string) =>
    denial('said-already', `${At(when)} fik supporten din tilbagemelding (${says}). Du kan give den næste fra ${at(until)}.`),
  tooLate: (name: string, when: string) =>
    denial('too-late', `Det var muligt indtil ${at(when)}. Meld det igen med /outage, og skriv, at det før var ${name}.`),
  badTarget: {
    same: (name: string) => denial('bad-target', `${name} kan ikke flettes med sig selv.`),
    unknown: (_name: string) => denial('bad-target', 'Jeg kender ikke det andet nedbrud. Skriv nummeret, for eksempel OUT-1042.'),
    ended: (_name: string) => denial('bad-target', 'Det andet nedbrud er slut. Vælg et åbent, eller genåbn det først.'),
  },
  tooMany: (name: string, most: number) =>
    denial('too-many', `${name} har allerede ${most} tickets. Fjern en først: Skriv "ticket remove" og nummeret i tråden.`),
  parted: (by: string, when: string, name: string, into: string) =>
    denial(
      'parted',
      `${At(when)} blev det fastslået af ${by}, at ${name} og ${into} ikke er det samme, så intet blev flettet. Er de det alligevel, så skriv "merge ${name} into ${into}".`,
    ),
  cardOutdated: (by: string, when: string) =>
    denial(
      'card-outdated',
      `Mens du skrev, blev sagen ændret af ${by} ${at(when)}. Din tekst står nedenfor. Send den igen, hvis den stadig passer.`,
    ),
  unknownOutage: denial(
    'unknown-outage',
    'Det nedbrud kender jeg ikke. Måske er det fjernet, eller også må kun projektets personer slå det op. Skriv /outage for at melde et.',
  ),
  tooMuch: (wait: string) =>
    denial(
      'rate-limited',
      `Du eller din virksomhed sendte mere, end jeg kan nå på et minut, så dette blev ikke gjort. Prøv igen om ${wait}.`,
    ),
  unreadable: denial('unreadable', 'Det kunne jeg ikke læse, og intet er ændret. Skriv /outage for at begynde.'),
  edited: 'Det er det, du sendte først, der gælder. En redigering ændrer ikke noget. Send det i en ny besked.',
  guest: 'Jeg kan ikke se, hvem du er, fordi du er her uden en konto. Log på med din egen konto, og prøv igen.',
  noThread: denial(
    'no-thread',
    `Jeg ved ikke, hvilket nedbrud du mener. Skriv det i nedbruddets tråd, eller skriv "@${botName} ack OUT-1042" med nummeret.`,
  ),
  noDeskThread: denial(
    'no-thread',
    'Vælg en besked i et nedbruds tråd. Vil du selv skrive en, så skriv "update" og derefter teksten i tråden.',
  ),
  notOpen: (name: string, state: string) =>
    denial(
      'not-now',
      `${name} er ikke et åbent nedbrud (${state}), så intet blev sendt. Er det kun til supportdesken, så skriv "note" og derefter teksten i tråden.`,
    ),
  needsText: (example: string) => `Skriv også, hvad alle skal vide, for eksempel: ${example}`,
  textTooLong: (limit: number) => `Det er mere end ${limit} tegn. Gør teksten kortere.`,
  draftNotHere: denial(
    'draft-gone',
    'Meldingen er her ikke længere, eller en anden er begyndt på den. Kun den person kan fortsætte. Skriv /outage for selv at melde noget.',
  ),
  draftGone: denial('draft-gone', 'Meldingen er her ikke længere. Det, du har sendt, er ikke tabt. Skriv /outage for at begynde på en ny.'),
  oldCard: denial('unreadable', 'Knappen sidder på et ældre kort. Skriv /outage for at begynde, eller brug det nyeste kort.'),
  oldClient: denial('old-client', 'Din version af Teams kan ikke gøre det her uden at vise det for alle. Skriv /outage i chatten med mig.'),
  failed: (id: string) =>
    `Det lykkedes ikke, og intet blev sendt. Det, du har indtastet, bliver stående på kortet. Prøv igen om lidt. Hvis det fejler igen, så ring, og oplys dette id: ${id}.`,
};
