/** An outage between its report and its end, in Danish: states, next steps, news, pings, updates, notes. */

import type { SensitiveKind } from '../../desk/sensitive.ts';
import type { Phase } from '../../outage/types/outage.ts';
import type { BackBy, Level } from '../../outage/types/values.ts';
import { botName, phaseShort, level as roleOf } from './common/names.ts';
import { formats } from './formats.ts';
import { at } from './grammar.ts';

export const progress = {
  state: {
    back: {
      release: 'Givet tilbage, ikke overtaget endnu',
      objection: 'Indsigelse, ikke overtaget endnu',
      reopening: 'Virker stadig ikke, ikke overtaget endnu',
      mistake: 'Ikke overtaget endnu',
    } satisfies Record<BackBy, string>,
    transferred: (team: string) => `Hos ${team}, ikke et nedbrud`,
    withdrawn: 'Trukket tilbage af indmelderen',
    merged: (into: string) => `Flettet med ${into}`,
    closed: 'Lukket',
  },

  next: {
    back: {
      release: (when: string) =>
        `Den ansvarlige måtte give sagen tilbage. En anden fra supporten overtager den senest ${at(when)}, og vi giver dig besked.`,
      objection: (when: string) =>
        `Det er igen et nedbrud, og vagtlederen har fået besked. En fra supporten overtager sagen senest ${at(when)}, og vi giver dig besked.`,
      reopening: (when: string) =>
        `Det virker stadig ikke. En fra supporten overtager sagen igen senest ${at(when)}, og vi giver dig besked.`,
      mistake: (when: string) =>
        `Sagen blev overtaget ved en fejl, og ingen er ansvarlig. En fra supporten overtager den senest ${at(when)}, og vi giver dig besked.`,
    } satisfies Record<BackBy, (when: string) => string>,
    updateMissed: (when: string, asked: string) => `Opdateringen er forsinket: Den var lovet senest ${at(when)}. Vi har spurgt ${asked}.`,
    ownerAndAbove: (owner: string) => `${owner} og de næste niveauer på vagt`,
    transferred: (team: string, when: string) => `${team} svarer senest ${at(when)}. Sagen behandles ikke længere som et nedbrud.`,
    objectOnce: 'Hvis du mener, at det er et nedbrud, så tryk på knappen: Så alarmerer vi vagtlederen. Du kan gøre det én gang.',
    otherOnce: 'Hvis jeres nedbrud er et andet, så tryk på knappen: Så alarmerer vi vagtlederen. Du kan gøre det én gang.',
    objectedAlready: (phones: string) => `Du har allerede gjort indsigelse én gang. Hvis du stadig er uenig, så ring til ${phones}.`,
    withdrawn: (by: string, when: string) => `Meldingen blev trukket tilbage af ${by} ${at(when)}. Ingen alarmeres længere.`,
    stillDownUntil: (when: string) => `Hvis det stadig ikke virker, så sig det senest ${at(when)}. Nummeret er det samme.`,
    merged: (into: string) => `Supporten har vurderet, at det er det samme nedbrud som ${into}. Opdateringer om ${into} kommer også her.`,
    mergedFollow: (into: string) => `Supporten har vurderet, at det er det samme nedbrud som ${into}. Følg ${into} fra nu af.`,
    doesItWork: (when: string) => `Virker det igen? Hvis vi ikke hører noget, lukker vi sagen ${at(when)}.`,
    confirmed: (by: string, when: string) => `Det virker igen: bekræftet af ${by} ${at(when)}.`,
    closedByTime: (when: string) => `Vi lukkede sagen ${at(when)}, fordi ingen sagde, at det stadig ikke virkede.`,
  },

  facts: {
    back: 'Åben igen',
    backBy: {
      release: (owner: string, when: string) => `Givet tilbage af ${owner} ${at(when)}`,
      objection: (_owner: string, when: string) => `Indmelderen gjorde indsigelse ${at(when)}`,
      reopening: (_owner: string, when: string) => `En berørt sagde ${at(when)}, at det stadig ikke virkede`,
      mistake: (owner: string, when: string) => `Overtaget ved en fejl af ${owner}, fortrudt ${at(when)}`,
    } satisfies Record<BackBy, (owner: string, when: string) => string>,
    acknowledged: (owner: string, when: string, after: string) => `${owner}. Overtaget ${at(when)}, efter ${after}.`,
    reopened: (owner: string, when: string) => `${owner}. Genåbnet ${at(when)}.`,
    firstLook: 'Ser først på',
    helpers: 'Hjælpere',
    offered: 'Tilbudt til',
    offeredTo: (to: string, owner: string) => `${to}. ${owner} er ansvarlig, indtil ${to} accepterer.`,
    reason: 'Hvorfor',
    before: 'Lovet før',
    promiseBefore: (within: string, every: string) =>
      `Som nedbrud: overtaget inden for ${within}, derefter opdateringer med ${every}s mellemrum`,
    after: 'Lovet nu',
    promiseAfter: (team: string, when: string, plan: string) => `${team} svarer senest ${at(when)} (supportplan: ${plan})`,
    withdrawn: (by: string, when: string) => `Trukket tilbage af ${by} ${at(when)}`,
    transferred: (by: string, when: string) => `Sendt videre af ${by} ${at(when)}`,
    merged: (by: string, into: string, when: string) => `Flettet med ${into} af ${by} ${at(when)}`,
    closedBy: (by: string, when: string) => `Det virker igen: bekræftet af ${by} ${at(when)}`,
    closed: (when: string) => `Lukket ${at(when)}, fordi ingen sagde, at det stadig ikke virkede`,
    absorbed: 'Flettet ind i det',
    absorbedOf: (name: string, reporter: string) => `${name}, meldt af ${reporter}`,
  },

  news: {
    heardAlready: (when: string, next: string) =>
      `Alle fik allerede en opdatering ${at(when)}, så intet blev sendt. Næste opdatering senest ${at(next)}.`,
    nothingNew: (name: string, phase: Phase) => `${name}: ${phaseShort[phase]}, intet nyt`,
    sinceBack: {
      release: (by: string, after: string) => `${by && `${by}, `}${after} efter at sagen blev givet tilbage`,
      objection: (by: string, after: string) => `${by && `${by}, `}${after} efter indsigelsen`,
      reopening: (by: string, after: string) => `${by && `${by}, `}${after} efter genåbningen`,
    } satisfies Record<Exclude<BackBy, 'mistake'>, (by: string, after: string) => string>,
    nothingNewSince: (when: string) => `Intet nyt siden ${at(when)}.`,
    handedOver: (name: string) => `${name}: Overdraget`,
    handedOverTo: (from: string, to: string, when: string) => `Fra ${from} til ${to} ${at(when)}`,
    released: (name: string) => `${name}: Givet tilbage`,
    objected: (name: string) => `${name}: Et nedbrud igen`,
    parted: (name: string) => `${name}: Fletning ophævet`,
    partedFrom: (into: string) => `Det er ikke det samme som ${into} og behandles for sig selv igen.`,
    ownedBy: (by: string) => `Ansvarlig er ${by}.`,
    backTeam: (name: string) => `${name}: Tilbage hos supportdesken`,
    objectedTeamText: 'Indmelderen siger, at det er et nedbrud. I behøver ikke svare længere.',
    reopenedTeamText: 'Supportdesken har genåbnet det. I behøver ikke svare længere.',
    reopened: (name: string) => `${name}: Genåbnet`,
    stillDown: (name: string) => `${name}: Virker stadig ikke`,
    calledUntil: (when: string) => `En fra supporten overtager sagen senest ${at(when)}. Vi alarmerer nu personer i Teams.`,
    noted: (name: string) => `${name}: Nyt notat`,
    notedText: 'Kun supportdesken ser notatet.',
    reporterWrote: (name: string) => `${name}: Besked fra indmelderen`,
    affectedWrote: (name: string) => `${name}: Besked fra en berørt`,
    forOwner: (mention: string) => `${mention}: Det handler om et nedbrud, som du er ansvarlig for.`,
    corrected: (name: string) => `${name}: Melding rettet`,
    was: (text: string) => `Før: ${text}`,
    now: (text: string) => `Nu: ${text}`,
    empty: 'intet',
    transferred: (name: string, team: string) => `${name}: Sendt videre til ${team}`,
    transferredText: 'Supporten har vurderet, at det ikke er et nedbrud.',
    transferredTeam: (name: string, team: string) => `${name}: Til ${team}`,
    transferredTeamText:
      'Supportdesken har vurderet, at det ikke er et nedbrud, og har sendt sagen videre til jer. Svar inden det tidspunkt, der står nedenfor.',
    transferredContact: 'Spørg supportdesken om indmelderens telefonnummer og mailadresse.',
    withdrawn: (name: string) => `${name}: Trukket tilbage`,
    withdrawnText: 'Vi alarmerer ikke flere nu.',
    merged: (name: string, into: string) => `${name}: Flettet med ${into}`,
    absorbed: (name: string, merged: string) => `${name}: ${merged} er flettet ind`,
    absorbedText: (reporter: string) => `Opdateringerne går fra nu af også til ${reporter}, som meldte det andet.`,
    stillDownElsewhere: (phones: string) => `Hvis det stadig ikke virker hos dig, så meld det igen med /outage, eller ring til ${phones}.`,
    closed: (name: string) => `${name}: Lukket`,
    closedText: 'Indmelderen har bekræftet, at det virker igen.',
    updateMissedText: (when: string, people: string) => `Den var lovet senest ${at(when)}. Vi har spurgt ${people}.`,
    updateMissedCall: (phones: string) => `Har du brug for at vide mere nu, så ring til ${phones}.`,
    yours: (own: string, name: string) => `Du meldte dette som ${own}. Det er det samme nedbrud som ${name}.`,
  },

  digest: {
    offered: (by: string, to: string) => `${by} beder ${to} om at overtage sagen.`,
    declined: (owner: string) => `Ansvarlig er stadig ${owner}.`,
    assisted: (by: string, person: string) => (by === person ? `${person} hjælper til.` : `${by} beder ${person} om at hjælpe.`),
  },

  ping: {
    offered: (name: string) => `${name}: Overdragelse tilbudt`,
    offeredWhy: (mention: string, by: string) => `${mention}: ${by} beder dig om at overtage sagen.`,
    offeredText: (owner: string) => `${owner} er ansvarlig, indtil du accepterer.`,
    declined: (name: string) => `${name}: Overdragelse afslået`,
    offerEnded: (name: string) => `${name}: Overdragelse tilbydes ikke længere`,
    declinedWhy: (mention: string, by: string) => `${mention}: ${by} kan ikke overtage sagen. Du er stadig ansvarlig.`,
    takenBackWhy: (mention: string) => `${mention}: Du har trukket dit tilbud tilbage. Du er stadig ansvarlig.`,
    assisted: (name: string) => `${name}: Ny hjælper`,
    assistedWhy: (mention: string, by: string, owner: string) => `${mention}: ${by} beder dig om at hjælpe. Ansvarlig er stadig ${owner}.`,
    assistedOwn: (mention: string, owner: string) => `${mention} hjælper til. Ansvarlig er stadig ${owner}.`,
    objected: (name: string) => `${name}: Indmelderen gør indsigelse`,
    objectedText: (team: string) =>
      `Indmelderen siger, at det er et nedbrud. Sagen var hos ${team}. Overtag den, eller tal med indmelderen nu.`,
    otherText: (into: string) => `Indmelderen siger, at det ikke er det samme som ${into}. Overtag sagen, eller tal med indmelderen nu.`,
    hadIt: (mention: string) => `${mention}: Du var ansvarlig før.`,
    transferredIt: (mention: string) => `${mention}: Du sendte den videre.`,
    updateMissedAbove: (mention: string, level: Level, owner: string, when: string) =>
      `${mention}: Du er ${roleOf[level]}. Den opdatering, der var lovet senest ${at(when)}, mangler. Ansvarlig er ${owner}.`,
    updateMissedAgain: (mention: string, when: string) =>
      `${mention}: Den opdatering, der var lovet senest ${at(when)}, mangler stadig. ”Intet nyt” er også en god opdatering.`,
    stillMissing: (over: string) => `Den er ${over} forsinket. Indmelderen og alle, der følger med, har fået besked.`,
  },

  updateForm: {
    heading: (name: string) => `${name}: Opdatering`,
    text: 'Hvad skal alle vide?',
    example: 'Hvad der er berørt nu, hvad du ved, hvad du gør. ”Intet nyt” er også en god opdatering.',
    phase: 'Fase',
    next: 'Næste opdatering om',
    minutes: (n: number) => formats.duration(n * 60_000),
    send: 'Send opdatering',
    audience: 'Denne tråd, indmelderen og alle, der følger med, ser den.',
  },
  publish: {
    action: 'Offentliggør beskeden',
    menu: 'For teknikere: Send beskeden som opdatering, eller gem den som notat',
    heading: (name: string) => `${name}: Offentliggør`,
    check: 'Der er ikke sendt noget endnu. Kontrollér det, der står med fed skrift:',
    button: 'Offentliggør tekst',
    begin: 'Skriv eller indsæt en tekst. Før den sendes, leder jeg efter det, der kan være fortroligt.',
    clean: 'Jeg fandt intet, der ser fortroligt ud. Læs teksten en gang til, og send den så.',
    text: 'Det, alle læser',
    example: 'Hvad der er berørt, hvad du ved, hvad du gør',
    remove: 'Fjern det, der er sat kryds ved',
    kinds: {
      key: 'nøgle eller adgangskode',
      email: 'mailadresse',
      phone: 'telefonnummer',
      link: 'link',
      ticket: 'ticket',
      address: 'IP-adresse',
      host: 'værtsnavn',
      name: 'navn',
    } satisfies Record<SensitiveKind, string>,
    choice: (kind: string, text: string) => `${kind.charAt(0).toUpperCase()}${kind.slice(1)}: ${text}`,
    more: (count: number) => `${count} mere fjernes også. Gør teksten kortere for selv at vælge.`,
    foundMore: 'Der er kommet noget nyt i din tekst, som kan være fortroligt. Se listen igennem igen.',
    send: 'Send som opdatering',
    keep: 'Gem som notat',
    audience: (places: readonly string[], more: number) => {
      const others = more > 0 ? [formats.plural(more, { one: '1 sted mere', other: `${more} steder mere` })] : [];
      const readers = formats.list(['nedbruddets tråd', ...places, ...others]);
      return `En opdatering læses her: ${readers}. Et notat er kun for supportdesken.`;
    },
    posted: (count: number) =>
      count === 0
        ? 'Sendt i nedbruddets tråd. Ingen andre får det at vide.'
        : formats.plural(count, { one: 'Sendt i tråden og 1 sted mere.', other: `Sendt i tråden og ${count} steder mere.` }),
    kept: 'Gemt som notat. Kun supportdesken læser det.',
    again: 'Den var allerede sendt, så intet blev sendt igen.',
    cut: (limit: number) => `Beskeden er længere end ${limit} tegn, så slutningen mangler her.`,
    beginning: 'Teams giver måske kun begyndelsen af en citeret besked. Kontrollér, at intet mangler.',
    withFiles: 'Beskedens billeder og filer sendes ikke med.',
    below: 'Din forhåndsvisning er i tråden, hvor kun du ser den. Der er ikke sendt noget endnu.',
    inChat: `Din forhåndsvisning er i vores chat: Åbn ”Chat”, ”${botName}”. Der er ikke sendt noget endnu.`,
    notShown: `Jeg kunne ikke vise dig forhåndsvisningen. Skriv "publish OUT-1042" og derefter teksten i chatten med mig. Har du ingen chat med mig, så tilføj først ${botName} til dig selv under ”Apps”.`,
    inRoom: 'Kun du må se forhåndsvisningen, og det kan Teams ikke her. Skriv "publish OUT-1042" og derefter teksten i chatten med mig.',
    noText: (example: string) =>
      `Den besked har ingen tekst: Den er måske slettet eller er et billede eller et kort. Vil du skrive en, så skriv: ${example}`,
  },
  plan: {
    firstLook: 'Hvad ser du på først? (valgfrit)',
    looks: { changes: 'Seneste ændringer', logs: 'Logfiler', database: 'Database', network: 'Netværk' },
    nextUpdate: 'Hvornår kommer næste opdatering?',
    minutes: (n: number) => formats.duration(n * 60_000),
  },
  note: {
    heading: (name: string) => `${name}: Tilføj notat`,
    text: 'Hvad bør supportdesken vide?',
    example: 'Hvad du har prøvet, hvad du har udelukket, hvem du har spurgt',
    send: 'Tilføj notat',
    audience: 'Kun supportdesken ser det, i denne tråd. Indmelderen og de, der følger med, ser det ikke.',
  },
};
