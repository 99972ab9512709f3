/** What the check whether it would work tonight finds, and what to do about it, in German. */
import type { Level } from '../../../outage/types/values.ts';
import { the, uncallable } from '../common/names.ts';
import { formats } from '../formats.ts';
import { onCall } from '../on-call.ts';

/** At the beginning of a sentence. */
const The: Record<Level, string> = {
  primary: 'Die erste Bereitschaft',
  secondary: 'Die zweite Bereitschaft',
  'duty-manager': 'Die Einsatzleitung',
};
/** In the genitive. */
const ofThe: Record<Level, string> = {
  primary: 'der ersten Bereitschaft',
  secondary: 'der zweiten Bereitschaft',
  'duty-manager': 'der Einsatzleitung',
};
const namesOf = (levels: readonly Level[]): string => formats.and(levels.map((level) => the[level]));

export const check = {
  heading: (troubles: number) =>
    formats.plural(troubles, {
      one: 'Würde heute Nacht alles funktionieren? 1 Problem gefunden.',
      other: `Würde heute Nacht alles funktionieren? ${troubles} Probleme gefunden.`,
    }),
  fine: 'Würde heute Nacht alles funktionieren? Kein Problem gefunden.',
  looked: (until: string) => `Geprüft: Bereitschaftsplan bis ${until}, Eskalation, Projekte und Telefonnummern.`,
  more: (findings: number) =>
    formats.plural(findings, {
      one: 'Es gibt 1 weiteres. Beheben Sie zuerst diese, und prüfen Sie dann noch einmal.',
      other: `Es gibt ${findings} weitere. Beheben Sie zuerst diese, und prüfen Sie dann noch einmal.`,
    }),
  gap: (level: Level | null, from: string, until: string, more: number) => {
    const again = more > 0 ? ` und noch ${more}-mal innerhalb von 30 Tagen` : '';
    return level === null
      ? `Es würde niemand alarmiert: von ${from} bis ${until}${again}.`
      : `${onCall.title[level]} nicht besetzt: von ${from} bis ${until}${again}.`;
  },
  gapCost: {
    nobody: (level: Level) => `Anstelle ${ofThe[level]} wird niemand alarmiert.`,
    only: (levels: readonly Level[], after: string) => `Dann würde ${after} nach einer Meldung nur alarmiert: ${namesOf(levels)}.`,
    later: (levels: readonly Level[], after: string) =>
      `Dann würde erst ${after} nach einer Meldung jemand anderes alarmiert: ${namesOf(levels)}.`,
  },
  gapRemedy: (key: Level | null) => `Tragen Sie für diese Stunden eine Person oder eine Rotation ein: onCall > ${key ?? 'primary'}.`,
  empty: (level: Level) => `${The[level]} ist nie besetzt, aber die Eskalation alarmiert diese Stufe.`,
  emptyRemedy: (key: string) =>
    `Tragen Sie unter onCall > ${key} eine Person ein, oder entfernen Sie ${key} aus promise > ladder und promise > breach.`,
  late: (level: Level, left: string) => `${The[level]} wird erst ${left} vor der Frist alarmiert.`,
  lateRemedy: (level: Level, least: string) =>
    `Alarmieren Sie ${the[level]} mindestens ${least} vor der Frist: promise > ladder > beforeEndMinutes.`,
  uncalled: (level: Level) => `${The[level]} wird vor der Frist nie alarmiert.`,
  uncalledRemedy: (key: string) => `Ergänzen Sie ${key} bei den levels einer Stufe unter promise > ladder.`,
  same: (who: string, level: Level, other: Level, from: string) =>
    `Ab ${from} hat ${who} zugleich ${the[other]} und ${the[level]}. Die nächste Stufe ist also dieselbe Person.`,
  sameRemedy: (key: string) =>
    `Tragen Sie für diese Zeit unter onCall > ${key} eine andere Person ein, oder ändern Sie die Reihenfolge der Rotation.`,
  moved: (level: Level, who: string, was: string) =>
    `Nach dieser Datei hat jetzt ${who || 'niemand'} ${the[level]}. Bisher war das ${was || 'niemand'}.`,
  movedTurnRemedy: (was: string, began: string) =>
    `Soll diese Runde bei ${was} bleiben, setzen Sie ${was} in der Rotation an den Anfang und die anderen der Reihe nach dahinter, und schreiben Sie starts: ${began}.`,
  movedRemedy: 'Sagen Sie beiden Bescheid, oder korrigieren Sie onCall.',
  nowOnCall: (who: string) => `Jetzt in Bereitschaft, nach dieser Datei: ${who}.`,
  noProduction: (project: string) => `${project} hat keine Umgebung, für die ein Ausfall gemeldet werden kann.`,
  noProductionRemedy:
    'Geben Sie einer der Umgebungen kind: production, managedBy: microsoft und ein berechtigtes Produkt, oder entfernen Sie das Projekt.',
  noScenario: (product: string) => `Für ${product} ist kein Szenario vorgesehen. Wählbar sind deshalb nur die Szenarien für alle Produkte.`,
  noScenarioRemedy: 'Geben Sie ihm die ID, die scenarios > products dafür verwendet, oder schreiben Sie Szenarien dafür.',
  teamNotThere: (project: string) => `Teams gibt mir keinen Zugang zum Team von ${project}. Deshalb weiß ich nicht, wer melden darf.`,
  teamNotThereRemedy: 'Fügen Sie die App diesem Team hinzu, oder korrigieren Sie projects > membersFrom in der Desk-Datei.',
  teamNotAsked: (project: string) => `Teams hat nicht gesagt, wer im Team von ${project} ist.`,
  nobody: (project: string) => `Für ${project} kann niemand melden: Es ist niemand eingetragen, und das Team ist leer.`,
  nobodyRemedy: 'Fügen Sie Personen zu diesem Team oder zu members des Projekts hinzu.',
  accountUnseen: (account: string) => `Das Konto ${account} habe ich noch nicht gesehen.`,
  accountUnseenRemedy: 'Prüfen Sie die Schreibweise. Wenn sie stimmt, erkenne ich das Konto, sobald mir die Person schreibt.',
  tenantUnseen: (project: string) => `Von ${project} hat mir noch niemand in der eigenen Teams-Umgebung geschrieben.`,
  tenantUnseenRemedy: (tenant: string) => `Prüfen Sie, ob die Admins dort die App hinzugefügt haben und ob ihr Mandant ${tenant} ist.`,
  example: {
    id: (ids: string) => `Diese IDs stammen aus einem Beispiel: ${ids}.`,
    phone: (numbers: string) => `Diese Telefonnummern stammen aus einem Beispiel, dort antwortet niemand: ${numbers}.`,
    address: (addresses: string) => `Diese Adressen stammen aus einem Beispiel: ${addresses}.`,
  },
  exampleRemedy: {
    id: 'Schreiben Sie die IDs Ihres eigenen Mandanten und Ihrer Personen: Microsoft Entra Admin Center > Übersicht, und Benutzer > Objekt-ID.',
    phone: (places: string) => `Schreiben Sie Ihre eigenen: ${places}.`,
    address: (places: string) => `Schreiben Sie Ihre eigenen: ${places}.`,
  },
  shortPromise: (within: string) =>
    `Die Zusage lautet: ${within}. Das taugt nur zum Ausprobieren: So schnell kann niemand lesen, entscheiden und übernehmen.`,
  shortPromiseRemedy: 'Entfernen Sie promise > acknowledgeWithinMinutes, dann gelten 30, oder setzen Sie mindestens 5.',
  webhook: {
    inside: (webhook: string, host: string) =>
      `Der Webhook „${webhook}“ (${host}) liegt in Ihrem eigenen Netzwerk. Deshalb wird dorthin nichts gesendet.`,
    unknown: (webhook: string, host: string) => `Der Host des Webhooks „${webhook}“ (${host}) wurde nicht gefunden.`,
    gone: (webhook: string, host: string) =>
      `Der Webhook „${webhook}“ (${host}) hat mit 410 Gone geantwortet. Deshalb bekommt er keine Ereignisse mehr.`,
    failing: (webhook: string, host: string, since: string, error: string) =>
      `Der Webhook „${webhook}“ (${host}) hat nichts mehr angenommen seit ${since}. Letzte Antwort: ${error}.`,
  },
  webhookRemedy: {
    inside: 'Korrigieren Sie webhooks > address, oder schreiben Sie allowPrivate: true, wenn das so gewollt ist.',
    unknown: 'Korrigieren Sie webhooks > address, oder prüfen Sie das DNS des Rechners.',
    gone: 'Entfernen Sie ihn aus webhooks, oder geben Sie ihm eine neue Adresse.',
    failing: 'Prüfen Sie dieses System. Ich versuche jedes Ereignis einen Tag lang.',
  },
  pager: {
    inside: (pager: string, host: string) =>
      `Der Pager-Dienst „${pager}“ (${host}) liegt in Ihrem eigenen Netzwerk. Deshalb ruft er niemanden.`,
    unknown: (pager: string, host: string) => `Der Host des Pager-Dienstes „${pager}“ (${host}) wurde nicht gefunden.`,
  },
  pagerRemedy: {
    inside: 'Korrigieren Sie pagers > address, oder schreiben Sie allowPrivate: true, wenn das so gewollt ist.',
    unknown: 'Korrigieren Sie pagers > address, oder prüfen Sie das DNS des Rechners.',
  },
  phone: uncallable,
  /** In the places of `notThere` and `notAsked`, after a colon. */
  place: (id: string) => `Follower „${id}“`,
  ownPlace: 'Kanal des Supportdesks',
  noDesk: 'Noch ist kein Kanal als Supportdesk festgelegt. Es kann kein Ausfall gemeldet werden.',
  noDeskRemedy: 'Ein Admin schreibt im Kanal /outage setup, oder die Desk-Datei nennt den Kanal (desk.channel).',
  notThere: (place: string) => `Teams gibt mir hier keinen Zugang: ${place}.`,
  notThereRemedy: 'Fügen Sie die App diesem Team oder Chat hinzu, oder korrigieren Sie die Konversations-ID in der Desk-Datei.',
  notAsked: (place: string) => `Teams hat nicht gesagt, ob ich hier schreiben kann: ${place}.`,
  notAskedRemedy: 'Prüfen Sie in einer Minute noch einmal.',
  notInTeam: (person: string) =>
    `${person} steht im Bereitschaftsplan, ist aber nicht im Team des Supportdesk-Kanals und sieht deshalb die Threads nicht.`,
  notInTeamRemedy: 'Fügen Sie die Person dem Team hinzu.',
  noChat: (people: string) => `Teams lässt mich diesen Personen im Bereitschaftsplan keine Direktnachrichten senden: ${people}.`,
  noChatRemedy:
    'Bitten Sie sie, die App hinzuzufügen und nicht zu blockieren, oder installieren Sie die App für sie: Teams Admin Center > Teams-Apps > Setuprichtlinien.',
  noPhone: (people: string) => `Kein Pager-Dienst kann diese Personen im Bereitschaftsplan anrufen: ${people}.`,
  noPhoneRemedy: 'Tragen Sie ihre Nummern in der Desk-Datei ein: people > phone.',
  noSecret: (pager: string) => `Der Pager-Dienst „${pager}“ hat keinen geheimen Schlüssel. Deshalb startet der Bot nicht.`,
  noSecretRemedy: (name: string) => `Setzen Sie ${name}, oder setzen Sie ${name}_FILE auf den Pfad einer Datei mit dem geheimen Schlüssel.`,
  noPublicUrl: (pagers: string) =>
    `Niemand kann per Telefontaste übernehmen, und ich erfahre nicht, ob jemand geantwortet hat: Mir fehlt eine öffentliche Adresse für ${pagers}.`,
  noPublicUrlRemedy: 'Setzen Sie PUBLIC_URL auf die https-Adresse des Bots.',
  chatNotAsked: (people: string) => `Teams hat nicht gesagt, ob ich diesen Personen Direktnachrichten senden kann: ${people}.`,
  lookedInTeams: (until: string) =>
    `Geprüft: Bereitschaftsplan bis ${until}, Eskalation, Projekte, Telefonnummern, wo ich in Teams bin und wer Direktnachrichten bekommt.`,
  phoneRemedy: 'Schreiben Sie sie mit Ländervorwahl unter desk > phones, zum Beispiel +49 30 23125 000, und eine Durchwahl als ext. 5.',
};
