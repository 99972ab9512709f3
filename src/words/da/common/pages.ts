/** What rings beside Teams, in Danish: calls, text messages and pages, what came of them, and what is told when nobody was paged. */
import type { PageOutcome } from '../../../outage/types/pages.ts';
import { denial } from '../../denial.ts';
import { at } from '../grammar.ts';
import { botName } from './names.ts';

/** On the card and in the timeline, after who was paged. */
const outcome: Record<PageOutcome | 'waiting', string> = {
  waiting: 'venter på tjenesten',
  accepted: 'modtaget af tjenesten',
  answered: 'svarede',
  'no-answer': 'intet svar',
  busy: 'optaget',
  failed: 'kunne ikke nås',
  missed: 'ikke tilkaldt',
};

export const pages = {
  source: botName,
  drill: 'Øvelse.',
  text: (name: string, customer: string, title: string) => `${name}, ${customer}: ${title}.`,
  left: (time: string) => `Overtag sagen inden for ${time}.`,
  late: (time: string) => `Ingen har overtaget sagen, ${time} efter fristen.`,
  open: (link: string) => `Overtag sagen i Teams: ${link}`,
  openTeams: 'Overtag sagen i Teams.',
  notHere: `Overtag sagen i Teams. En bekræftelse i denne tjeneste overtager den ikke i ${botName}.`,
  openThread: 'Åbn tråden i Teams',

  /** Spoken on the phone. */
  call: {
    language: 'da-DK',
    hello: `Det er ${botName}.`,
    drill: 'Dette er en øvelse. Intet er nede.',
    outage: (digits: string) => `Nedbrud ${digits}.`,
    drillNumber: (digits: string) => `Øvelse ${digits}.`,
    customer: (customer: string) => `Kunde: ${customer}.`,
    pressOne: 'Tryk på et-tallet for at overtage sagen.',
    bye: 'Farvel.',
    again: 'Jeg gentager.',
    otherKey: 'Det var ikke et-tallet.',
    taken: 'Tak. Du er nu ansvarlig. Åbn tråden i Teams.',
    yours: 'Du er allerede ansvarlig. Åbn tråden i Teams.',
    theirs: (owner: string) => `${owner} er allerede ansvarlig. Du behøver ikke gøre noget.`,
    ended: 'Det er slut. Du behøver ikke gøre noget.',
    changed: denial('not-now', 'Sagen er ændret, siden opkaldet begyndte. Se i tråden i Teams.'),
    nobody: denial('not-permitted', 'Desk-filen kender ikke dette nummer, så du kan ikke overtage sagen. Se i tråden i Teams.'),
    notEngineer: denial('not-permitted', 'Kun supportdeskens teknikere kan overtage sagen. Ring til en, der kan.'),
    failed: 'Det kunne jeg ikke gemme. Overtag sagen i Teams.',
  },

  label: 'Tilkaldt',
  outcome,
  line: (who: string, when: string, what: string) => `${who} ${at(when)}: ${what}`,
  person: (name: string, number: string) => (number ? `${name}, ${number}` : name),
  service: (id: string) => `tilkaldetjenesten ”${id}”`,
  timeline: (who: string, what: string) => `Tilkaldt: ${who} (${what})`,
  timelineMissed: (who: string) => (who ? `Ikke tilkaldt i tide: ${who}` : 'Ingen blev tilkaldt'),

  missed: {
    heading: (name: string) => `${name}: Ingen blev tilkaldt i tide`,
    headingSome: (name: string) => `${name}: Ikke alle blev tilkaldt i tide`,
    who: (who: string) => `Ikke tilkaldt: ${who}. Tilkaldetjenesten afviste det eller tog ikke imod inden for et minut.`,
    nobody: 'Ingen på vagt på dette niveau har et telefonnummer i desk-filen, så ingen telefon ringer.',
    next: (who: string) => `Tilkaldes nu: ${who}.`,
    noNext: 'Der er ingen anden tilkaldetjeneste tilbage lige nu. Ring til dem, der skal vide det.',
  },
};
