/** On-call, in German: who has it, who takes it, and why somebody is called. */
import type { Level } from '../../outage/types/values.ts';
import type { CalledBefore } from '../en/on-call.ts';
import { the } from './common/names.ts';
import { formats } from './formats.ts';

const title: Record<Level, string> = { primary: 'Erste Bereitschaft', secondary: 'Zweite Bereitschaft', 'duty-manager': 'Einsatzleitung' };

const [minute, hour] = [formats.duration(60_000), formats.duration(3_600_000)];
/** "jede Stunde", "alle 2 Stunden". */
const every = (ms: number): string => {
  const length = formats.duration(ms);
  return length === minute ? 'jede Minute' : length === hour ? 'jede Stunde' : `alle ${length}`;
};

/** Why the engine calls somebody. */
export function whyCalled(mention: string, level: Level | 'owner', before: CalledBefore | null): string {
  const role = `${mention}: Sie ${level === 'owner' ? 'sind zuständig' : `haben ${the[level]}`}`;
  if (before === null) return `${role}.`;
  const { who, when } = before;
  if (who === 'you') return `${role}. Sie wurden schon einmal alarmiert: ${when}.`;
  const names = formats.and(who.map((one) => the[one]));
  return `${role}. Bisher ohne Antwort alarmiert: ${names}, ${who.length > 1 ? `zuletzt ${when}` : when}.`;
}

export const onCall = {
  title,
  heading: 'Bereitschaft',
  week: (zone: string) => `Die nächsten 7 Tage, Zeitzone ${zone}: \u2713 rund um die Uhr besetzt, \u26A0 zeitweise nicht besetzt`,
  atOnce: 'jetzt',
  hole: (from: string, until: string) => `\u26A0 Niemand von ${from} bis ${until}`,
  holeOn: (from: string) => `\u26A0 Niemand ab ${from}`,
  moreHoles: (more: number) => formats.plural(more, { one: '\u26A0 Und noch 1 Lücke', other: `\u26A0 Und noch ${more} Lücken` }),
  summary: (primary: string) => `Jetzt in Bereitschaft: ${primary}`,
  now: (who: string) => `Jetzt: ${who}`,
  from: (when: string, who: string) => `${when}: ${who}`,
  allTheTime: (who: string) => `${who}, die nächsten 14 Tage`,
  nobody: '\u26A0 niemand',
  more: (changes: number) =>
    formats.plural(changes, {
      one: 'Und 1 weiterer Wechsel innerhalb von 14 Tagen.',
      other: `Und ${changes} weitere Wechsel innerhalb von 14 Tagen.`,
    }),
  byHand: 'Hier geändert',
  has: (who: string, level: Level, until: string) => `${who} hat ${the[level]} bis ${until}`,
  covers: (who: string, insteadOf: string, until: string) => `${who} vertritt ${insteadOf} bis ${until}`,

  take: 'Bereitschaft übernehmen',
  cover: 'Jemanden vertreten',
  end: 'Bereitschaft beenden',
  back: 'Zurück',

  takeForm: {
    heading: 'Bereitschaft übernehmen',
    what: 'Was übernehmen Sie?',
    send: 'Bereitschaft übernehmen',
    note: 'Bis dahin werden auf dieser Stufe nur Sie alarmiert. Sie können die Bereitschaft jederzeit vorher beenden.',
  },
  coverForm: {
    heading: 'Jemanden vertreten',
    what: 'Wen vertreten Sie?',
    send: 'Vertreten',
    note: 'Bis dahin werden Sie statt dieser Person alarmiert, auf allen ihren Stufen. Sie können die Bereitschaft jederzeit vorher beenden.',
  },
  endForm: {
    heading: 'Bereitschaft beenden',
    what: 'Was beenden Sie?',
    send: 'Bereitschaft beenden',
    note: 'Ab jetzt werden wieder die Personen im Bereitschaftsplan alarmiert.',
  },
  untilDate: 'Bis zu welchem Tag?',
  untilTime: (zone: string) => `Bis zu welcher Uhrzeit in der Zeitzone ${zone}?`,

  errors: {
    choose: 'Wählen Sie etwas aus.',
    'not-a-time': 'Wählen Sie einen Tag und eine Uhrzeit.',
    past: 'Dieser Zeitpunkt ist vorbei. Wählen Sie einen späteren.',
    'too-far':
      'Wählen Sie einen Zeitpunkt innerhalb von 14 Tagen. Wenn es länger sein soll, ändern Sie den Bereitschaftsplan in der Desk-Datei.',
  },
  took: (level: Level, until: string) => `Sie haben ${the[level]} bis ${until}.`,
  covering: (insteadOf: string, until: string) => `Sie vertreten ${insteadOf} bis ${until}.`,
  ended: 'Diese Bereitschaft ist für Sie beendet.',
  noneOfYours: 'Sie haben hier keine Bereitschaft übernommen.',

  news: {
    before: 'Ihre Bereitschaft beginnt bald',
    begins: 'Sie haben jetzt Bereitschaft',
    less: 'Ein Teil Ihrer Bereitschaft ist beendet',
    ends: 'Ihre Bereitschaft ist beendet',
    not: 'Sie haben doch keine Bereitschaft',
    role: (level: Level, from: string, until: string | null) =>
      until === null ? `Ab ${from} haben Sie ${the[level]}.` : `Von ${from} bis ${until} haben Sie ${the[level]}.`,
    still: (level: Level, until: string | null) => `Sie haben weiterhin ${the[level]}${until === null ? '' : ` bis ${until}`}.`,
    lost: (levels: readonly Level[], at: string) => `Seit ${at} nicht mehr bei Ihnen: ${formats.and(levels.map((level) => title[level]))}.`,
    notThen: (at: string) => `Jemand anderes hat Ihre Bereitschaft übernommen, ab ${at}.`,
    above: (levels: readonly { readonly level: Level; readonly who: string }[]) =>
      levels.length === 0
        ? 'Über Ihrer Stufe hat niemand Bereitschaft.'
        : `Über Ihrer Stufe: ${formats.and(levels.map(({ level, who }) => `${the[level]} (${who})`))}.`,
    handOver:
      'Um sie abzugeben, bitten Sie jemanden aus dem Team, mir /outage on-call zu schreiben und „Jemanden vertreten“ zu wählen. Das gilt sofort.',
    takeBack: 'Wenn Sie trotzdem Bereitschaft haben möchten: „Bereitschaft anzeigen“, dann „Bereitschaft übernehmen“.',
    noneOpen: 'Es ist kein Ausfall offen.',
    open: (count: number) => formats.plural(count, { one: '1 Ausfall ist offen:', other: `${count} Ausfälle sind offen:` }),
    owned: (count: number) =>
      formats.plural(count, {
        one: 'Für 1 davon sind Sie zuständig, und das bleibt so. Um ihn zu übergeben, schreiben Sie in seinem Thread "hand over" und einen Namen.',
        other: `Für ${count} davon sind Sie zuständig, und das bleibt so. Um einen zu übergeben, schreiben Sie in seinem Thread "hand over" und einen Namen.`,
      }),
    more: (count: number) => `Und noch ${count}.`,
    week: 'Bereitschaft in dieser Woche',
    gaps: 'Nächste 30 Tage',
    noGaps: 'Rund um die Uhr hat jemand Bereitschaft.',
    lastWeek: 'Letzte Woche',
    kept: (outages: number, inTime: number) =>
      outages === 0
        ? 'Es wurde kein Ausfall gemeldet.'
        : formats.plural(outages, {
            one: `1 Ausfall wurde gemeldet und ${inTime === 1 ? '' : 'nicht '}rechtzeitig übernommen.`,
            other: `${outages} Ausfälle wurden gemeldet, ${inTime} davon rechtzeitig übernommen.`,
          }),
    show: 'Bereitschaft anzeigen',
  },

  calendar: {
    open: 'Zum Kalender hinzufügen',
    heading: 'Bereitschaft in Ihrem Kalender',
    what: 'Wessen Bereitschaft?',
    mine: (name: string) => `Meine (${name})`,
    note: 'Sie bekommen eine Adresse für Ihre Kalender-App.',
    secret: 'Geben Sie die Adresse nicht weiter: Wer sie hat, kann diese Bereitschaftszeiten und die Namen darin lesen.',
    has: (whose: string) => `Sie haben schon eine Adresse für: ${whose}. Wenn Sie eine neue erstellen, funktioniert die alte nicht mehr.`,
    make: 'Adresse erstellen',
    withdraw: 'Adresse zurückziehen',
    made: (whose: string) => `Ihre Kalenderadresse für: ${whose}`,
    address: 'Adresse',
    once: 'Kopieren Sie die Adresse jetzt. Ich speichere sie nicht und kann sie nicht noch einmal anzeigen.',
    how: 'In Outlook oder Teams: Kalender > Kalender hinzufügen > „Aus dem Internet abonnieren“. Ihre App aktualisiert sich dann selbst, meist alle paar Stunden.',
    title: (what: string, who: string) => `${what}: ${who}`,
    ofLevel: (level: Level) => title[level],
    ofPerson: (name: string) => `Bereitschaft: ${name}`,
    nobody: 'niemand',
    withdrawn: (whose: string) => `Diese Adresse funktioniert nicht mehr: ${whose}.`,
    none: 'Dafür haben Sie keine Adresse.',
    off: 'Ich kann keine Kalenderadressen erstellen, weil Kalender-Apps mich nicht erreichen. Wer mich betreibt, kann das mit der Einstellung PUBLIC_URL ändern.',
  },

  plan: {
    label: 'Wenn niemand übernimmt',
    calls: (when: string, level: Level, who: string) => `${when}: ${title[level]}, ${who}`,
    again: (when: string, everyMs: number, levels: readonly Level[]) =>
      `${when} und dann ${every(everyMs)}: ${formats.list(levels.map((level) => title[level]))}`,
  },
};
