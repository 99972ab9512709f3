/** Pictures and files: what people may send, what became of it, and where it is. In German. */
import type { FileKind, FileRefusal } from '../../../outage/types/files.ts';
import { denial } from '../../denial.ts';
import { formats } from '../formats.ts';

const count = (n: number) => formats.plural(n, { one: '1 Datei', other: `${n} Dateien` });

/** Why a file was not taken, behind its name. */
const why: Record<FileRefusal, string> = {
  gone: 'Ich konnte sie nicht rechtzeitig aus Teams abrufen. Bitte senden Sie sie noch einmal.',
  elsewhere: 'Sie liegt nicht in Teams, deshalb habe ich sie nicht geöffnet. Bitte hängen Sie die Datei selbst an.',
  'too-large': 'Sie ist zu groß. Bitte senden Sie eine kleinere oder nur den wichtigen Teil.',
  markup: 'SVG und HTML können Programme ausführen, deshalb nehme ich sie nicht an. Bitte senden Sie ein Bild davon oder den Text.',
  'unknown-kind': 'Ich nehme PNG, JPEG, WebP, GIF, PDF, Text, Protokolle und ZIP an. Bitte senden Sie eines davon.',
  broken: 'Der Inhalt passt nicht zum Dateityp. Bitte speichern Sie sie neu, oder senden Sie einen Screenshot.',
  'too-many': 'Für diesen Ausfall ist die Höchstzahl erreicht. Diese Datei hat niemand bekommen. Ihr Text ist gespeichert.',
  rejected:
    'Dieser Ausfall nimmt keine Dateien mehr von Ihnen an. Diese Datei hat niemand bekommen. Wenn sie wichtig ist, rufen Sie den Support an.',
  'no-room': 'Dafür ist kein Speicherplatz frei. Ihr Text ist gespeichert. Bitte sagen Sie dem Support am Telefon Bescheid.',
};

export const files = {
  maySend: 'Bilder und Dateien dazu können Sie hier in diesem Chat senden.',

  notTaken:
    'Ich kann keine Bilder oder Dateien weitergeben. Bitte schreiben Sie, was zu sehen ist. Um eine Datei zu senden, rufen Sie an und fragen Sie nach einer Adresse.',
  ownChatOnly: denial('not-here', 'Dateien bekomme ich von Teams nur in Ihrem Chat mit mir. Bitte senden Sie sie dort.'),
  openOwnChat: 'Chat öffnen',
  unreadable: 'Ich konnte nicht sehen, wo Teams das speichert. Niemand hat es bekommen. Bitte hängen Sie es als Datei an.',
  none: 'Das hat niemand bekommen: Sie haben keinen offenen Ausfall. Melden Sie ihn mit /outage, und senden Sie Bilder und Dateien danach hier.',
  toShare: (example: string) =>
    `Das hat niemand bekommen. Um allen ein Bild zu zeigen, senden Sie es mit Ihrem Update und der Nummer des Ausfalls (${example}).`,
  tooMany: (most: number) => `Das hat niemand bekommen: Für einen Ausfall können Sie höchstens ${count(most)} senden.`,
  chooseFirst:
    'Das hat niemand bekommen: Viele Ihrer Dateien warten noch. Wählen Sie oben, zu welchem Ausfall sie gehören. Senden Sie das hier dann noch einmal.',
  noRoom: 'Das konnte ich nicht speichern, und niemand hat es bekommen. Ihr Text ist gespeichert. Bitte rufen Sie den Support an.',

  taken: (n: number, name: string) => `Ich gebe ${count(n)} an den Support weiter, für ${name}.`,
  takenForReport: (n: number) => `Ich bewahre ${count(n)} für Ihre Meldung auf. Beim Senden geht alles an den Support.`,
  takenForAll: (n: number, name: string) => `Ich zeige ${count(n)} allen, die von ${name} erfahren.`,
  isTold: 'Wenn ich eine nicht annehmen kann, sage ich es Ihnen hier.',
  elsewhere: (n: number) =>
    formats.plural(n, {
      one: '1 weitere lag nicht in Teams, deshalb habe ich sie nicht geöffnet.',
      other: `${n} weitere lagen nicht in Teams, deshalb habe ich sie nicht geöffnet.`,
    }),
  more: (n: number) =>
    formats.plural(n, {
      one: '1 weitere konnte ich nicht annehmen. Bitte hängen Sie sie in einer anderen Nachricht als Datei an.',
      other: `${n} weitere konnte ich nicht annehmen. Bitte hängen Sie sie in einer anderen Nachricht als Dateien an.`,
    }),
  edited:
    'Was später in diese Nachricht eingefügt wurde, hat niemand bekommen. Bitte senden Sie Bilder und Dateien in einer neuen Nachricht.',
  which: (n: number) => `Um welchen Ausfall geht es? (${count(n)})`,
  whichText: (files: number) =>
    formats.plural(files, {
      one: 'Noch hat das niemand bekommen. Wählen Sie einen aus:',
      other: 'Noch hat sie niemand bekommen. Wählen Sie einen Ausfall aus:',
    }),
  others: (n: number, files: number) => {
    const it = formats.plural(files, { one: 'es', other: 'sie' });
    return `Sie haben noch ${formats.plural(n, { one: '1 weiteren Ausfall', other: `${n} weitere Ausfälle` })}. Um ${it} dort hinzuzufügen, senden Sie ${it} noch einmal mit der Nummer des Ausfalls.`;
  },
  addTo: (name: string) => `Zu ${name} hinzufügen`,
  keepForReport: 'Für meine Meldung aufheben',
  chosenNot: 'Das habe ich nicht mehr. Bitte senden Sie es noch einmal.',

  refused: 'Diese Datei habe ich nicht angenommen:',
  unnamed: 'Ein Bild ohne Namen',
  why,

  news: (name: string, pictures: number, others: number) => {
    const seen = formats.plural(pictures, { one: 'Neues Bild', other: `${pictures} neue Bilder` });
    const rest = formats.plural(others, { one: pictures === 0 ? 'Neue Datei' : 'neue Datei', other: `${others} neue Dateien` });
    if (others === 0) return `${name}: ${seen}`;
    return pictures === 0 ? `${name}: ${rest}` : `${name}: ${formats.and([seen, rest])}`;
  },
  picture: (name: string) => `Bild: ${name}`,
  open: 'Wählen Sie ein Bild oder einen Namen, um das Original zu öffnen. Die Links funktionieren eine Woche lang.',
  openAgain:
    'Wählen Sie ein Bild oder einen Namen, um das Original zu öffnen. Die Links funktionieren eine Woche lang. Öffnen Sie danach diese Karte noch einmal.',
  fact: 'Dateien',
  held: (n: number, by: string) => `${count(n)}, zuletzt von ${by}. Zum Ansehen: „Mehr“, dann „Dateien anzeigen“.`,
  button: 'Dateien anzeigen',
  earlier: 'Frühere Dateien anzeigen',
  heading: (name: string) => `${name}: Bilder und Dateien`,
  removed: 'Nicht mehr hier',
  onlyThere: denial('not-here', 'Bilder und Dateien gibt es nur im Kanal des Supportdesks zu sehen.'),
  kind: {
    png: 'PNG',
    jpeg: 'JPEG',
    webp: 'WebP',
    gif: 'GIF',
    pdf: 'PDF',
    text: 'Text',
    zip: 'ZIP, nicht geöffnet',
  } satisfies Record<FileKind, string>,
  kilobytes: (n: number) => `${n} KB`,
  megabytes: (n: number) => `${formats.decimal(n)} MB`,
};
