/** Links out of a card, in Danish: the call, a chat with the reporter, runbooks, tickets in other systems. */

const whereAllowed = (elsewhere: boolean) => (elsewhere ? ' (hvis begge virksomheder tillader det)' : '');

export const links = {
  call: 'Møde',
  join: 'Deltag i møde',
  start: 'Start et møde',
  chat: (elsewhere: boolean) => `Chat i Teams${whereAllowed(elsewhere)}`,
  voice: (elsewhere: boolean) => `Ring op i Teams${whereAllowed(elsewhere)}`,
  chatButton: 'Chat med indmelderen',
  voiceButton: 'Ring til indmelderen',
  group: (elsewhere: boolean): string =>
    elsewhere
      ? 'Opkald og chat. Indmelderen er fra en anden virksomhed: Chat og opkald virker kun, hvis begge virksomheder tillader det.'
      : 'Opkald og chat',
  message: {
    'bridge-set': 'link til mødet',
    'ticket-added': 'ticket',
    'ticket-removed': 'besked om, at en ticket er fjernet',
  },
  more: 'Links',
  runbook: 'Runbook',
  tickets: 'Tickets',

  bridge: {
    button: 'Angiv mødelink',
    heading: (name: string) => `${name}: Angiv mødelink`,
    address: 'Mødets adresse (lad feltet stå tomt for at fjerne den)',
    shared: 'Indmelderen',
    share: 'Vis det også for indmelderen',
    send: 'Gem mødelink',
    audience: 'Supportdesken ser ”Deltag i møde” på sit kort.',
    audienceInRoom:
      'Supportdesken ser ”Deltag i møde” på sit kort. Nedbruddet blev ikke meldt i en privat chat: Hvis du sætter kryds i feltet, ser alle der det.',
    example: 'Det link, som Teams kopierer for et møde',
    notAnAddress: 'Den adresse kan jeg ikke bruge. Kopiér hele adressen på mødet, fra https og frem.',
    wrongHost: (host: string, hosts: string) =>
      `Jeg kan bruge møder i Teams${hosts && ` og på ${hosts}`}, ikke på ${host}. Den, der driver supportdesken, kan tilføje værten i desk-filen under bridgeHosts.`,
    timeline: (shared: boolean) => `angav et mødelink${shared ? ', som indmelderen også kan se' : ''}`,
    set: (name: string) => `${name}: Møde, du kan deltage i`,
    removed: (name: string) => `${name}: Mødelinket er fjernet`,
    seen: 'Indmelderen kan også se det.',
    notSeen: 'Indmelderen kan ikke se det. Vis det under ”Mere”, ”Angiv mødelink”.',
    invited: 'Du kan tale med supporten nu. Tryk på knappen for at deltage.',
  },

  ticket: {
    button: 'Tilføj ticket',
    heading: (name: string) => `${name}: Tilføj ticket`,
    text: 'Ticketens nummer eller hele adresse',
    send: 'Tilføj ticket',
    audience: 'Kun supportdesken ser den. Skriv "ticket remove" og nummeret i tråden for at fjerne en.',
    no: 'Den ticket kan jeg ikke bruge. Skriv nummeret, for eksempel INC0012345, eller hele adressen, fra https og frem.',
    added: (id: string, name: string) => `${id} står nu på kortet for ${name}.`,
    removed: (id: string, name: string) => `${id} står ikke længere på kortet for ${name}.`,
  },
};
