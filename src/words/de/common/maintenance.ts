/** Planned maintenance of a project, in German: to who begins a report meanwhile, to who follows, and to the engineers who plan it. */
export const maintenance = {
  heading: 'Geplante Wartung',
  place: (project: string, environments: string) => (environments ? `${project}, ${environments}` : project),

  asks: (until: string) => `Bis ${until} läuft eine geplante Wartung. Liegt es daran?`,
  runs: (where: string, until: string, what: string) => `${where}, bis ${until}: ${what}`,
  ifNot: 'Wenn es etwas anderes ist oder Sie unsicher sind, melden Sie es. Wir behandeln es wie jeden anderen Ausfall.',
  yes: 'Ja, es ist die Wartung',
  notSent: 'Es wurde nichts gesendet. Wenn es nach der Wartung noch nicht funktioniert, melden Sie es.',

  fact: 'Wartung',
  ran: (until: string, what: string) => `Lief bei der Meldung, bis ${until}: ${what}`,

  news: {
    begins: (project: string) => `Wartung hat begonnen: ${project}`,
    changed: (project: string) => `Wartung wurde geändert: ${project}`,
    over: (project: string) => `Wartung ist beendet: ${project}`,
    until: (where: string, until: string) => `${where}: Die Wartung dauert bis ${until}. Wenn sie beendet ist, lesen Sie es hier.`,
    now: (where: string) => `${where}: Wenn jetzt etwas nicht funktioniert, melden Sie es.`,
  },

  none: 'Es läuft keine Wartung, und es ist keine geplant.',
  open: 'Wartung planen oder beenden',
  line: (where: string, from: string, until: string, what: string) => `${where}, ${from} bis ${until}: ${what}`,
  byFile: 'in der Desk-Datei geplant (zum Ändern die Datei ändern und mich neu starten)',
  by: (name: string) => `geplant von ${name}`,
  projectGone: 'das Projekt steht nicht mehr in der Desk-Datei, daher wird niemand informiert',
  more: (count: number) => `Und noch ${count}.`,
  which: 'Welche ist beendet?',
  choose: 'Eine auswählen',
  where: 'Was wird gewartet?',
  all: (project: string) => `${project}: alles`,
  noRoom: (count: number) => `In dieser Liste ist kein Platz für ${count} weitere. Planen Sie diese in der Desk-Datei.`,
  fromDate: 'Ab welchem Tag?',
  fromTime: (zone: string) => `Ab welcher Uhrzeit in der Zeitzone ${zone}?`,
  untilDate: 'Bis zu welchem Tag?',
  untilTime: (zone: string) => `Bis zu welcher Uhrzeit in der Zeitzone ${zone}?`,
  what: 'Was wird gemacht? Kunden lesen das.',
  example: 'Update auf Version 10.0.44',
  send: 'Wartung speichern',
  end: 'Jetzt beenden',
  audience:
    'Kanäle und Chats, die dem Projekt folgen, erfahren Beginn und Ende. Um eine Wartung zu ändern, speichern Sie sie für denselben Ort neu.',
  errors: {
    choose: 'Wählen Sie etwas aus der Liste aus.',
    'not-a-time': 'Wählen Sie einen Tag und eine Uhrzeit.',
    'ends-first': 'Das Ende muss nach dem Beginn liegen. Wählen Sie ein späteres Ende oder einen früheren Beginn.',
    past: 'Dieses Ende ist schon vorbei. Wählen Sie ein späteres.',
    'too-long': 'Das sind mehr als 14 Tage. Wählen Sie ein früheres Ende, und planen Sie für die Zeit danach eine weitere Wartung.',
    'too-far': 'Bis dahin ist es mehr als ein Jahr. Wählen Sie einen früheren Tag.',
    overlaps: (from: string, until: string) =>
      `Von ${from} bis ${until} gibt es schon eine Wartung. Wählen Sie eine andere Zeit, oder beenden Sie zuerst die andere Wartung.`,
    what: (most: number) => `Schreiben Sie in höchstens ${most} Zeichen, was gemacht wird.`,
  },
  saved: (where: string, from: string, until: string) => `Gespeichert: ${where}, ${from} bis ${until}.`,
  nobody:
    'Kein Kanal oder Chat folgt diesem Projekt, daher wird niemand informiert. Damit einer folgt, schreiben Sie dort "@Outage Desk setup".',
  ended: 'Die Wartung ist beendet. Wer vom Beginn erfahren hat, erfährt auch das Ende.',
  gone: 'Diese Wartung ist schon beendet.',
};
