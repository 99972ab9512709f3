/** Setting up in Teams: which channel is the support desk, who follows, and which rooms were lost or came back. In German. */
import { denial } from '../denial.ts';
import { formats } from './formats.ts';

type Kind = 'channel' | 'groupChat';

export const setup = {
  heading: 'Outage Desk einrichten',
  open: 'Einrichten',
  invite: {
    channel: 'Dieser Kanal kann zum Supportdesk werden oder Ausfällen folgen.',
    groupChat: 'Dieser Chat kann Ausfällen folgen.',
  } satisfies Record<Kind, string>,
  inviteWho: (names: string) =>
    `${names && `Einrichten können: ${names}. `}Niemand sonst sieht, was sich über die Schaltfläche öffnet. Um das hier wieder anzuzeigen, schreiben Sie "@Outage Desk setup".`,
  here: { channel: 'Dieser Kanal', groupChat: 'Dieser Chat' } satisfies Record<Kind, string>,
  desk: 'Supportdesk',
  followers: 'Wer folgt',
  unnamed: { channel: 'Ein Kanal', groupChat: 'Ein Gruppenchat' } satisfies Record<Kind, string>,
  noneYet: 'Noch keiner. Bis es einen gibt, kann niemand einen Ausfall melden.',
  isDesk: 'Das ist der Supportdesk: Jeder Ausfall bekommt hier einen Thread.',
  follows: (projects: string, audience: string) => `Folgt den Ausfällen von: ${projects}. Für: ${audience}.`,
  followsNothing: 'Noch nicht eingerichtet.',
  byFile: (text: string) => `${text} So steht es in der Desk-Datei, und die hat Vorrang vor dem, was hier gewählt wird.`,
  lost: 'Nicht erreichbar',
  overruled: 'Nicht verwendet',
  overruledText: (room: string) => `${room}: in Teams gewählt, aber die Desk-Datei nennt einen anderen Kanal und hat Vorrang.`,
  nobody: 'Noch niemand',
  room: (name: string, projects: string) => `${name}: ${projects}`,
  more: (count: number) => `Und noch ${count}.`,
  allProjects: 'alle Projekte',
  projects: 'Welche Projekte?',
  everyProject: 'Alle Projekte, auch künftige',
  moreProjects: (count: number) =>
    `So viele Projekte passen nicht auf diese Karte: ${count}. Um unter diesen auszuwählen, nutzen Sie die Desk-Datei. „Alle Projekte“ schließt sie ein.`,
  deskSees: 'Alle, die den Kanal des Supportdesks lesen, sehen, wie die meldende Person zu erreichen ist.',
  sees: (audience: string, what: string) => `${audience} sehen: ${what}.`,
  makeDesk: 'Zum Supportdesk machen',
  follow: 'Diesen Projekten folgen',
  stop: 'Nicht mehr folgen',
  whichRoom: 'Wer soll nicht mehr folgen?',
  choose: 'Bitte auswählen',
  chooseProject: 'Wählen Sie alle, eines oder mehrere Projekte.',
  elsewhere: 'Um einen Kanal oder Gruppenchat einzurichten, fügen Sie mich dort hinzu und schreiben Sie "@Outage Desk setup".',
  deskByFile:
    'Die Desk-Datei legt den Supportdesk fest (desk.channel). Um ihn hier zu wählen, entfernen Sie diese Zeile und starten Sie mich neu.',
  done: {
    desk: 'Dieser Kanal ist jetzt der Supportdesk. Offene Ausfälle bleiben in ihren Threads. Schreiben Sie als Nächstes "@Outage Desk outage check". Probieren Sie dann alles aus: "@Outage Desk outage drill".',
    follow: 'Gespeichert für alle Ausfälle, die ab jetzt gemeldet werden.',
    stop: 'Gespeichert. Updates zu offenen Ausfällen kommen dort noch bis zum Ende an.',
  },
  public: {
    desk: (person: string) => `${person} hat diesen Kanal zum Supportdesk gemacht`,
    deskText: 'Jeder Ausfall, der ab jetzt gemeldet wird, bekommt hier einen Thread.',
    follow: {
      channel: (person: string) => `Dieser Kanal folgt jetzt Ausfällen: eingerichtet von ${person}`,
      groupChat: (person: string) => `Dieser Chat folgt jetzt Ausfällen: eingerichtet von ${person}`,
    } satisfies Record<Kind, (person: string) => string>,
    /** `what`: see audience.reads. */
    followText: (projects: string, what: string) => `Neue Ausfälle erscheinen ab jetzt hier (${projects}). Hier sehen Sie: ${what}.`,
    stop: {
      channel: (person: string) => `Dieser Kanal folgt nicht mehr: geändert von ${person}`,
      groupChat: (person: string) => `Dieser Chat folgt nicht mehr: geändert von ${person}`,
    } satisfies Record<Kind, (person: string) => string>,
    stopText: 'Updates zu offenen Ausfällen kommen hier noch bis zum Ende an.',
  },
  notYours: (names: string) =>
    denial(
      'not-administrator',
      `Einrichten können das nur: ${names}. Bitten Sie darum, oder lassen Sie sich in der Desk-Datei als Admin eintragen.`,
    ),
  noAdministrator: denial(
    'not-administrator',
    'In Teams kann das niemand einrichten: In der Desk-Datei steht kein Admin. Fragen Sie, wer den Bot betreibt.',
  ),
  noDesk: 'Sie können hier noch keine Ausfälle melden',
  noDeskText: 'Noch ist kein Kanal als Supportdesk festgelegt. Wenn die Produktion jetzt ausgefallen ist, rufen Sie an.',
  noDeskWho: (names: string) => `Den Kanal festlegen können: ${names}. Dazu genügt dort die Nachricht "@Outage Desk setup".`,
  notSent: denial(
    'no-desk',
    'Nichts gesendet: Noch ist kein Kanal als Supportdesk festgelegt. Ihre Eingaben bleiben einen Tag erhalten. Wählen Sie später noch einmal „Meldung senden“.',
  ),

  changed: {
    heading: (lost: number, back: number) =>
      lost > 0
        ? formats.plural(lost, { one: 'Updates kommen an 1 Ort nicht mehr an', other: `Updates kommen an ${lost} Orten nicht mehr an` })
        : formats.plural(back, { one: 'Updates kommen an 1 Ort wieder an', other: `Updates kommen an ${back} Orten wieder an` }),
    why: {
      'channel-deleted': 'Der Kanal wurde gelöscht',
      'team-deleted': 'Das Team wurde gelöscht',
      'team-archived': 'Das Team wurde archiviert',
      'bot-removed': 'Ich wurde dort entfernt',
    },
    desk: (room: string, why: string) =>
      `${room}, der Supportdesk: ${why}. Bis er zurück ist oder ein anderer gewählt wird, haben neue Ausfälle keinen Thread.`,
    lost: (room: string, why: string) => `${room}: ${why}. Wer dort folgt, erfährt nichts von neuen Ausfällen.`,
    back: (room: string) => `${room}: Updates kommen dort wieder an, für Ausfälle, die ab jetzt gemeldet werden.`,
    now: 'Jetzt zu tun',
    tell: 'Informieren Sie die Personen dort auf anderem Weg.',
    admin: 'Admins',
    remedy:
      'Stellen Sie den Ort wieder her, oder fügen Sie mich wieder hinzu. Für einen anderen Ort schreiben Sie dort "@Outage Desk setup", oder ändern Sie die Desk-Datei, wenn er dort steht.',
  },
};
