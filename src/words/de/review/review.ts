/** The review of an outage, in German: what its card and its form say, its news, and the Markdown of it. */
import { formats } from '../formats.ts';

const updatesOf = (all: number) => formats.plural(all, { one: '1 Update', other: `${all} Updates` });
const peopleOf = (all: number) => formats.plural(all, { one: '1 Person', other: `${all} Personen` });

export const review = {
  button: 'Nachbereitung schreiben',
  fillIn: 'Nachbereitung ausfüllen',
  edit: 'Nachbereitung bearbeiten',
  show: 'Nachbereitung anzeigen',
  markdown: 'Als Markdown anzeigen',
  heading: (name: string) => `${name}: Nachbereitung`,
  notYet: (name: string, state: string) =>
    `${name} ist noch nicht vorbei (${state}). Die Nachbereitung können Sie schreiben, sobald der Ausfall behoben, weitergeleitet oder zurückgezogen ist.`,
  merged: (name: string, into: string) =>
    `${name} gehört jetzt zu ${into}. Schreiben Sie die Nachbereitung von ${into}: /outage review ${into}.`,
  request: (name: string) => `${name} ist eine Supportanfrage. Eine Nachbereitung gibt es nur für Ausfälle.`,
  practice: 'Das war eine Übung. Sie können die Nachbereitung üben. An Maßnahmen wird niemand erinnert.',
  unsaved: 'Noch hat niemand eine Nachbereitung gespeichert. Unten steht, was aufgezeichnet ist.',
  saved: (who: string, when: string) => `Gespeichert von ${who}, ${when}.`,
  lasted: (time: string, from: string, until: string) => `Dauer: ${time}, von ${from} bis ${until}.`,
  facts: {
    summary: 'Zusammen\u00ADfassung',
    review: 'Nachbereitung',
    promise: 'Zusage',
    updates: 'Updates',
    gaps: 'Lücken',
    affected: 'Betroffen',
    told: 'Informiert',
    cause: 'Ursache',
    helped: 'Was geholfen hat',
    followUps: 'Was wir ändern',
    timeline: 'Zeitachse',
  },
  kept: (after: string, within: string) => `Übernommen nach ${after}, zugesagt innerhalb von ${within}: eingehalten`,
  broken: (after: string, within: string) => `Übernommen nach ${after}, zugesagt innerhalb von ${within}: nicht eingehalten`,
  never: 'Niemand hat übernommen.',
  updates: (inTime: number, all: number) => (all === 0 ? 'Es war kein Update fällig.' : `${inTime} von ${updatesOf(all)} rechtzeitig`),
  update: (due: string, late: string) => (late ? `Fällig bis ${due}: ${late} zu spät` : `Fällig bis ${due}: rechtzeitig`),
  gap: (time: string, from: string, until: string) => `${time} ohne Nachricht, von ${from} bis ${until}`,
  noGap: 'Keine Lücke war länger als der Abstand zwischen zwei Updates.',
  people: (place: string, people: number) => `${place}: ${peopleOf(people)}`,
  merges: (outages: number) => `Damit zusammengeführt: ${formats.plural(outages, { one: '1 Ausfall', other: `${outages} Ausfälle` })}`,
  told: (when: string, what: string, came: number, all: number) =>
    `${when}: ${what}, an ${came} von ${formats.plural(all, { one: '1 Ort', other: `${all} Orten` })}`,
  nothingTold: 'Es wurde nichts gesendet.',
  open: 'Noch nicht geschrieben',
  followUp: (text: string, who: string, day: string) => `${text} (${who}, bis ${day})`,
  done: (text: string, who: string, when: string) => `\u2713 ${text} (erledigt von ${who}, ${when})`,
  numberDone: (number: number) => `${number} als erledigt markieren`,
  markDone: 'Als erledigt markieren',
  state: (who: string, when: string, done: number, all: number) =>
    `Gespeichert von ${who}, ${when}${all > 0 ? `; ${done} von ${formats.plural(all, { one: '1 Maßnahme', other: `${all} Maßnahmen` })} erledigt` : ''}`,
  gone: 'Diese Maßnahme steht nicht mehr in der Nachbereitung.',
  wasDone: (name: string) => `Die Maßnahme zu ${name} ist erledigt.`,

  form: {
    heading: (name: string) => `${name}: Nachbereitung schreiben`,
    cause: 'Was war die Ursache?',
    helped: 'Was hat geholfen?',
    text: (number: number) => `Maßnahme ${number}: Was ändern wir?`,
    owner: (number: number) => `Maßnahme ${number}: zuständig`,
    day: (number: number) => `Maßnahme ${number}: bis wann`,
    send: 'Nachbereitung speichern',
    audience:
      'Nur der Supportdesk liest sie. Wer für eine Maßnahme zuständig ist, wird an ihrem Tag um 09:00 erinnert, in der Zeitzone des Supportdesks.',
    more: 'Um eine Maßnahme zu entfernen, leeren Sie ihren Text. Um weitere hinzuzufügen, speichern Sie und bearbeiten Sie die Nachbereitung noch einmal.',
    noOwner: 'Wählen Sie einen Engineer des Supportdesks.',
    noDay: (day: string) => `Wählen Sie einen Tag nach heute und vor dem Löschen dieser Nachbereitung. Gelöscht wird sie: ${day}.`,
    saved: 'Die Nachbereitung ist gespeichert.',
  },

  news: {
    saved: (name: string) => `${name}: Nachbereitung gespeichert`,
    yours: (mention: string) => `${mention}: Für eine Maßnahme sind Sie zuständig.`,
    due: (name: string) => `${name}: Eine Maßnahme ist fällig`,
    yoursDue: (mention: string) => `${mention}: Für diese Maßnahme sind Sie zuständig.`,
    dueText: (day: string) => `Sie ist bis ${day} fällig.`,
    noEngineer: (owner: string, day: string) =>
      `Sie ist bis ${day} fällig. ${owner} ist nicht mehr Engineer des Supportdesks: Bearbeiten Sie die Nachbereitung, um die Maßnahme jemand anderem zu geben.`,
    done: (name: string) => `${name}: Maßnahme erledigt`,
  },
  message: {
    reviewed: 'Nachricht, dass eine Nachbereitung gespeichert wurde',
    'follow-up-due': 'Erinnerung an eine Maßnahme',
    'follow-up-done': 'Nachricht, dass eine Maßnahme erledigt ist',
  },
  timeline: {
    reviewed: () => 'hat die Nachbereitung gespeichert',
    'follow-up-due': (more: string) => `Eine Maßnahme war fällig: ${more}`,
    'follow-up-done': (more: string) => `hat eine Maßnahme erledigt${more && `: ${more}`}`,
  },

  zone: (zone: string) => `Die Zeiten sind in UTC. Zeitzone des Supportdesks: ${zone}.`,
  copy: 'Markdown für Ihr Wiki',
  cut: 'Der Rest fehlt, weil auf dieser Karte kein Platz dafür ist. Wer den Supportdesk betreibt, bekommt alles: npx outage-desk review.',
};
