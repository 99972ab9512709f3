/** Joining an outage that is open, who is affected, and making several outages one. In German. */
import type { Similarity } from '../../outage/types/affected.ts';
import { denial } from '../denial.ts';
import { formats } from './formats.ts';

export const affected = {
  notAdded:
    'Sie haben diesen Ausfall schon gemeldet oder sich als betroffen eingetragen. Was Sie geschrieben haben, wurde nicht hinzugefügt. Wir bewahren es einen Tag auf: Mit /outage machen Sie weiter und senden es auch.',
  offer: {
    heading: (count: number) => formats.plural(count, { one: 'Ist es dieser Ausfall?', other: 'Ist es einer dieser Ausfälle?' }),
    text: 'Der Support weiß schon davon. Wenn Sie auch betroffen sind, genügt ein Tippen: Sie bekommen dann jedes Update und müssen nichts doppelt eingeben.',
    textUnreached:
      'Das ist schon gemeldet. Wenn Sie auch betroffen sind, genügt ein Tippen: Sie bekommen dann jedes Update und müssen nichts doppelt eingeben.',
    justReported: (by: string, ago: string, name: string) => `Schon vor ${ago} von ${by} gemeldet: ${name}`,
    ownJustReported: (ago: string, name: string) => `Das haben Sie vor ${ago} schon gemeldet: ${name}`,
    severalJustReported: 'Das ist vielleicht schon gemeldet',
    notSent:
      'Ihre Meldung ist noch nicht gesendet, und nichts ist verloren. Wenn Sie sich hier eintragen, bekommt der Support auch Ihren Text. Die Frist der ersten Meldung gilt weiter.',
    notSentOwn:
      'Ihre Meldung ist noch nicht gesendet, und nichts ist verloren. Die Updates dieses Ausfalls bekommen Sie schon. Wenn es derselbe ist, müssen Sie nicht noch einmal senden.',
    more: (count: number) =>
      formats.plural(count, { one: '1 weiterer ist offen und fehlt hier.', other: `${count} weitere sind offen und fehlen hier.` }),
    item: (name: string, title: string) => `${name}: ${title}`,
    reported: (by: string, ago: string, when: string) => `Gemeldet von ${by} vor ${ago}, ${when}`,
    ownReported: (ago: string, when: string) => `Von Ihnen gemeldet vor ${ago}, ${when}`,
    acknowledgeBy: (when: string) => `Jemand vom Support übernimmt bis ${when}.`,
    acknowledgeWas: (when: string) =>
      `Wir haben die Übernahme bis ${when} zugesagt und sind zu spät. Wir alarmieren jetzt weitere Personen in Teams.`,
    acknowledged: (by: string, when: string, next: string) => `Übernommen von ${by}, ${when}. Nächstes Update bis ${next}.`,
    acknowledgedLate: (by: string, when: string, due: string) =>
      `Übernommen von ${by}, ${when}. Das nächste Update war bis ${due} zugesagt. Es ist überfällig, und wir haben es angefordert.`,
    lastUpdate: (text: string) => `Letztes Update: ${text}`,
    join: 'Wir sind auch betroffen',
    joinOne: (name: string) => `Auch betroffen: ${name}`,
    other: 'Nein, etwas anderes',
    sendToo: 'Trotzdem senden',
    ended: 'Dieser Ausfall ist schon beendet. Sie wurden nicht eingetragen. Setzen Sie Ihre eigene Meldung fort.',
  },

  joined: {
    since: (when: string) => `Seit ${when} sind Sie als betroffen eingetragen. Jedes Update kommt hierher.`,
    inCompany: (name: string, people: string) => `${name}, auch betroffen: ${people}`,
    noPhone: 'Der Support hat Ihre Telefonnummer nicht. Wenn Sie sie angeben, kann er Sie zurückrufen.',
    addPhone: 'Meine Nummer angeben',
    leave: 'Nicht mehr betroffen',
    left: (name: string) => `Sie haben sich bei ${name} ausgetragen`,
    leftHere: (name: string) => `Jemand hier hat sich bei ${name} ausgetragen`,
    leftText: 'Sie bekommen dazu keine Updates mehr. Wenn bei Ihnen etwas ausgefallen ist, melden Sie es.',
    notJoined: denial('not-yours', 'Das können nur Personen, die hier als betroffen eingetragen sind.'),
    forJoined: (mention: string) => `${mention}: Sie sind hier als betroffen eingetragen.`,
    yours: (own: string, name: string) => `Sie sind bei ${own} als betroffen eingetragen. Das ist derselbe Ausfall wie ${name}.`,
  },
  pulse: {
    question: { open: 'Wie ist es jetzt bei Ihnen?', ended: 'Funktioniert es bei Ihnen?' },
    titles: { down: 'Funktioniert noch nicht', better: 'Besser', works: 'Funktioniert', worksAgain: 'Funktioniert wieder' },
    counted: 'Danke. Der Support sieht, wie viele das sagen.',
    staysOpen:
      'Für die anderen bleibt der Ausfall offen, bis der Support ihn als behoben meldet. Wenn es wieder ausfällt, schreiben Sie "still down".',
    reopened: 'Der Ausfall ist wieder offen, und wir alarmieren jetzt die Bereitschaft.',
    notYours: denial(
      'not-yours',
      'Das können nur Personen sagen, die diesen Ausfall gemeldet haben oder als betroffen eingetragen sind. Wenn bei Ihnen etwas ausgefallen ist, melden Sie es.',
    ),
    fact: 'Rück\u00ADmeldungen',
    /** Stand in a sentence and in parentheses. */
    says: { down: 'es funktioniert noch nicht', better: 'es ist besser', works: 'es funktioniert' },
    count: {
      down: (count: number) => `funktioniert noch nicht: ${count}`,
      better: (count: number) => `besser: ${count}`,
      works: (count: number) => `funktioniert: ${count}`,
    },
    counts: (counts: readonly string[], of: number) => `${formats.list(counts)} (von ${of} Betroffenen)`,
    stillDown: (count: number, of: number) =>
      formats.plural(count, {
        one: `${count} von ${of} Betroffenen sagt, dass es noch nicht funktioniert.`,
        other: `${count} von ${of} Betroffenen sagen, dass es noch nicht funktioniert.`,
      }),
  },
  phoneForm: {
    heading: (name: string) => `${name}: Ihre Telefonnummer`,
    phone: 'Telefon, mit Ländervorwahl',
    example: '+49 30 23125 123',
    send: 'Nummer speichern',
    audience: 'Nur der Support sieht sie.',
  },

  desk: {
    fact: 'Betroffene',
    people: (count: number) => formats.plural(count, { one: `${count} Person ist betroffen`, other: `${count} Personen sind betroffen` }),
    count: (count: number, names: string, more: number) => {
      const all = more > 0 ? `${names} und ${more} weitere` : names;
      return formats.plural(count, { one: `${count} Person ist betroffen: ${all}`, other: `${count} Personen sind betroffen: ${all}` });
    },
    news: (name: string, by: string) => `${name}, auch betroffen: ${by}`,
    manyNews: (name: string, count: number) =>
      formats.plural(count, { one: `${name}: ${count} Person ist betroffen`, other: `${name}: ${count} Personen sind betroffen` }),
    where: (project: string, environment: string) => `${project}, ${environment}`,
    newsText: 'Alle Betroffenen bekommen jedes Update. Ihre Kontaktdaten stehen unter „Mehr“, „Betroffene anzeigen“.',
    button: 'Betroffene anzeigen',
    heading: (name: string) => `${name}: Wer betroffen ist`,
    reporter: 'Hat den Ausfall gemeldet',
    reported: (name: string) => `Hat ihn als ${name} gemeldet`,
    joinedAt: (when: string) => `Eingetragen seit ${when}`,
    joinedOther: (name: string, when: string) => `Eingetragen bei ${name} seit ${when}`,
    noPhone: 'Keine Telefonnummer',
    said: (text: string) => `„${text}“`,
    earlier: (count: number) =>
      formats.plural(count, { one: '1 weitere Person fehlt hier.', other: `${count} weitere Personen fehlen hier.` }),
    onlyThere: denial('not-here', 'Wer betroffen und wie zu erreichen ist, steht nur im Kanal des Supportdesks.'),
  },

  gathered: {
    heading: {
      environment: (count: number) => `${count} Ausfälle gleichzeitig in einer Umgebung`,
      project: (count: number) => `${count} ähnliche Ausfälle bei einem Kunden`,
      scenario: (count: number) => `${count} Ausfälle sehen gleich aus`,
    } satisfies Record<Similarity, (count: number) => string>,
    what: (scenario: string) => `Bei allen: ${scenario}`,
    line: (name: string, where: string, reporter: string) => `${name}: ${where}, gemeldet von ${reporter}`,
    rest: (count: number) => formats.plural(count, { one: '1 weiterer fehlt hier.', other: `${count} weitere fehlen hier.` }),
    text: (name: string) =>
      `Wenn es ein einziger Ausfall ist, führen Sie sie zusammen. Dann gehören alle noch offenen zu ${name}, dem zuerst gemeldeten, und alle meldenden Personen bekommen die Updates dazu. Um eine Zusammenführung aufzuheben, schreiben Sie "unmerge".`,
    button: 'Zusammenführen',
    timeline: (count: number) => formats.plural(count, { one: '1 anderer Ausfall', other: `${count} andere Ausfälle` }),
  },
  mergedDuplicates: {
    heading: (count: number, into: string) =>
      count === 0
        ? `Nichts wurde mit ${into} zusammengeführt`
        : formats.plural(count, { one: `1 Ausfall mit ${into} zusammengeführt`, other: `${count} Ausfälle mit ${into} zusammengeführt` }),
    merged: (names: string) => `Zusammengeführt: ${names}.`,
    before: (names: string) => `Gehörten schon dazu: ${names}.`,
    not: (name: string, state: string) => `Nicht zusammengeführt: ${name} (${state}).`,
    since: (count: number, names: string) =>
      formats.plural(count, {
        one: `${count} weiterer sieht gleich aus und kam seitdem dazu: ${names}.`,
        other: `${count} weitere sehen gleich aus und kamen seitdem dazu: ${names}.`,
      }),
  },
};
