/** Joining an outage that is open, who is affected, and making several outages one. In Danish. */
import type { Similarity } from '../../outage/types/affected.ts';
import { denial } from '../denial.ts';
import { formats } from './formats.ts';
import { at } from './grammar.ts';

export const affected = {
  notAdded:
    'Du har allerede meldt nedbruddet eller tilmeldt dig som berørt. Det, du skrev, blev ikke tilføjet. Vi gemmer det et døgn: Skriv /outage for at fortsætte og sende det også.',
  offer: {
    heading: (count: number) => formats.plural(count, { one: 'Er det dette nedbrud?', other: 'Er det et af disse nedbrud?' }),
    text: 'Supporten kender det allerede. Er I også berørt, så er ét tryk nok: Du får alle opdateringer og behøver ikke indtaste noget to gange.',
    textUnreached:
      'Det er allerede meldt. Er I også berørt, så er ét tryk nok: Du får alle opdateringer og behøver ikke indtaste noget to gange.',
    justReported: (by: string, ago: string, name: string) => `Meldt af ${by} for ${ago} siden: ${name}`,
    ownJustReported: (ago: string, name: string) => `Du meldte det for ${ago} siden: ${name}`,
    severalJustReported: 'Det er måske allerede meldt',
    notSent:
      'Din melding er ikke sendt endnu, og intet er tabt. Hvis du tilmelder dig her, får supporten også det, du har skrevet. Fristen fra den første melding gælder stadig.',
    notSentOwn:
      'Din melding er ikke sendt endnu, og intet er tabt. Du får allerede opdateringerne om dette nedbrud. Er det det samme, behøver du ikke sende igen.',
    more: (count: number) =>
      formats.plural(count, { one: '1 åbent nedbrud mere er ikke vist.', other: `${count} åbne nedbrud mere er ikke vist.` }),
    item: (name: string, title: string) => `${name}: ${title}`,
    reported: (by: string, ago: string, when: string) => `Meldt af ${by} for ${ago} siden, ${at(when)}`,
    ownReported: (ago: string, when: string) => `Du meldte det for ${ago} siden, ${at(when)}`,
    acknowledgeBy: (when: string) => `En fra supporten overtager sagen senest ${at(when)}.`,
    acknowledgeWas: (when: string) =>
      `Vi lovede at overtage sagen senest ${at(when)}, og vi er forsinkede. Vi alarmerer nu flere personer i Teams.`,
    acknowledged: (by: string, when: string, next: string) => `Overtaget af ${by} ${at(when)}. Næste opdatering senest ${at(next)}.`,
    acknowledgedLate: (by: string, when: string, due: string) =>
      `Overtaget af ${by} ${at(when)}. Vi lovede en opdatering senest ${at(due)}. Den er forsinket, og vi har bedt om den.`,
    lastUpdate: (text: string) => `Seneste opdatering: ${text}`,
    join: 'Vi er også berørt',
    joinOne: (name: string) => `Også berørt: ${name}`,
    other: 'Nej, vores er et andet',
    sendToo: 'Send min alligevel',
    ended: 'Det nedbrud er slut, så du blev ikke tilmeldt. Fortsæt din egen melding.',
  },

  joined: {
    since: (when: string) => `Du har været tilmeldt som berørt siden ${at(when)}. Alle opdateringer kommer her.`,
    inCompany: (name: string, people: string) => `${name}, også berørt: ${people}`,
    noPhone: 'Supporten har ikke dit telefonnummer. Hvis du tilføjer det, kan de ringe tilbage.',
    addPhone: 'Tilføj mit nummer',
    leave: 'Ikke berørt længere',
    left: (name: string) => `Du er ikke længere tilmeldt ${name}`,
    leftHere: (name: string) => `En her er ikke længere tilmeldt ${name}`,
    leftText: 'Du får ikke flere opdateringer om det. Hvis noget er nede hos dig, så meld det.',
    notJoined: denial('not-yours', 'Det kan kun de gøre, der er tilmeldt som berørt.'),
    forJoined: (mention: string) => `${mention}: Du er tilmeldt som berørt her.`,
    yours: (own: string, name: string) => `Du er tilmeldt som berørt af ${own}. Det er det samme nedbrud som ${name}.`,
  },
  pulse: {
    question: { open: 'Hvordan er det hos dig nu?', ended: 'Virker det hos dig?' },
    titles: { down: 'Virker stadig ikke', better: 'Bedre', works: 'Virker', worksAgain: 'Virker igen' },
    counted: 'Tak. Supporten kan se, hvor mange der siger det samme.',
    staysOpen:
      'Nedbruddet forbliver åbent for de andre, indtil supporten markerer det som løst. Hvis det kommer igen, så skriv "still down".',
    reopened: 'Nedbruddet er åbent igen, og vi alarmerer vagten nu.',
    notYours: denial(
      'not-yours',
      'Det kan kun de sige, der har meldt nedbruddet eller er tilmeldt som berørt. Hvis noget er nede hos dig, så meld det.',
    ),
    fact: 'Tilbage\u00ADmeldinger',
    /** Stand in a sentence and in parentheses. */
    says: { down: 'det virker stadig ikke', better: 'det er bedre', works: 'det virker' },
    count: {
      down: (count: number) => `virker stadig ikke: ${count}`,
      better: (count: number) => `bedre: ${count}`,
      works: (count: number) => `virker: ${count}`,
    },
    counts: (counts: readonly string[], of: number) =>
      `${formats.list(counts)} (af ${formats.plural(of, { one: '1 berørt', other: `${of} berørte` })})`,
    stillDown: (count: number, of: number) =>
      formats.plural(of, {
        one: `${count} af 1 berørt siger, at det stadig ikke virker.`,
        other: `${count} af ${of} berørte siger, at det stadig ikke virker.`,
      }),
  },
  phoneForm: {
    heading: (name: string) => `${name}: Dit telefonnummer`,
    phone: 'Telefon med landekode',
    example: '+45 32 12 34 56',
    send: 'Gem nummer',
    audience: 'Kun supporten ser det.',
  },

  desk: {
    fact: 'Berørte',
    people: (count: number) => formats.plural(count, { one: `${count} person er berørt`, other: `${count} personer er berørt` }),
    count: (count: number, names: string, more: number) => {
      const all = more > 0 ? `${names} og ${more} mere` : names;
      return formats.plural(count, { one: `${count} person er berørt: ${all}`, other: `${count} personer er berørt: ${all}` });
    },
    news: (name: string, by: string) => `${name}, også berørt: ${by}`,
    manyNews: (name: string, count: number) =>
      formats.plural(count, { one: `${name}: ${count} person er berørt`, other: `${name}: ${count} personer er berørt` }),
    where: (project: string, environment: string) => `${project}, ${environment}`,
    newsText: 'De får alle opdateringer. Hvordan man får fat i dem, står under ”Mere”, ”Vis berørte”.',
    button: 'Vis berørte',
    heading: (name: string) => `${name}: Hvem der er berørt`,
    reporter: 'Har meldt det',
    reported: (name: string) => `Har meldt det som ${name}`,
    joinedAt: (when: string) => `Tilmeldt siden ${at(when)}`,
    joinedOther: (name: string, when: string) => `Tilmeldt som berørt af ${name} siden ${at(when)}`,
    noPhone: 'Intet telefonnummer',
    said: (text: string) => `”${text}”`,
    earlier: (count: number) =>
      formats.plural(count, { one: '1 person mere er ikke vist.', other: `${count} personer mere er ikke vist.` }),
    onlyThere: denial('not-here', 'Hvem der er berørt, og hvordan man får fat i dem, vises kun i supportdeskens kanal.'),
  },

  gathered: {
    heading: {
      environment: (count: number) => `${count} nedbrud på én gang i samme miljø`,
      project: (count: number) => `${count} nedbrud, der ligner hinanden, hos samme kunde`,
      scenario: (count: number) => `${count} nedbrud ser ens ud`,
    } satisfies Record<Similarity, (count: number) => string>,
    what: (scenario: string) => `For dem alle: ${scenario}`,
    line: (name: string, where: string, reporter: string) => `${name}: ${where}, meldt af ${reporter}`,
    rest: (count: number) => formats.plural(count, { one: '1 mere er ikke vist.', other: `${count} mere er ikke vist.` }),
    text: (name: string) =>
      `Er det ét nedbrud, så flet dem. De, der stadig er åbne, bliver en del af ${name}, som blev meldt først, og indmelderne får opdateringerne derfra. Skriv "unmerge" for at ophæve en fletning.`,
    button: 'Flet dem',
    timeline: (count: number) => formats.plural(count, { one: '1 andet nedbrud', other: `${count} andre nedbrud` }),
  },
  mergedDuplicates: {
    heading: (count: number, into: string) => (count === 0 ? `Intet blev flettet med ${into}` : `${count} nedbrud flettet med ${into}`),
    merged: (names: string) => `Flettet: ${names}.`,
    before: (names: string) => `Var allerede flettet: ${names}.`,
    not: (name: string, state: string) => `Ikke flettet: ${name} (${state}).`,
    since: (count: number, names: string) => `${count} mere ser ens ud og er kommet til siden: ${names}.`,
  },
};
