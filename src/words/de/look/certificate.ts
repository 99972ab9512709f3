/** The certificate of an outage, in German: the card that gives it, and the pages of its PDF. */
import type { Certificate, Happened, Reader } from '../../../certificate/document.ts';
import type { Outcome } from '../../../certificate/promises.ts';
import { denial } from '../../denial.ts';
import { formats } from '../formats.ts';

const kept = (count: number, of: number): string => {
  if (of === 0) return 'Noch war keine Zusage fällig.';
  if (count === of && of > 1) return `Alle ${of} Zusagen wurden eingehalten.`;
  return formats.plural(of, {
    one: `${count} von 1 Zusage wurde eingehalten.`,
    other: `${count} von ${of} Zusagen wurden eingehalten.`,
  });
};

export const certificate = {
  button: 'Nachweis anzeigen',
  heading: (name: string) => `${name}: Nachweis`,
  about:
    'Eine signierte Datei für Ihre Unterlagen: wann gemeldet und übernommen wurde, die Zeiten aller Updates und welche Zusagen eingehalten wurden.',
  notOver: 'Der Ausfall ist noch nicht vorbei: Die Datei zeigt den Stand bis jetzt. Rufen Sie sie am Ende noch einmal ab.',
  kept,
  until: (when: string) =>
    `Die Links funktionieren bis ${when}. Wer einen hat, kann ihn öffnen. Geben Sie deshalb die Datei weiter, nicht den Link.`,
  openPdf: 'PDF öffnen',
  openJson: 'JSON öffnen',
  truth: 'Das PDF ist zum Lesen. Es enthält das signierte JSON, und das ist maßgeblich. In beiden steht, wie Sie sie prüfen.',
  none: (name: string) => denial('not-now', `Für ${name} gibt es keinen Nachweis. Den gibt es nur für Ausfälle.`),
  noKey: {
    desk: 'Dieser Supportdesk hat keinen Schlüssel zum Signieren. Fragen Sie die Betreiber danach: npx outage-desk keys.',
    reporter: 'Der Support signiert hier noch keine Nachweise. Bitten Sie ihn um einen Bericht über den Ausfall.',
  } satisfies Record<Reader, string>,
  noAddress: {
    desk: (name: string) =>
      `Ich habe keine Adresse für Dateien, deshalb erstellen die Betreiber des Supportdesks diesen Nachweis: npx outage-desk certificate ${name} FILE.pdf`,
    reporter: (name: string) => `Ich kann Ihnen hier keinen Link dazu geben. Bitten Sie den Support um den Nachweis für ${name}.`,
  } satisfies Record<Reader, (name: string) => string>,

  pdf: {
    title: (name: string) => `Nachweis über den Ausfall ${name}`,
    says: (desk: string, when: string) => `So steht es in der Aufzeichnung von ${desk}. Ausgestellt: ${when}.`,
    notOver: 'Der Ausfall ist noch nicht vorbei. Das ist der Stand bis jetzt.',
    fact: {
      outage: 'Ausfall',
      desk: 'Supportdesk',
      customer: 'Kunde',
      environment: 'Umgebung',
      scenario: 'Szenario',
      state: 'Status',
      affected: 'Betroffene Personen',
      reader: 'Erstellt für',
    },
    state: {
      reported: 'Gemeldet, noch nicht übernommen',
      acknowledged: 'Übernommen, in Arbeit',
      transferred: 'An ein anderes Team weitergeleitet',
      withdrawn: 'Von der meldenden Person zurückgezogen',
      merged: 'Mit einem anderen Ausfall zusammengeführt',
      resolved: 'Behoben',
      closed: 'Behoben und geschlossen',
    } satisfies Record<Certificate['state'], string>,
    reader: {
      reporter: 'die meldende Person: Personen anderer Kunden sind nicht mitgezählt',
      desk: 'den Supportdesk',
    } satisfies Record<Reader, string>,
    times: (zone: string) => `Die Zeiten sind in UTC. Darunter steht jeweils die Zeit in der Zeitzone ${zone}.`,
    promises: 'Zusagen',
    what: 'Was zugesagt war',
    promise: { acknowledge: 'Eine namentlich genannte Person übernimmt', update: 'Das nächste Update kommt' },
    due: 'Bis',
    done: 'Erledigt',
    result: 'Ergebnis',
    outcome: {
      kept: 'Eingehalten',
      late: 'Zu spät',
      open: 'Noch nicht fällig',
      ended: 'Vor der Frist beendet',
      unknown: 'Nicht bekannt: Aufzeichnungen wurden wiederhergestellt',
    } satisfies Record<Outcome, string>,
    lateBy: (late: string) => `${late} zu spät`,
    notDone: '\u2013',
    history: 'Was passiert ist und wann informiert wurde',
    when: 'Wann',
    event: 'Was',
    happened: {
      reported: () => 'Dem Supportdesk gemeldet',
      promoted: () => 'Der Supportdesk hat festgestellt, dass die Anfrage ein Ausfall ist',
      acknowledged: (by) => (by ? `Übernommen von ${by}` : 'Übernommen'),
      'taken-back': () => 'Die Übernahme wurde rückgängig gemacht',
      'handed-over': (by) => (by ? `Jetzt zuständig: ${by}` : 'Jetzt ist jemand anderes zuständig'),
      released: () => 'An die Bereitschaft zurückgegeben',
      updated: () => 'Update an alle, die folgen',
      transferred: (team) => `An ${team} weitergeleitet`,
      objected: () => 'Widerspruch der meldenden Person',
      withdrawn: () => 'Von der meldenden Person zurückgezogen',
      merged: (into) => `Mit ${into} zusammengeführt; Updates kamen von dort`,
      resolved: () => 'Behoben',
      reopened: () => 'Wieder geöffnet: Es war noch nicht vorbei',
      closed: () => 'Geschlossen',
      'desk-unreached': () => 'Die Meldung hatte den Kanal des Supportdesks nicht erreicht, und die meldende Person wurde informiert',
      'desk-reached': () => 'Die Meldung hat den Kanal des Supportdesks erreicht',
      restored: (since) =>
        `Aufzeichnungen wurden aus einer Sicherung wiederhergestellt: Über die Zeit von ${since} bis zu diesem Zeitpunkt ist nichts bekannt`,
    } satisfies Record<Happened, (more: string) => string>,
    check: 'So prüfen Sie den Nachweis',
    holds: 'Dieses PDF enthält die signierte Datei certificate.json. Wenn eine Seite davon abweicht, gilt die Datei.',
    how: {
      file: (key: string) =>
        `Diese Datei ist ein JWS (RFC 7515) und mit Ed25519 (RFC 8037) signiert. Der Inhalt steht als base64url in „payload“. Der Schlüssel ist ${key}.`,
      save: (from: string, file: string) =>
        `Speichern Sie den öffentlichen Schlüssel mit dieser ID als key.pem (Quelle: ${from}) und diese Datei als ${file}. Führen Sie dann aus:`,
      fromDesk: 'der Support, auf einem Weg, dem Sie vertrauen',
      verified:
        'Der vierte Befehl meldet „Signature Verified Successfully“, und der letzte zeigt, was signiert ist. Sonst ist in dieser Datei nichts signiert.',
      takeOut:
        'Ein PDF enthält diese Datei: pdfdetach -saveall certificate.pdf holt sie heraus. Es gilt diese Datei; die Seiten eines PDF sind zum Lesen da.',
    },
    record: (events: number, head: string) =>
      `Ereignis ${events} in der Aufzeichnung des Ausfalls hat diesen Hash über alle vorherigen Ereignisse: ${head}`,
    missing:
      'Das Zeichen ? steht für einen Buchstaben, den dieses PDF nicht darstellen kann. In der Datei certificate.json steht jeder Buchstabe.',
    page: (name: string, page: number, of: number) => `${name}, Seite ${page} von ${of}`,
    hash: (hash: string) => `SHA-256 von certificate.json: ${hash}`,
  },
};
