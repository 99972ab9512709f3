/** The end of an outage, in German: resolve, transfer, merge, reopen, and what the reporter can answer. */
import type { OutageState } from '../../outage/types/outage.ts';
import { denial } from '../denial.ts';
import { formats } from './formats.ts';

/** What the reporter can do with a report that was sent. */
const reporter = {
  buttons: {
    correct: 'Meldung korrigieren',
    withdraw: 'Meldung zurückziehen',
    object: 'Es ist ein Ausfall',
    other: 'Es ist etwas anderes',
    notMerge: 'Nein, beide lassen',
    stillDown: 'Funktioniert noch nicht',
  },
  said: { works: 'Es funktioniert wieder.', better: 'Es ist besser.', down: 'Es funktioniert noch nicht.' },
  withdraw: {
    heading: (name: string) => (name ? `${name}: Meldung zurückziehen?` : 'Meldung zurückziehen?'),
    reason: 'Warum? (optional)',
    example: 'Ein Kabel war lose. Es funktioniert wieder.',
    send: 'Zurückziehen',
    audience:
      'Es wird niemand mehr alarmiert, und alle, die folgen, erfahren es. Wenn es doch noch nicht funktioniert, können Sie das auch später noch sagen.',
  },
  object: {
    heading: (name: string) => (name ? `${name}: Ist es ein Ausfall?` : 'Ist es ein Ausfall?'),
    reason: 'Was sollte der Support wissen? (optional)',
    example: 'In drei Ländern kann niemand buchen, und Aufträge warten',
    send: 'Es ist ein Ausfall',
    audience: 'Der Fall geht sofort zurück an den Support, und wir alarmieren die Einsatzleitung. Das ist nur einmal möglich.',
  },
  other: {
    heading: (name: string) => (name ? `${name}: Ist es etwas anderes?` : 'Ist es etwas anderes?'),
    reason: 'Was ist daran anders? (optional)',
    example: 'Bei uns begann es eine Stunde früher, und nur das Drucken geht nicht',
    send: 'Es ist etwas anderes',
    audience: 'Der Ausfall wird sofort wieder einzeln bearbeitet, und wir alarmieren die Einsatzleitung. Das ist nur einmal möglich.',
  },
  stillDown: {
    heading: (name: string) => (name ? `${name}: Funktioniert noch nicht?` : 'Funktioniert noch nicht?'),
    reason: 'Was funktioniert noch nicht?',
    example: 'Buchen geht, aber bei den Druckern kommt nichts an',
    send: 'Funktioniert noch nicht',
    audience: 'Der Ausfall wird unter derselben Nummer wieder geöffnet, und wir alarmieren sofort die Bereitschaft.',
  },
  notYours: (person: string) =>
    denial('not-yours', `Das kann nur die meldende Person tun: ${person}. Wenn Sie mehr wissen, sagen Sie es ihr, oder rufen Sie an.`),
  useButton: (person: string) => `${person}: Nutzen Sie die Schaltfläche unten. Nur Sie sehen, was Sie dort eingeben.`,
  whichOne: (names: string) => `Sie haben mehrere: ${names}. Schreiben Sie die Nummer dazu.`,
  told: 'Der Support weiß jetzt Bescheid.',
  toldWorks: 'Der Support weiß jetzt Bescheid. Wenn es vorbei ist, ziehen Sie die Meldung zurück. Bis dahin arbeitet er weiter daran.',
  notHere: (example: string) => `Hier haben Sie es nicht gemeldet. Schreiben Sie es im Chat mit mir, oder: ${example}.`,
  noneHere: 'Ich finde dazu keinen Ausfall von Ihnen. Schreiben Sie die Nummer, zum Beispiel OUT-1042, oder melden Sie mit /outage einen.',
};

/** `by` may be empty. */
const done = (by: string, when: string) => (by ? `von ${by}, ${when}` : when);
/** Why nothing can be done with an outage that has ended. */
const ended: Record<OutageState, (name: string, by: string, when: string, into: string) => string> = {
  reported: (name) => `${name} ist offen.`,
  acknowledged: (name) => `${name} ist offen.`,
  requested: (name) => `${name} ist eine Anfrage.`,
  transferred: (name, by, when) => `${name} wurde an ein anderes Team weitergeleitet: ${done(by, when)}.`,
  withdrawn: (name, by, when) => `${name} wurde zurückgezogen: ${done(by, when)}. Es ist nichts mehr zu tun.`,
  merged: (name, by, when, into) => `${name} wurde mit ${into} zusammengeführt: ${done(by, when)}. Machen Sie mit ${into} weiter.`,
  resolved: (name, by, when) => `${name} ist behoben: ${done(by, when)}. Es ist nichts mehr zu tun.`,
  closed: (name, by, when) => `${name} ist behoben: ${done(by, when)}. Der Ausfall ist geschlossen. Es ist nichts mehr zu tun.`,
};

export const ending = {
  reporter,
  ended,
  resolveForm: {
    heading: (name: string) => `${name}: Als behoben melden`,
    text: 'Was wurde getan, und was bleibt zu tun?',
    example: 'Was die Ursache war, was geholfen hat, seit wann es funktioniert, welche Daten oder Aufträge zu prüfen sind',
    send: 'Als behoben melden',
    audience: 'Dieser Thread, die meldende Person und alle, die folgen, sehen es. Es wird niemand mehr alarmiert.',
  },
  transfer: {
    heading: (name: string) => `${name}: Weiterleiten`,
    promise: (plan: string, reply: string) => `Das andere Team antwortet innerhalb von ${reply} (Supportplan: ${plan}).`,
    promised: (within: string, when: string) =>
      `Zugesagt war die Übernahme innerhalb von ${within}, also bis ${when}. Die meldende Person sieht beide Zusagen und kann einmal widersprechen.`,
    team: 'Welches Team antwortet?',
    reason: 'Warum ist es kein Ausfall?',
    example: 'Welcher der drei Punkte nicht zutrifft: produktiv, mehrere betroffen, Tagesgeschäft steht still',
    send: 'Weiterleiten',
    audience: 'Es wird niemand mehr alarmiert. Die meldende Person und alle, die folgen, sehen den Grund.',
  },
  merge: {
    heading: (name: string) => `${name}: Zusammenführen`,
    open: 'Auch offen:',
    number: 'Mit welchem Ausfall?',
    example: 'OUT-1042',
    send: 'Zusammenführen',
    audience: (name: string, into: string) =>
      `${name} endet, und die meldende Person bekommt ab dann die Updates zu ${into}. Um die Zusammenführung aufzuheben, schreiben Sie hier "unmerge".`,
    otherOne: 'dem anderen Ausfall',
    intoOther: 'dem anderen Ausfall',
    taken: (into: string, owner: string) => `Zuständig für ${into}: ${owner}.`,
    waiting: (into: string, promise: string) => `${into} ist noch nicht übernommen. ${promise}.`,
    question: (name: string, into: string) => `Ist ${name} derselbe Ausfall wie ${into}?`,
    saidApart: (by: string, when: string) => `Festgestellt von ${by}, ${when}: Es sind zwei verschiedene Ausfälle.`,
    apart: (into: string) => `Es ist nicht derselbe Ausfall wie ${into}.`,
    notMerged: (name: string) => `${name} ist mit keinem anderen Ausfall zusammengeführt.`,
    partOfIt: (count: number, names: string, first: string) =>
      `${formats.plural(count, { one: `${names} gehört dazu.`, other: `${names} gehören dazu.` })} Um das aufzuheben: unmerge ${first}.`,
    notANumber: 'Schreiben Sie eine Nummer, zum Beispiel OUT-1042.',
    unknown: 'Ich kenne keinen Ausfall mit dieser Nummer.',
  },
  reopen: {
    heading: (name: string) => `${name}: Wieder öffnen`,
    reason: 'Was funktioniert noch nicht?',
    example: 'Was wieder ausgefallen ist und seit wann',
    send: 'Wieder öffnen',
    audience: 'Sie sind dann zuständig. Nummer und Threads bleiben gleich, und alle erfahren es.',
  },
};
