/** Ordinary support requests, in Danish. */
import { at } from './grammar.ts';

export const request = {
  heading: 'Send en henvendelse til supporten',
  done: 'Send henvendelse',
  environment: {
    title: 'Hvilket miljø handler det om?',
    label: 'Miljø',
    intro: 'Du kan vælge alle dine miljøer. En henvendelse behøver ikke at gælde produktionen.',
  },
  review: {
    intro: (desk: string, when: string, plan: string) =>
      `Det går til ${desk} som en henvendelse. Du får svar senest ${at(when)}. Jeres supportplan: ${plan}. Ingen alarmeres.`,
    introNoPlan: (desk: string) =>
      `Det går til ${desk} som en henvendelse. Jeg kender ikke projektets svartid, så jeg kan ikke love en. Ingen alarmeres.`,
  },
  noScenario: 'Ikke valgt',

  exit: {
    notListed: 'Ingen af disse passer',
    notListedText: 'Hvis det kan vente, så send det som en henvendelse. Så behøver du ikke vælge en type.',
    sendText: 'Du kan sende det, du har skrevet, som en almindelig henvendelse.',
    within: (within: string, plan: string) => `Du får svar inden for ${within} (${plan}).`,
    noPlan: 'Jeg kender ikke dit projekts svartid, så jeg kan ikke love en.',
    outageText: (minutes: string) =>
      `Du svarede, at alle tre punkter passer, så det er et nedbrud. Meld det, så overtager vi sagen inden for ${minutes}.`,
    orPortal: (text: string) => `Eller i supportportalen: ${text}`,
    portal: 'Åbn supportportalen',
    send: 'Send som henvendelse',
    outage: 'Meld det som nedbrud',
  },

  unsent: {
    nudge: 'Din henvendelse venter på at blive sendt',
    resume: 'Din henvendelse er ikke sendt endnu',
    resumeText:
      'En henvendelse alarmerer ingen. Hvis produktionen er nede nu, så tryk på ”Begynd forfra” for at melde et nedbrud. Så slettes denne henvendelse.',
    inCompany: (person: string) => `${person} skriver en henvendelse til supporten`,
    failed: 'Din henvendelse blev ikke sendt',
  },

  state: { waiting: 'Henvendelse, venter på svar', answered: 'Henvendelse, besvaret', withdrawn: 'Henvendelse, trukket tilbage' },
  receipt: (name: string, desk: string) => `${name} er sendt til ${desk}`,
  next: {
    replyBy: (when: string, plan: string) => `Du får svar senest ${at(when)}. Jeres supportplan: ${plan}.`,
    replyLate: (when: string, name: string) => `Vi lovede svar senest ${at(when)}, og vi er forsinkede. Ring, og sig ${name}.`,
    noPlan: 'Jeg kender ikke projektets svartid, så jeg kan ikke love en. Du kan også bruge supportportalen.',
    answered: (by: string, when: string) => `Besvaret af ${by} ${at(when)}.`,
    ifOutage: 'En henvendelse alarmerer ingen. Hvis produktionen går ned, så meld et nedbrud med /outage.',
    withdrawn: (by: string, when: string) => `Henvendelsen blev trukket tilbage af ${by} ${at(when)}.`,
    was: (name: string) => `Du sendte det som ${name}.`,
  },

  reporter: { correct: 'Ret henvendelse', withdraw: 'Træk tilbage' },
  buttons: { answer: 'Svar', promote: 'Gør til nedbrud' },
  facts: {
    replyBy: 'Svar senest',
    by: (when: string, plan: string) => `${when} (${plan})`,
    noPlan: 'Desk-filen giver ikke dette projekt en supportplan',
    answer: 'Svar',
    was: 'Var en henvendelse',
    wasBy: (name: string, when: string) => `${name}, gjort til nedbrud ${at(when)}`,
  },
  desk: {
    promoted: (name: string) => `Det er nu et nedbrud: ${name} har sin egen tråd i supportdeskens kanal. Fortsæt der.`,
  },
  answer: {
    heading: (name: string) => `${name}: Svar`,
    text: 'Hvad skal indmelderen vide?',
    example: 'Hvad det var, hvad du gjorde, hvad man kan gøre nu',
    send: 'Send svar',
    audience: 'Svaret går til denne tråd og til indmelderen. Du kan svare igen, hvis der er mere at sige.',
  },
  news: {
    answered: (name: string) => `${name}: Besvaret`,
    notHelped: (phones: string, name: string) => `Hvis det ikke hjælper, så ring til ${phones}, og sig ${name}.`,
    promoted: (was: string, name: string) => `${was}: Nu et nedbrud, ${name}`,
    promotedText: 'Supporten har vurderet, at det er et nedbrud.',
    withdrawn: 'I behøver ikke svare længere.',
  },

  queue: 'køen af henvendelser',
  list: {
    mine: 'Her er dine henvendelser. Ingen alarmeres om dem.',
    replyBy: (when: string) => `Svar lovet senest ${at(when)}`,
  },
  timeline: {
    sent: (more: string) => `sendte det som en henvendelse: ${more}`,
    answered: (more: string) => `svarede: ${more}`,
    promoted: (more: string) => `vurderede, at det var et nedbrud: ${more}`,
  },
  message: { answered: 'svar på en henvendelse', promoted: 'besked om, at en henvendelse er et nedbrud' },
};
