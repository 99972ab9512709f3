/** The guided report, in Danish: what a customer reads while production is down, and when the report waits, is sent, or cannot be. */
import type { Ineligibility } from '../../../desk/eligibility.ts';
import { formats } from '../formats.ts';
import { At, at } from '../grammar.ts';
import { byApi, byPhone } from './by-phone.ts';
import { fields } from './fields.ts';

const numbers = (phones: readonly { region: string; number: string }[]) =>
  formats.or(phones.map(({ region, number }) => `${number} (${region})`));

export const report = {
  heading: 'Meld et produktionsnedbrud',
  progress: (step: number, of: number, most = of) => `Trin ${step} af ${of}${most > of ? ` eller ${most}` : ''}`,
  next: 'Fortsæt',
  back: 'Tilbage',
  done: 'Send melding',
  cancel: 'Annuller',
  fields,
  byApi,
  byPhone,
  form: {
    below: 'Formularen er nedenfor, i en besked for sig selv.',
    belowAlone: 'Formularen er nedenfor. Kun du kan se den.',
    sent: 'Det er sendt.',
    closed: 'Lukket. Intet blev sendt.',
    held: (until: string) =>
      `Send dette inden ${at(until)}. Derefter kan kortet ændre sig, når andre gør noget. Nyt fra dem kommer nedenfor.`,
    kept: 'Det, du skrev sidst, blev ikke sendt. Her er det igen.',
  },
  confirmation: {
    title: 'Er det et produktionsnedbrud?',
    intro: 'Det er et nedbrud, når alle tre punkter passer:',
    tick: 'Det er et nedbrud, når alle tre punkter passer. Sæt kryds ved det, der passer nu.',
    yes: 'Ja, alle tre passer',
    notAll: 'Nej, ikke alle tre',
    environment: 'Hvilket produktionsmiljø?',
    choose: 'Vælg et',
    labels: { live: 'Produktion i drift', many: 'Flere brugere', stopped: 'Arbejdet står stille' },
    conditions: {
      live: 'Det er vores produktionsmiljø i drift',
      many: 'Flere brugere er berørt',
      stopped: 'Det daglige arbejde står stille',
    },
  },
  scenario: {
    title: 'Hvilken slags nedbrud er det?',
    intro: 'Vælg det, der passer bedst.',
    thisOne: 'Vælg dette',
    often: 'Meldes oftest her:',
    others: 'Alt andet:',
    chosen: (title: string) => `\u2713 Valgt før: ${title}`,
    hints: 'Hjælp mig med at vælge',
    notThis: (text: string) => `Ikke dette: ${text}`,
  },
  details: {
    title: 'Hvad sker der?',
    beganChoices: {
      'just-now': 'Lige nu',
      'ago-15': 'For 15 minutter siden',
      'ago-60': 'For 1 time siden',
      unsure: 'Tidligere, eller ikke sikker',
    },
    exactly: 'Angiv det præcise tidspunkt',
    affectedChoices: { everyone: 'Alle', most: 'De fleste brugere', some: 'Nogle brugere, mere end én', unsure: 'Ikke sikker' },
  },
  questions: {
    title: 'Hjælp os hurtigere i gang',
    intro: 'Svar på det, du ved. Resten kan du lade stå tomt.',
    introNeeded: 'Svar på det, du ved. Du skal kun udfylde det, der er markeret som påkrævet.',
    needed: (question: string) => `${question} (påkrævet)`,
    time: (question: string, zone: string) => `${question} Klokkeslæt, tidszone: ${zone}`,
    fact: 'Svar',
  },
  contact: {
    title: 'Hvem skal vi ringe til?',
    intro: 'Kun supporten ser dette. Hvis et opkald hjælper, ringer vi.',
  },
  review: {
    title: 'Kontrollér og send',
    intro: (minutes: string) =>
      `Der er ikke sendt noget endnu. Tryk på ”Send melding”, så overtager en fra supporten sagen inden for ${minutes}.`,
    orElse: (second: string) => `Ellers: ${second}`,
  },
  errors: {
    required: 'Skal udfyldes.',
    'too-long': 'Det er for langt, så kun begyndelsen er vist. Gør teksten kortere.',
    'unknown-choice': 'Vælg en på listen.',
    'in-the-future': 'Det tidspunkt ligger i fremtiden. Vælg et, der er passeret.',
    'after-the-report': 'Det tidspunkt ligger efter din melding. Vælg et tidligere.',
    'not-a-time': 'Det er ikke en dato og et klokkeslæt. Vælg begge dele.',
    'not-an-email': 'Det ligner ikke en mailadresse.',
    'not-a-phone': (example: string) => `Det er ikke et telefonnummer. Skriv det med landekode, for eksempel ${example}.`,
    'not-a-number': 'Det er ikke et tal.',
    'too-long-ago': 'Det er mere end et år siden. Kontrollér datoen.',
    'someone-reachable': 'Sæt kryds ovenfor, eller skriv, hvem vi ellers kan ringe til.',
  },
  clientError: 'Kontrollér dette felt.',
  fix: (count: number) =>
    formats.plural(count, {
      one: '1 svar mangler eller skal rettes. Det er markeret nedenfor.',
      other: `${count} svar mangler eller skal rettes. De er markeret nedenfor.`,
    }),

  access: {
    callNow: (phones: readonly { region: string; number: string }[]) =>
      `Er produktionen nede nu? Vent ikke på dette: Ring til ${numbers(phones)}.`,

    notMember: {
      heading: 'Du er ikke med i noget projekt',
      text: 'Kun medlemmer af et kundeprojekt kan melde dets nedbrud her. Din konto er ikke føjet til noget projekt.',
      ask: 'Bed jeres projektejer eller organisationsadministrator om at tilføje dig, og prøv så igen.',
      askDesk: (whom: string) => `Hos supporten kan du spørge: ${whom}`,
    },
    otherTenant: {
      heading: 'Kontoen er fra en anden organisation',
      text: (desk: string) => `Brug din konto i organisationen bag ${desk} for at melde et nedbrud. Den konto kan jeg ikke se herfra.`,
      change: 'Hvis du har en, så vælg dit billede i Teams, derefter den organisation, og skriv /outage til mig der.',
      ask: 'Hvis du ikke har en, så bed jeres projektejer eller organisationsadministrator om at invitere dig som gæst.',
    },
    stranger: {
      heading: 'Jeres organisation er ikke på listen endnu',
      text: (desk: string) => `Jeg er bot hos ${desk} og arbejder for deres kunder. Jeres organisation er ikke på listen.`,
      ask: 'Bed supporten om at tilføje den. De skal bruge dette lejer-id:',
      next: 'Intet er meldt. Når den er tilføjet, så skriv /outage til mig.',
    },
    notTold: {
      heading: 'Jeg kunne ikke kontrollere din adgang',
      text: 'Jeg spurgte Teams, hvilket projekt du hører til, og fik intet svar. Du har ikke gjort noget forkert.',
      next: 'Prøv igen om et minut. Hvis det heller ikke virker, så ring.',
    },
    again: 'Prøv igen',

    notEligible: {
      heading: 'Jeres miljøer er ikke omfattet her',
      public: 'Du kan ikke melde dette nedbrud her',
      publicText: 'Begrundelsen nævner miljøer, så kun den, der melder, kan se den.',
      why: 'Vis mig hvorfor',
    },
    missing: {
      open: 'Find mit miljø',
      heading: 'Mangler jeres miljø?',
      none: 'Alle miljøer i dine projekter er på listen.',
      other:
        'Hvis det heller ikke er nedenfor, er du ikke føjet til dets projekt. Bed projektejeren eller organisationsadministratoren om at tilføje dig.',
      wrong: 'Hvis det er forkert, så ring til os. Vi kan ændre det.',
    },
    why: {
      'not-member': (names: string) => `Ikke i dine projekter: ${names}.`,
      sandbox: (names: string, several: boolean) =>
        `${several ? `Disse er sandkasser: ${names}` : `${names} er en sandkasse`}. Du kan kun melde nedbrud i produktionsmiljøer.`,
      'customer-managed': (names: string, several: boolean) =>
        `${several ? `Disse driver I eller jeres partner: ${names}` : `${names} drives af jer eller jeres partner`}. Du kan kun melde nedbrud i miljøer, som Microsoft administrerer.`,
      product: (names: string, several: boolean, products: string) =>
        several
          ? `Ingen af disse kører et produkt, som vi dækker (${products}): ${names}.`
          : `${names} kører ikke et produkt, som vi dækker (${products}).`,
    } satisfies Record<Ineligibility, (names: string, several: boolean, products: string) => string>,
    more: (names: string, count: number) => `${names} og ${count} mere`,
    instead: (text: string) => `Gør i stedet dette: ${text}`,
    request: 'Opret en henvendelse',

    onBehalfOf: {
      both: (reporter: string, other: string) => `${reporter} for ${other}`,
    },
  },
  fromMessage: {
    action: 'Meld et nedbrud',
    menu: 'Meld et produktionsnedbrud, og tag denne besked med',
    somebody: 'En person',
    wrote: (author: string, when: string) => `${author} skrev${when ? ` ${at(when)}` : ''}:`,
    noText: '(ingen tekst: et kort, et billede eller en fil)',
    withFiles: '(Der var et billede eller en fil med. Det findes kun i beskeden.)',
    begun: 'Fortsæt i din egen chat',
    waits: 'Din melding er i vores chat',
    where: 'Åbn ”Chat”, ”Outage Desk” for at gøre din melding færdig. Der er ikke sendt noget til supporten endnu.',
    withIt: 'Beskeden står i detaljerne.',
    withoutIt: 'Du havde allerede udfyldt detaljerne i den melding, så jeg tilføjede ikke beskeden. Intet, du har skrevet, er ændret.',
    notInstalled: 'Jeg kan ikke skrive til dig endnu',
    install: 'Åbn ”Apps” i Teams, find Outage Desk, og tilføj den til dig selv. Prøv så igen.',
    kept: 'Jeg gemmer beskeden til din melding indtil da.',
    again: 'Prøv igen',
    unsure: 'Min besked er måske ikke nået frem',
    unsureText:
      'Åbn din egen chat med Outage Desk. Hvis der ikke er noget om et minut, så skriv /outage der. Jeg gemmer den besked, du valgte.',
  },

  exit: {
    noOutageHeading: 'Det er ikke et produktionsnedbrud',
    noOutage:
      'Ved et produktionsnedbrud passer alle tre punkter: Miljøet er i drift, mere end én bruger er berørt, og det daglige arbejde står stille.',
    notTicked: (condition: string) => `Ikke krydset af: ${condition}.`,
    inDoubt: 'Er du i tvivl, så gå tilbage, og sæt kryds ved alle tre. Supporten finder ud af det sammen med dig.',
    redirected: (scenario: string) => `${scenario}: Ring til os i stedet`,
    call: (phones: string) => `Ring til ${phones}.`,
    cancelled: 'Annulleret. Intet blev sendt.',
    nothingToCancel: 'Der er ikke noget at annullere. Du har ikke begyndt en melding og har intet åbent nedbrud.',
  },

  resume: {
    heading: 'Din melding er ikke sendt endnu',
    text: (title: string, when: string) => (title ? `Du begyndte på ”${title}” ${at(when)}.` : `Du begyndte på den ${at(when)}.`),
    added: 'Det, du lige skrev, står nu i detaljerne. Ingen har læst det endnu.',
    noRoom: 'Jeg tilføjede ikke det, du lige skrev, fordi detaljerne ville blive for lange. Gør det kortere.',
    press: 'Din melding er ikke sendt endnu. Tryk på en knap på kortet.',
    goOn: 'Fortsæt',
    startOver: 'Begynd forfra',
  },

  public: {
    heading: (person: string) => `${person} melder et produktionsnedbrud`,
    text: (person: string) =>
      `Der er ikke sendt noget til supporten endnu. Knappen er kun for ${person}. Når meldingen er sendt, ser I nummeret her.`,
    go: 'Fortsæt min melding',
    cancelled: (person: string) => `${person} begyndte på en melding og annullerede den. Intet blev sendt.`,
    buttonsFor: (person: string) => `For ${person}:`,
    arrived: (name: string, person: string) => `${name}, meldt af ${person}`,
    sent: 'Alle her ser et kort med nummer og status, men ikke det, du skrev. Opdateringer kommer der. Kun du ser denne besked. Den ændrer sig ikke og forsvinder efter et døgn.',
    willSee: 'Alle her ser derefter nummer og status, men ikke det, du skrev.',
  },

  receipt: {
    reported: 'Det, du har meldt',
    heading: (name: string) => `${name}: Din melding er nået frem`,
    next: (when: string) =>
      `En fra supporten overtager sagen senest ${at(when)}, og vi giver dig besked. Er det ikke sket inden da, alarmerer vi flere personer i Teams, og det får du også besked om.`,
    breached: (when: string) =>
      `Vi lovede at overtage sagen senest ${at(when)}, og vi er forsinkede. Vi alarmerer flere personer i Teams, indtil en af dem overtager den.`,
    call: (name: string) => `Ring også til os, og sig ${name}.`,
    nextUpdate: (when: string) => `Næste opdatering kommer senest ${at(when)}.`,
    reopened: (when: string, by: string) => `Sagen har været åben igen siden ${at(when)}. Ansvarlig er ${by}.`,
    acknowledged: (by: string, when: string) => `Overtaget af ${by} ${at(when)}.`,
    resolved: (by: string, when: string) => `Løst af ${by} ${at(when)}.`,
  },

  correct: {
    saved: 'Din rettelse er gemt, og supporten har fået besked:',
    same: 'Intet er ændret, så intet blev gemt.',
    changed: (label: string, was: string, now: string) => `${label}: før ${was}, nu ${now}`,
    second: 'Anden kontakt',
    heading: (name: string) => (name ? `${name}: Ret meldingen` : 'Ret meldingen'),
    began: 'Hvornår begyndte det? Dato (lad feltet stå tomt, hvis du ikke er sikker)',
    beganTime: 'Klokkeslæt, i meldingens tidszone',
    askDesk: (phones: string) =>
      `Skal miljø, scenarie, svarene på spørgsmålene, tidszone eller sprog ændres, så spørg supporten: ${phones}.`,
    send: 'Gem rettelse',
    audience:
      'Tryk på ”Tilbage” for at gå uden at gemme. Supporten ser, hvad der er ændret. Dit telefonnummer og din mail vises kun i supportens tråd og her.',
  },

  reclassify: {
    heading: (name: string) => `${name}: Omklassificér`,
    scenario: 'Scenarie',
    environment: 'Produktionsmiljø',
    send: 'Omklassificér',
    audience: 'Tråden viser, hvad der er ændret. Alle, der følger med, ser den nye type.',
  },

  unreached: {
    heading: (name: string) => `${name}: Ikke hos supporten endnu`,
    stored: (when: string) => `Vi gemte din melding ${at(when)} med alt, hvad du skrev. Du behøver ikke indtaste det igen.`,
    why: 'Vi kunne ikke bekræfte, at den er nået frem til supportens kanal i Teams. Vi bliver ved med at prøve og siger til, når den er der.',
    clock: (when: string) => `Vores løfte gælder: En fra supporten overtager sagen senest ${at(when)}.`,
    late: (when: string) => `Vi lovede at overtage sagen senest ${at(when)}, og vi er forsinkede.`,
    call: (phones: string, name: string) => `Vent ikke på os: Ring til ${phones}, og sig ${name}.`,
    copyLabel: 'Tekst til at læse op i telefonen eller sætte ind i en mail',
    copyHint: 'Markér det hele, og kopiér det. Det, du ændrer her, sendes ikke.',
    copyButton: 'Vis tekst til kopiering',
    copyHeading: (name: string) => `${name}: Din melding som tekst`,
    unsentHeading: 'Din melding blev ikke sendt',
    again: 'Prøv igen',
    number: 'Nummer',
    received: 'Gemt',
    reached: (name: string) => `${name}: Nu hos supporten`,
    reachedAt: (when: string) => `Den nåede frem til kanalen ${at(when)}. Supporten ser den der.`,
    deskTold: (when: string) =>
      `Den nåede for sent frem. ${At(when)} sagde vi til indmelderen, at den ikke var nået frem til denne kanal, og bad om et opkald.`,
  },

  nudge: {
    heading: 'Din melding venter på at blive sendt',
    nobody: 'Ingen har læst den endnu.',
    complete: 'Den har alt, hvad vi skal bruge. Du kan sende den nu.',
    missing: 'Tryk på ”Fortsæt” for at gøre den færdig, og send den.',
    kept: 'Vi gemmer den et døgn efter din seneste ændring og sletter den derefter.',
    goOn: 'Fortsæt',
  },
};
