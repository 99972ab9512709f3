/** What is said about the bots themselves, in German: alarms, the check whether it would work tonight, drills, a restore. */

import { message } from '../common/messages.ts';
import { formats } from '../formats.ts';
import { check } from './check.ts';

const CALL = 'Rufen Sie die Personen an, die jetzt etwas wissen müssen.';
const LOOK = 'Prüfen Sie, ob alle Ihre Bots laufen.';

const alarm = {
  troubles: {
    'deadlines-overdue': {
      heading: 'Meine Alarmierungen kommen zu spät',
      what: (count: number, oldest: string) =>
        formats.plural(count, {
          one: `1 Frist ist vor ${oldest} abgelaufen, und niemand wurde alarmiert.`,
          other: `${count} Fristen sind abgelaufen, die erste vor ${oldest}, und niemand wurde alarmiert.`,
        }),
      desk: 'Verlassen Sie sich gerade nicht auf meine Alarmierungen. Prüfen Sie selbst, welche Ausfälle eine Übernahme oder ein Update brauchen.',
      admin: 'Prüfen Sie die Protokolle der Bots und die Last der Datenbank, und starten Sie dann die Bots neu.',
      over: 'Ich alarmiere wieder rechtzeitig',
    },
    'deadlines-missing': {
      heading: 'Für manche Ausfälle würde niemand alarmiert',
      what: (count: number) =>
        formats.plural(count, {
          one: '1 offener Ausfall hat keine Frist. Es würde niemand alarmiert.',
          other: `${count} offene Ausfälle haben keine Frist. Es würde niemand alarmiert.`,
        }),
      desk: 'Übernehmen Sie sie, oder senden Sie in ihren Threads ein Update: Das setzt eine neue Frist.',
      admin: 'Das ist ein Programmfehler, oder die Datenbank wurde von Hand geändert: Bewahren Sie die Protokolle auf und melden Sie es.',
      over: 'Jeder offene Ausfall hat wieder seine Frist',
    },
    'threads-missing': {
      heading: 'Manche Ausfälle kamen nie in diesem Kanal an',
      what: (count: number) =>
        formats.plural(count, {
          one: '1 offener Ausfall hat keinen Thread im Kanal des Supportdesks, und es ist auch keiner unterwegs.',
          other: `${count} offene Ausfälle haben keinen Thread im Kanal des Supportdesks, und es ist auch keiner unterwegs.`,
        }),
      desk: 'Übernehmen Sie sie mit der Nummer, zum Beispiel "@Outage Desk ack OUT-1042", und senden Sie ein Update: Die meldende Person bekommt es.',
      admin: 'Das ist ein Programmfehler, oder die Datenbank wurde von Hand geändert: Bewahren Sie die Protokolle auf und melden Sie es.',
      over: 'Jeder offene Ausfall ist in diesem Kanal',
    },
    'deliveries-refused': {
      heading: 'Nachrichten kommen nicht durch',
      what: (count: number, oldest: string) =>
        formats.plural(count, {
          one: `1 Nachricht wartet seit ${oldest}: Teams hat sie abgelehnt oder nicht geantwortet.`,
          other: `${count} Nachrichten warten, die älteste seit ${oldest}: Teams hat sie abgelehnt oder nicht geantwortet.`,
        }),
      desk: `${CALL} Ich versuche es weiter und nenne hier jede Nachricht, die sich nicht zustellen lässt.`,
      admin: 'Prüfen Sie den Dienststatus von Teams, und ob der geheime Clientschlüssel des Bots abgelaufen ist.',
      over: 'Nachrichten kommen wieder durch',
    },
    'deliveries-backlog': {
      heading: 'Nachrichten stauen sich',
      what: (count: number, oldest: string) =>
        formats.plural(count, {
          one: `1 Nachricht wartet seit ${oldest}: Teams nimmt nur eine begrenzte Zahl auf einmal an.`,
          other: `${count} Nachrichten warten, die älteste seit ${oldest}: Teams nimmt nur eine begrenzte Zahl auf einmal an.`,
        }),
      desk: `${CALL} Nichts ist verloren: Alle werden gesendet, zuerst die Übernahmen.`,
      admin: 'Solange die Zahl sinkt, müssen Sie nichts tun. Wenn sie steigt, prüfen Sie die Protokolle der Bots.',
      over: 'Es stauen sich keine Nachrichten mehr',
    },
    'deliveries-untouched': {
      heading: 'Nachrichten werden nicht gesendet',
      what: (count: number, oldest: string) =>
        formats.plural(count, {
          one: `1 Nachricht wartet seit ${oldest}, und kein Bot sendet sie.`,
          other: `${count} Nachrichten warten, die älteste seit ${oldest}, und kein Bot sendet sie.`,
        }),
      desk: `${CALL} Nichts ist verloren: Was wartet, wird gesendet, sobald ein Bot arbeitet.`,
      admin: 'Prüfen Sie die Protokolle der Bots, und starten Sie dann die Bots neu.',
      over: 'Nachrichten werden wieder gesendet',
    },
    'clock-skew': {
      heading: 'Zwei Uhren zeigen verschiedene Zeiten',
      what: (by: string) => `Die Uhr eines Bots und die Uhr seiner Datenbank weichen voneinander ab: ${by}.`,
      desk: 'Alarmierungen richten sich nach der Uhr der Datenbank. Wenn diese falsch geht, stimmen auch Alarmierungen und Zeiten auf Karten nicht.',
      admin: 'Stellen Sie beide Rechner so ein, dass sie ihre Zeit von einem Zeitserver beziehen.',
      over: 'Die Uhren aller laufenden Bots stimmen wieder überein',
      thenLook: LOOK,
    },
    'loop-stopped': {
      heading: 'Ein Bot arbeitet nicht mehr',
      what: (since: string) => `Ein Bot hat seit ${since} nichts getan.`,
      desk: 'Wenn andere Bots laufen, übernehmen sie seine Arbeit. Wenn keine Nachrichten mehr kommen, rufen Sie die Personen an, die jetzt etwas wissen müssen.',
      admin: 'Starten Sie den Bot neu, dessen /readyz 503 meldet.',
      over: 'Alle laufenden Bots arbeiten wieder',
      thenLook: LOOK,
    },
    'signing-keys-unreadable': {
      heading: 'Signaturschlüssel von Microsoft nicht lesbar',
      what: (since: string, known: boolean) =>
        `Seit ${since} kann ein Bot die Schlüssel nicht lesen, an denen er erkennt, dass eine Nachricht von Teams kommt. ${known ? 'Er verwendet die letzten.' : 'Er kann keine Nachrichten und keine Eingaben über Schaltflächen annehmen.'}`,
      desk: 'Meine Alarmierungen laufen weiter. Wenn ich nicht antworte, können Kunden hier nichts melden: Gehen Sie ans Telefon.',
      admin:
        'Prüfen Sie, ob der Bot https://login.botframework.com erreicht. Dort veröffentlicht Microsoft die Schlüssel. Er versucht es von selbst weiter.',
      over: 'Signaturschlüssel von Microsoft wieder lesbar',
    },
    'store-unavailable': {
      what: 'Die Datenbank lässt sich nicht lesen oder schreiben.',
      admin: 'Prüfen Sie DATABASE_URL oder den Datenträger.',
    },
    'desk-untold': {
      what: 'Der Supportdesk konnte nicht über eine Störung informiert werden.',
      admin: 'Prüfen Sie, ob Teams funktioniert, ob die App im Team des Supportdesks ist und welcher Kanal das ist (/outage setup).',
    },
  },
  still: (heading: string) => `Noch immer: ${heading}`,
  since: 'Seit',
  until: 'Bis',
  outages: 'Ausfälle, die ältesten zuerst',
  lastAnswer: 'Letzte Antwort',
  now: 'Jetzt zu tun',
  admin: 'Admins',
  untold: 'Solange es andauerte, konnte ich es Ihnen nicht sagen.',
  over: 'Es ist vorbei.',
  setAside: {
    heading: (count: number) =>
      formats.plural(count, { one: '1 Nachricht nicht zugestellt', other: `${count} Nachrichten nicht zugestellt` }),
    text: 'Teams hat Folgendes abgelehnt oder nicht gesagt, ob es angekommen ist. Ich versuche es nicht noch einmal. Informieren Sie die Personen dort auf anderem Weg.',
    outward:
      'Andere Systeme haben Folgendes nicht angenommen. Ich versuche es nicht noch einmal. Tragen Sie dort von Hand ein, was ihnen fehlt.',
    line: (name: string, what: string, place: string) => `${name}: ${what} (Ziel: ${place})`,
    why: (reason: string) => `Grund: ${reason}`,
    unknown: 'unbekannt',
    more: (count: number) => `Und noch ${count}. Alle stehen im Protokoll.`,
    state: 'neuer Status auf der Karte',
    message,
  },
};

const drill = {
  project: 'Übung',
  environment: 'Keine Umgebung',
  scenario: 'Eine Übung',
  title: 'Eine Übung: Es ist nichts ausgefallen',
  notAgreed: (project: string) =>
    `Ich kenne kein Projekt ${project}, das an Übungen teilnimmt. In der Desk-Datei steht dafür drills: true, wenn beide Seiten zugestimmt haben.`,
  description:
    'Es ist nichts ausgefallen. Übernehmen Sie, senden Sie Updates und melden Sie es als behoben, wie bei einem echten Ausfall. Die Übung endet von selbst.',
  hint: 'Das ist eine Übung. Ihre Uhr läuft 60-mal so schnell, und sie endet von selbst.',
  begins: (name: string) => `${name}: Eine Übung beginnt`,
  quiet: 'Niemand wird erwähnt.',
  over: 'Übung beendet',
  begun: (name: string, ends: string, loud: boolean, rings: boolean) =>
    `${name} beginnt im Kanal des Supportdesks. ${loud ? `Personen werden alarmiert${rings ? ', und Telefone klingeln' : ''}.` : 'Niemand wird erwähnt.'} Das Ergebnis kommt ebenfalls dorthin. Ende: ${ends}.`,
  ended: (name: string) => `${name}: Übung beendet`,
  all: 'Alle Nachrichten sind angekommen.',
  missing: (count: number) =>
    formats.plural(count, { one: '1 Nachricht ist nicht angekommen.', other: `${count} Nachrichten sind nicht angekommen.` }),
  after: (time: string) => `Nach ${time}`,
  arrived: (what: string, where: string, late: string) => `${what} (Ziel: ${where}): ${late} später angekommen`,
  atOnce: (what: string, where: string) => `${what} (Ziel: ${where}): sofort angekommen`,
  joined: (what: string, where: string) => `${what} (Ziel: ${where}): zusammen mit der nächsten angekommen`,
  failed: (what: string, where: string, why: string) => `${what} (Ziel: ${where}): nicht angekommen. ${why}`,
  waits: 'Wartet noch.',
  times: 'Bei einem echten Ausfall liegen die Schritte 60-mal so weit auseinander. Nachrichten kommen genauso schnell an.',
};

const restored = {
  desk: (when: string) =>
    `Die Aufzeichnungen des Supportdesks wurden wiederhergestellt. Stand: ${when}. Was danach geschah, weiß ich nicht: Bitte senden Sie es noch einmal.`,
  others: (when: string) =>
    `Nach einer Störung reichen unsere Aufzeichnungen nur bis ${when}. Was Sie danach erfahren haben, steht nicht darin. Wir haben den Support gebeten, es noch einmal zu senden.`,
  breached: (name: string) => `${name}: Nicht bekannt, ob übernommen`,
  breachedText: 'Wir alarmieren jetzt weitere Personen in Teams, und zwar so lange, bis jemand übernimmt.',
  heading: (when: string) => `Aufzeichnungen wiederhergestellt, Stand: ${when}`,
  text: 'Was danach geschah, weiß ich nicht. Wenn Sie seitdem etwas übernommen, aktualisiert oder als behoben gemeldet haben, tun Sie es bitte noch einmal.',
  gone: (when: string) =>
    `Ausfälle, die nach ${when} gemeldet wurden, fehlen in den Aufzeichnungen. Ausfälle, die danach wieder geöffnet wurden, gelten als beendet. Für beide wird niemand alarmiert: Suchen Sie ihre Threads in diesem Kanal, und lassen Sie sie neu melden oder wieder öffnen.`,
  noneOpen: 'Zu diesem Zeitpunkt war kein Ausfall offen.',
  open: (count: number) =>
    formats.plural(count, {
      one: '1 Ausfall war offen und geht von dort aus weiter:',
      other: `${count} Ausfälle waren offen und gehen von dort aus weiter:`,
    }),
  more: (count: number) => `Und noch ${count}. Auf jeder Karte steht es auch.`,
};

export const watch = { alarm, check, drill, restored };
