/** Pictures and files: what people may send, what became of it, and where it is. In Danish. */
import type { FileKind, FileRefusal } from '../../../outage/types/files.ts';
import { denial } from '../../denial.ts';
import { formats } from '../formats.ts';

const count = (n: number) => formats.plural(n, { one: '1 fil', other: `${n} filer` });

/** Why a file was not taken, behind its name. */
const why: Record<FileRefusal, string> = {
  gone: 'Jeg kunne ikke hente den fra Teams i tide. Send den igen.',
  elsewhere: 'Den ligger ikke i Teams, så jeg åbnede den ikke. Vedhæft selve filen.',
  'too-large': 'Den er for stor. Send en mindre, eller kun den del, der er vigtig.',
  markup: 'SVG og HTML kan køre programmer, så dem tager jeg ikke imod. Send et billede af den eller dens tekst.',
  'unknown-kind': 'Jeg tager imod PNG, JPEG, WebP, GIF, PDF, tekst, logfiler og ZIP. Send den som en af dem.',
  broken: 'Indholdet passer ikke til filtypen. Gem den igen, eller send et skærmbillede.',
  'too-many': 'Du har sendt så mange filer, som nedbruddet kan rumme, så denne er ikke sendt videre. Det, du skrev, er gemt.',
  rejected: 'Nedbruddet tager ikke imod flere filer fra dig, så denne er ikke sendt videre. Er den vigtig, så ring til supporten.',
  'no-room': 'Der er ikke plads til den. Det, du skrev, er gemt. Fortæl supporten om den i telefonen.',
};

export const files = {
  maySend: 'Du kan sende billeder og filer her i chatten.',

  notTaken: 'Jeg kan ikke give billeder eller filer videre. Skriv, hvad de viser. Vil du sende en fil, så ring, og bed om en adresse.',
  ownChatOnly: denial('not-here', 'Teams giver mig kun filer i din egen chat med mig. Send dem der.'),
  openOwnChat: 'Åbn min egen chat',
  unreadable: 'Jeg kunne ikke se, hvor Teams gemmer det, så det er ikke sendt videre. Vedhæft det som en fil.',
  none: 'Det er ikke sendt videre: Du har intet åbent nedbrud. Meld det med /outage, og send derefter billeder og filer her.',
  toShare: (example: string) =>
    `Det er ikke sendt videre. Skal alle se et billede, så send det med din opdatering og nedbruddets nummer (${example}).`,
  tooMany: (most: number) => `Det er ikke sendt videre: Du kan højst sende ${count(most)} til et nedbrud.`,
  chooseFirst: 'Det er ikke sendt videre: Mange af dine filer venter. Vælg ovenfor, hvilket nedbrud de hører til. Send så dette igen.',
  noRoom: 'Det kunne jeg ikke gemme, så det er ikke sendt videre. Det, du skrev, er gemt. Ring til supporten.',

  taken: (n: number, name: string) => `Jeg giver ${count(n)} videre til supporten, til ${name}.`,
  takenForReport: (n: number) => `Jeg gemmer ${count(n)} til din melding. Supporten får det hele, når du sender den.`,
  takenForAll: (n: number, name: string) => `Jeg viser ${count(n)} til alle, der hører om ${name}.`,
  isTold: 'Hvis der er en, jeg ikke kan tage imod, siger jeg det her.',
  elsewhere: (n: number) =>
    formats.plural(n, {
      one: '1 mere lå ikke i Teams, så jeg åbnede den ikke.',
      other: `${n} mere lå ikke i Teams, så jeg åbnede dem ikke.`,
    }),
  more: (n: number) =>
    formats.plural(n, {
      one: '1 mere kunne jeg ikke tage imod. Vedhæft den som en fil i en anden besked.',
      other: `${n} mere kunne jeg ikke tage imod. Vedhæft dem som filer i en anden besked.`,
    }),
  edited: 'Det, der blev føjet til beskeden senere, er ikke sendt videre. Send billeder og filer i en ny besked.',
  which: (n: number) => `Hvilket nedbrud handler det om? (${count(n)})`,
  whichText: (files: number) =>
    formats.plural(files, { one: 'Ingen har fået den endnu. Vælg et nedbrud:', other: 'Ingen har fået dem endnu. Vælg et nedbrud:' }),
  others: (n: number, files: number) => {
    const it = formats.plural(files, { one: 'den', other: 'dem' });
    return `Du har ${n} nedbrud mere. Skal ${files === 1 ? 'filen' : 'filerne'} med der, så send ${it} igen med nedbruddets nummer.`;
  },
  addTo: (name: string) => `Føj til ${name}`,
  keepForReport: 'Gem til min melding',
  chosenNot: 'Det har jeg ikke længere. Send det igen.',

  refused: 'Jeg tog ikke imod denne fil:',
  unnamed: 'Et billede uden navn',
  why,

  news: (name: string, pictures: number, others: number) => {
    const seen = formats.plural(pictures, { one: 'Nyt billede', other: `${pictures} nye billeder` });
    const rest = formats.plural(others, { one: pictures === 0 ? 'Ny fil' : 'ny fil', other: `${others} nye filer` });
    if (others === 0) return `${name}: ${seen}`;
    return pictures === 0 ? `${name}: ${rest}` : `${name}: ${formats.and([seen, rest])}`;
  },
  picture: (name: string) => `Billede: ${name}`,
  open: 'Vælg et billede eller et navn for at åbne originalen. Linkene virker i en uge.',
  openAgain: 'Vælg et billede eller et navn for at åbne originalen. Linkene virker i en uge. Åbn kortet igen derefter.',
  fact: 'Filer',
  held: (n: number, by: string) => `${count(n)}, senest fra ${by}. Se dem under ”Mere”, ”Vis filer”.`,
  button: 'Vis filer',
  earlier: 'Vis tidligere filer',
  heading: (name: string) => `${name}: Billeder og filer`,
  removed: 'Findes ikke længere her',
  onlyThere: denial('not-here', 'Billeder og filer vises kun i supportdeskens kanal.'),
  kind: {
    png: 'PNG',
    jpeg: 'JPEG',
    webp: 'WebP',
    gif: 'GIF',
    pdf: 'PDF',
    text: 'tekst',
    zip: 'ZIP, ikke åbnet',
  } satisfies Record<FileKind, string>,
  kilobytes: (n: number) => `${n} KB`,
  megabytes: (n: number) => `${formats.decimal(n)} MB`,
};
