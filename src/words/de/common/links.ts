/** Links out of a card, in German: the call, a chat with the reporter, runbooks, tickets in other systems. */

const whereAllowed = (elsewhere: boolean) => (elsewhere ? ' (wenn beide Unternehmen es erlauben)' : '');

export const links = {
  call: 'Besprechung',
  join: 'An Besprechung teilnehmen',
  start: 'Besprechung starten',
  chat: (elsewhere: boolean) => `In Teams chatten${whereAllowed(elsewhere)}`,
  voice: (elsewhere: boolean) => `In Teams anrufen${whereAllowed(elsewhere)}`,
  chatButton: 'Chat mit meldender Person',
  voiceButton: 'Meldende Person anrufen',
  group: (elsewhere: boolean): string =>
    elsewhere
      ? 'Anruf und Chat. Die meldende Person gehört zu einem anderen Unternehmen: Chat und Anruf öffnen sich nur, wenn beide Unternehmen es erlauben.'
      : 'Anruf und Chat',
  message: {
    'bridge-set': 'Link zur Besprechung',
    'ticket-added': 'Ticket',
    'ticket-removed': 'Nachricht, dass ein Ticket entfernt wurde',
  },
  more: 'Links',
  runbook: 'Runbook',
  tickets: 'Tickets',

  bridge: {
    button: 'Besprechung verlinken',
    heading: (name: string) => `${name}: Besprechung verlinken`,
    address: 'Adresse der Besprechung (zum Entfernen leer lassen)',
    shared: 'Meldende Person',
    share: 'Auch der meldenden Person zeigen',
    send: 'Link speichern',
    audience: 'Der Supportdesk sieht auf seiner Karte „An Besprechung teilnehmen“.',
    audienceInRoom:
      'Der Supportdesk sieht auf seiner Karte „An Besprechung teilnehmen“. Die Meldung kam nicht aus einem privaten Chat: Wenn Sie das Kästchen ankreuzen, sehen es alle dort.',
    example: 'Der Link, den Teams für eine Besprechung kopiert',
    notAnAddress: 'Diese Adresse kann ich nicht verwenden. Kopieren Sie die ganze Adresse der Besprechung, ab https.',
    wrongHost: (host: string, hosts: string) =>
      `Ich unterstütze Besprechungen in Teams${hosts && ` und auf ${hosts}`}, nicht auf ${host}. Wer den Supportdesk betreibt, kann den Host in der Desk-Datei unter bridgeHosts ergänzen.`,
    timeline: (shared: boolean) => `hat den Link zur Besprechung gesetzt${shared ? ', den auch die meldende Person sieht' : ''}`,
    set: (name: string) => `${name}: Einladung zur Besprechung`,
    removed: (name: string) => `${name}: Link zur Besprechung entfernt`,
    seen: 'Die meldende Person sieht den Link auch.',
    notSeen: 'Die meldende Person sieht den Link nicht. Um ihn zu zeigen: „Mehr“, dann „Besprechung verlinken“.',
    invited: 'Sie können jetzt mit dem Support sprechen. Nehmen Sie über die Schaltfläche teil.',
  },

  ticket: {
    button: 'Ticket hinzufügen',
    heading: (name: string) => `${name}: Ticket hinzufügen`,
    text: 'Nummer oder ganze Adresse',
    send: 'Ticket hinzufügen',
    audience: 'Nur der Supportdesk sieht das. Zum Entfernen schreiben Sie im Thread "ticket remove" und die Nummer.',
    no: 'Dieses Ticket kann ich nicht verwenden. Schreiben Sie die Nummer, zum Beispiel INC0012345, oder die ganze Adresse, ab https.',
    added: (id: string, name: string) => `${id} steht jetzt auf der Karte von ${name}.`,
    removed: (id: string, name: string) => `${id} steht nicht mehr auf der Karte von ${name}.`,
  },
};
