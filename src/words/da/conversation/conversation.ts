/** What the reporter and the desk say to each other about an outage, in Danish. */
import { at } from '../grammar.ts';

export const conversation = {
  message: {
    noted: 'notat',
    asked: 'spørgsmål til indmelderen',
    replied: 'svar fra indmelderen',
    'reply-missed': 'besked om, at der mangler et svar',
  },
  ask: {
    button: 'Spørg indmelderen',
    heading: (name: string) => `${name}: Spørg indmelderen`,
    text: 'Hvad har du brug for at vide?',
    example: 'Fejler det i alle firmaer eller kun i ét?',
    choices: 'Svar med ét tryk, adskilt af kommaer (valgfrit, op til fire)',
    choicesExample: 'Ja, Nej',
    send: 'Send spørgsmål',
    audience: 'Kun indmelderen får det. Svaret kommer i denne tråd og omtaler dig.',
    tooManyChoices: (most: number, length: number) => `Skriv højst ${most}, hver på højst ${length} tegn.`,
    heard: 'Spørgsmålet er på vej til indmelderen. Svaret kommer i denne tråd.',
    waits: 'Det har du allerede spurgt om, og det venter på svar. Det blev ikke sendt igen.',
  },

  asked: {
    heading: (name: string) => `${name}: Spørgsmål til indmelderen`,
    alone: 'Kun indmelderen læser det. Svaret kommer i denne tråd.',
    byPhone: 'Teams kender ikke den, der ringede, så spørg i telefonen.',
    byApi: 'Et program har meldt det og kan ikke svare. Spørg kunden.',
    choices: (choices: string) => `Svar med ét tryk: ${choices}.`,
    forReporter: (name: string) => `${name}: Supporten har et spørgsmål`,
    how: 'Svar her. Den, der spurgte, får besked med det samme.',
  },

  reply: {
    button: 'Svar supporten',
    heading: (name: string) => `${name}: Dit svar`,
    which: 'På hvilket spørgsmål?',
    text: 'Dit svar',
    example: 'Skriv, hvad du ved, også hvis det kun er noget af det',
    question: (number: number) => `Spørgsmål ${number}`,
    byTap: 'Eller med ét tryk:',
    send: 'Send svar',
    callMe: 'Ring til mig',
    pleaseCall: (phone: string) => (phone ? `Ring til mig: ${phone}` : 'Ring til mig.'),
    audience: 'Kun supporten læser det.',
    sent: 'Dit svar er hos supporten, i nedbruddets tråd.',
    already: 'Spørgsmålet er allerede besvaret.',
    answered: 'Spørgsmålet var allerede besvaret. Det, du skrev, er også hos supporten.',
  },

  replied: {
    heading: (name: string) => `${name}: Svar fra indmelderen`,
    forAsker: (mention: string) => `${mention}: Her er svaret på dit spørgsmål.`,
    forOwner: (mention: string) => `${mention}: Indmelderen svarede, efter at det var slut.`,
    question: 'Spørgsmål',
  },

  missed: {
    heading: (name: string) => `${name}: Intet svar fra indmelderen endnu`,
    why: (mention: string) =>
      `${mention}: Dit spørgsmål venter. Vi har mindet indmelderen om det én gang. Hvis det ikke kan vente, så ring.`,
    questions: 'Spørgsmål',
    forReporter: (name: string) => `${name}: Supporten venter på dit svar`,
    more: (count: number) => `Der er ${count} spørgsmål. Dette er det første, der venter.`,
  },

  waiting: {
    label: 'Venter på svar',
    line: (by: string, when: string, text: string) => `${by} ${at(when)}: ${text}`,
    forReporter: 'Supporten har et spørgsmål og venter på dit svar.',
  },

  word: {
    heading: 'Skal supporten læse dette?',
    inCompany: (person: string, name: string) =>
      `${person}: Supporten læser ikke det, du skrev her. Skriv det i chatten med mig for at føje det til ${name}.`,
    notSent: 'Det er ikke sendt endnu.',
    question: (by: string, text: string) => `Spørgsmål fra ${by}: ${text}`,
    text: 'Det, du skrev',
    example: 'Hvad du ser nu, og hvad der er ændret',
    which: 'Til hvilket nedbrud?',
    reply: 'Send som svar',
    add: (name: string) => `Føj til ${name}`,
    addToChosen: 'Føj til dette nedbrud',
    another: 'Begynd en ny melding',
    audience: 'Supporten læser det i nedbruddets tråd. De, der kun følger med, gør det ikke.',
    cut: 'Teksten var for lang, så dette er kun begyndelsen.',
    button: 'Tilføj oplysninger',
    addHeading: (name: string) => `${name}: Tilføj oplysninger`,
    send: 'Send til supporten',
    fromCustomer: 'Kunde',
  },
};
