/** What each command does, as the help and Teams' menus say it: at most 128 characters. The commands themselves stay English. */
import { language } from '../common/language.ts';
import { follow } from '../follow.ts';

export const commands = {
  outage: 'Einen Produktionsausfall melden',
  reportFor: 'Für einen Kunden melden, der anruft: report for CUSTOMER',
  setup: 'Für Admins: festlegen, welcher Kanal der Supportdesk ist und wer folgt',
  acknowledge: 'Im Thread eines Ausfalls: übernehmen',
  update: 'Im Thread eines Ausfalls: allen sagen, was es Neues gibt',
  resolve: 'Im Thread eines Ausfalls: als behoben melden und sagen, was getan wurde',
  onCall: 'Die Bereitschaft ansehen, übernehmen oder jemanden vertreten',
  maintenance: 'Wartung eines Projekts planen, ändern oder vorzeitig beenden',
  check: 'Prüfen, ob heute Nacht alles funktionieren würde: Bereitschaftsplan, Eskalation, Projekte',
  drill: 'Den ganzen Ablauf üben, 60-mal so schnell (mit "pings" wird wirklich alarmiert und angerufen)',
  help: 'Ansehen, was Outage Desk kann',
  language: language.command,
  publish: 'Im Thread: eine Nachricht auf Vertrauliches prüfen, dann als Update senden oder als Notiz behalten',
  nothingNew: 'Im Thread eines Ausfalls: mitteilen, dass es nichts Neues gibt',
  handOver: 'Im Thread eines Ausfalls: ihn einem anderen Engineer anbieten',
  accept: 'Den Ausfall annehmen, der Ihnen angeboten wird',
  decline: 'Den Ausfall ablehnen, der Ihnen angeboten wird',
  assist: 'Mithelfen oder Hilfe holen',
  release: 'An die Bereitschaft zurückgeben, mit Begründung',
  transfer: 'Im Thread eines Ausfalls, der keiner ist: an ein anderes Team weiterleiten',
  merge: 'Zwei Ausfälle zusammenführen, die in Wirklichkeit einer sind',
  unmerge: 'Eine Zusammenführung aufheben: Der Ausfall wird wieder einzeln bearbeitet, und Sie sind zuständig',
  ask: 'Im Thread eines Ausfalls: nur der meldenden Person eine Rückfrage stellen',
  note: 'Eine Notiz hinzufügen, die nur der Supportdesk sieht',
  bridge: 'Im Thread eines Ausfalls: den Link zur Besprechung setzen oder entfernen (bridge remove)',
  ticket: 'Im Thread eines Ausfalls: ein Ticket eines anderen Systems hinzufügen oder entfernen (ticket remove)',
  ...follow.commands,
  reopen: 'Wieder öffnen: Sie sind dann zuständig',
  list: 'Ansehen, welche Ausfälle offen sind',
  mine: 'Die Ausfälle ansehen, die Sie gemeldet haben oder für die Sie zuständig sind',
  status: 'Die Karte eines Ausfalls ansehen: /outage status OUT-1042',
  timeline: 'Ansehen, wer wann was getan hat: /outage timeline OUT-1042',
  catchUp: 'Ansehen, was seit Ihrem letzten Blick neu ist, auch bei einem Ausfall: catch up OUT-1042',
  deliveries: 'Ansehen, was wo angekommen ist und was nicht: /outage deliveries OUT-1042',
  certificate: 'Einen signierten Nachweis für Ihre Unterlagen abrufen: /outage certificate OUT-1042',
  review: 'Die Nachbereitung eines beendeten Ausfalls schreiben oder ansehen: /outage review OUT-1042',
  numbers: 'Ansehen, wie oft Zusagen eingehalten wurden: /outage numbers month, quarter oder 90 days, auch mit einem Projekt',
  stillDown: 'Mitteilen, dass Ihr Ausfall noch nicht vorbei ist',
  works: 'Mitteilen, dass es bei Ihnen wieder funktioniert',
  withdraw: 'Ihre Meldung zurückziehen',
  object: 'Widersprechen, wenn Ihre Meldung weitergeleitet oder zusammengeführt wurde',
  cancel: 'Die Meldung löschen, die Sie noch nicht gesendet haben',
};

/** What Teams offers before the first message in somebody's own chat. It is sent as it stands, so it stays English. */
export const starters = { outage: 'Report an outage', list: 'List open outages' } satisfies { [key in keyof typeof commands]?: string };

/** What somebody may write, where a command needs more. */
export const examples = {
  update: 'update Ursache gefunden, wir testen eine Lösung.',
  updateWithNumber: 'update OUT-1042 Das sehen Sie, bis es behoben ist.',
  publish: 'publish Ursache gefunden, wir testen eine Lösung.',
  resolve: 'resolve Der Dienst wurde neu gestartet; Buchen funktioniert seit 10:40.',
  handOver: 'hand over to @Tomás',
  release: 'release Ich muss weg. Die Sperre auf Tabelle 7 ist nicht die Ursache.',
  transfer: (team: string) => `transfer to ${team}: Nur eine Person ist betroffen`,
  merge: 'merge OUT-1042',
  ask: 'ask Tritt es in allen Unternehmen auf? [Ja, Nein]',
  note: 'note Der Hersteller bestätigt den Fehler, Ticket 4711',
  reopen: 'reopen Buchen schlägt seit 11:20 wieder fehl',
};
