/** Following outages in somebody's own chat: how much, and when. In Danish. */
import type { Noise } from '../../outage/follow/chosen.ts';
import { denial } from '../denial.ts';
import { formats } from './formats.ts';

const noise: { readonly [noise in Noise]: string } = {
  everything: 'Alt',
  'turning-points': 'Kun det vigtige: meldt, overtaget, forsinket, ny fase, løst, genåbnet',
  'begin-and-end': 'Kun begyndelse og slutning: meldt, løst, genåbnet',
};

export const follow = {
  noise,
  commands: {
    follow: 'Følg et nedbrud eller et projekt i din egen chat: follow OUT-1042. Skriv kun "follow" for at se, hvad du følger.',
    unfollow: 'Stop med at følge et nedbrud eller et projekt',
    myFollows: 'Se, hvad du følger, og vælg, hvor meget du hører og hvornår',
  },
  timeline: { followed: () => 'En person følger det i sin egen chat', unfollowed: () => 'En person følger det ikke længere' },
  button: 'Følg i min chat',
  stop: 'Stop med at følge',
  started: (name: string) => `Du følger nu ${name}. Nyt kommer i chatten med mig.`,
  already: (name: string) => `Du hører allerede om ${name} i chatten med mig.`,
  stopped: (name: string) => `Du følger ikke længere ${name}.`,
  stoppedAll: 'Du følger ikke noget længere.',
  notFollowed: 'Det følger du ikke. Skriv "my follows" for at se, hvad du følger.',
  joinedHere: (name: string) => `Du er tilmeldt ${name}. Alle opdateringer kommer i chatten med mig.`,
  noProject: (projects: string) =>
    denial(
      'not-member',
      projects
        ? `Det projekt kender jeg ikke. Skriv "follow" og et af disse: ${projects}.`
        : 'Du kan ikke følge et projekt endnu. Bed en administrator i supporten om at føje dig til et.',
    ),
  project: {
    started: (project: string) => `Du følger nu ${project}`,
    text: 'Du hører om nedbrud, der meldes fra nu af. Skriv "my follows" for at vælge, hvor meget og hvornår.',
    open: (count: number) => formats.plural(count, { one: 'Følg 1 åbent nedbrud', other: `Følg ${count} åbne nedbrud` }),
    openStarted: (count: number) => `Du følger nu ${count} nedbrud mere.`,
  },
  mine: {
    heading: 'Det følger du',
    none: 'Du følger ikke noget endnu. Skriv "follow" og et nummer som OUT-1042 eller navnet på et projekt.',
    project: (project: string) => `${project}: alle nye nedbrud`,
    outage: (name: string, project: string) => `${name} fra ${project}`,
    howMuch: 'Hvor meget vil du høre?',
    from: (zone: string) => `Kun det vigtige fra (tidszone: ${zone})`,
    until: 'Kun det vigtige indtil',
    most: 'Højeste antal beskeder om dagen',
    stop: 'Stop med at følge disse',
    stopAll: 'Stop med at følge alle',
    save: 'Gem',
    open: 'Vis, hvad jeg følger',
    audience:
      'Kun du ser dette. Det, der venter i dine stille timer, kommer bagefter i én besked. Når dagens antal er nået, kommer kun det vigtige.',
    saved: 'Gemt. Det gælder fra nu af, for alt, hvad du følger.',
    errors: {
      hours: 'Skriv to forskellige klokkeslæt, for eksempel 22:00 og 07:00, eller lad begge felter stå tomme.',
      most: (most: number) => `Skriv et tal fra 1 til ${most}.`,
      noise: 'Vælg, hvor meget du vil høre.',
    },
  },
  heard: {
    heading: (count: number) =>
      formats.plural(count, { one: '1 besked fra de stille timer', other: `${count} beskeder fra de stille timer` }),
    more: (count: number) =>
      formats.plural(count, { one: '1 tidligere besked er ikke vist.', other: `${count} tidligere beskeder er ikke vist.` }),
    others: (count: number) => `${count} nedbrud mere er ikke vist.`,
  },
  reached: (count: number) =>
    `Det var besked nummer ${count} i dag. Indtil midnat kommer kun det vigtige her. Skriv "catch up" for at se resten.`,
};
