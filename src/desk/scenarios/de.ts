/** The texts of the default catalogue in German. */
import type { Catalogue } from './en.ts';

export const de: Catalogue = {
  yes: 'Ja',
  no: 'Nein',
  'sign-in': {
    title: 'Niemand kann sich anmelden',
    chooseWhen: 'Die Anmeldung an der Produktion schlägt bei allen fehl.',
    notThis: 'Probleme einer einzelnen Person oder mit Kennwort, Lizenz oder Rolle. Das klärt Ihr eigener IT-Helpdesk.',
    questions: {
      'sign-in-error': { text: 'Welcher Fehler, mit welcher Korrelations-ID?' },
      'other-apps': { text: 'Funktionieren andere Microsoft-Apps?', choices: ['Ja', 'Nein', 'Nicht ausprobiert'] },
      'rules-changed': { text: 'Regeln für Anmeldung oder Zugriff wurden kürzlich geändert' },
      'rules-change': { text: 'Was wurde daran geändert, und wann?' },
    },
  },
  'environment-down': {
    title: 'Produktion nicht erreichbar',
    chooseWhen: 'Die Website zeigt einen Fehler, bleibt leer oder lädt nicht, und zwar bei allen.',
    notThis: 'Ihr eigenes Netzwerk, eine Sandbox oder ein angekündigtes Wartungsfenster.',
    questions: {
      'site-error': { text: 'Welchen Fehler oder Code zeigt der Browser?' },
      'second-network': {
        text: 'Ist es in einem zweiten Netzwerk genauso, zum Beispiel auf dem Handy?',
        choices: ['Ja', 'Nein, nur in unserem', 'Nicht ausprobiert'],
      },
    },
  },
  'severe-slowness': {
    title: 'Zu langsam zum Arbeiten',
    chooseWhen: 'Bei allen oder den meisten stockt die Arbeit, in mehreren Modulen.',
    notThis: 'Ein langsames Formular, ein Bericht oder eine Abfrage. Das ist eine normale Anfrage.',
    questions: {
      'modules-fine': { text: 'Welche Module sind so schnell wie sonst?' },
      'slow-session': { text: 'Die Sitzungs-ID einer Person, bei der es stockt' },
      'heavy-batch': { text: 'Gerade läuft ein großer Batchauftrag' },
    },
  },
  'core-process-blocked': {
    title: 'Kernprozess für alle gestört',
    chooseWhen: 'Die Website läuft, aber Buchen, Auftragsfreigabe oder Fakturierung schlägt bei allen fehl.',
    notThis: 'Ein Unternehmen, ein Beleg oder eine Frage zur Bedienung. Bei einem Prozess Ihres Partners rufen Sie zuerst dort an.',
    questions: {
      companies: { text: 'In welchen juristischen Personen?' },
      'process-last-worked': { text: 'Wann hat es zuletzt funktioniert?' },
      deadline: { text: 'Davon hängt ein fester Termin ab' },
      'deadline-at': { text: 'Wann ist der Termin?' },
    },
  },
  'batch-stopped': {
    title: 'Batchaufträge laufen nicht',
    chooseWhen: 'Die Warteschlange steht, nichts wird ausgeführt, und das Geschäft wartet darauf.',
    notThis: 'Ein einzelner Auftrag, der fehlgeschlagen oder langsam ist.',
    questions: {
      'batch-group': { text: 'Welche Aufträge oder Batchgruppen warten?' },
      'jobs-waiting': { text: 'Wie viele Aufträge warten ungefähr?' },
      'batch-last-ran': { text: 'Wann lief zuletzt ein Auftrag erfolgreich?' },
    },
  },
  'data-exchange-down': {
    title: 'Import und Export gestört',
    chooseWhen: 'Die Datenverwaltung schlägt bei jeder Entität fehl.',
    notThis: 'Eine einzelne Datei, Zuordnung oder Entität.',
    questions: {
      'execution-id': { text: 'Die Ausführungs-ID eines fehlgeschlagenen Auftrags' },
      'exchange-first-failed': { text: 'Wann ist der erste fehlgeschlagen?' },
    },
  },
  'integration-down': {
    title: 'API oder Webdienst gestört',
    chooseWhen: 'Alle Integrationen schlagen fehl, mit Timeouts oder Serverfehlern.',
    notThis: 'Eine App mit abgelaufenem Schlüssel, mit eigenem 401 oder 429, oder ein Fehler im anderen System.',
    questions: {
      endpoint: { text: 'Welche Adresse wird aufgerufen?' },
      'request-ids': { text: 'Von einem fehlgeschlagenen Aufruf: Uhrzeit, x-ms-client-request-id oder ms-dyn-aid' },
    },
  },
  'commerce-down': {
    title: 'Filiale oder Webshop gestört',
    chooseWhen: 'Point of Sale, Skalierungseinheit oder Webshop ist ausgefallen.',
    notThis: 'Eine Kasse, ein Drucker oder ein Terminal, oder ein Fehler beim Zahlungsanbieter.',
    questions: {
      stores: { text: 'Welche Filialen oder Kanäle?' },
      registers: { text: 'Wie viele Kassen ungefähr?' },
      'offline-mode': { text: 'Funktioniert der Offlinemodus?', choices: ['Ja', 'Nein', 'Nicht eingerichtet'] },
    },
  },
  'warehouse-down': {
    title: 'Das Lager steht still',
    chooseWhen: 'Mit der mobilen App lässt sich an einem oder mehreren Standorten nicht arbeiten.',
    notThis: 'Ein einzelnes Gerät, das WLAN oder ein falsch eingerichtetes Menü.',
    questions: {
      sites: { text: 'Welche Standorte?' },
      devices: { text: 'Wie viele Geräte ungefähr?' },
      'web-client': { text: 'Funktioniert der Webclient?', choices: ['Ja', 'Nein', 'Nicht ausprobiert'] },
    },
  },
  'financial-reporting-down': {
    title: 'Keine Finanzberichte',
    chooseWhen: 'Berichte sind nicht verfügbar, und ein Abschluss oder gesetzlicher Termin steht bevor.',
    notThis: 'Berichte außerhalb eines Abschlusses oder mit falschen Zahlen.',
    questions: {
      'closing-at': { text: 'Wann ist der Abschluss oder der Termin?' },
      figures: { text: 'Was stimmt mit den Berichten nicht?', choices: ['Sie lassen sich nicht öffnen', 'Sie zeigen alte Zahlen'] },
    },
  },
  'update-failed': {
    title: 'Update fehlgeschlagen',
    chooseWhen: 'Ein Update oder eine Bereitstellung dauert länger als geplant oder hat die Produktion unbrauchbar gemacht.',
    notThis: 'Das Update einer Sandbox oder eines, dessen Zeitfenster noch läuft.',
    questions: {
      update: { text: 'Welches Update, und bei welchem Schritt steht es?' },
      'window-end': { text: 'Wann hätte es fertig sein sollen?' },
      rollback: { text: 'Lässt es sich zurücksetzen?', choices: ['Ja', 'Nein', 'Wissen wir nicht'] },
    },
  },
  'wider-incident': {
    title: 'Störung bei Microsoft',
    chooseWhen: 'Im Dienststatus steht eine Störung, die zu Ihrer passt, und Sie brauchen Hilfe dabei.',
    notThis: 'Wenn Sie keine Hilfe brauchen, genügt es, den Eintrag im Dienststatus zu verfolgen.',
    questions: {
      'health-id': { text: 'Die ID im Dienststatus' },
      needed: { text: 'Was brauchen Sie am dringendsten?', choices: ['Eine Umgehungslösung', 'Ein Failover', 'Mehr Informationen'] },
    },
  },
  security: {
    title: 'Angriff oder Datenleck',
    chooseWhen: 'Vielleicht ist jemand eingedrungen, oder Daten sind nach außen gelangt.',
    redirect:
      'Ein solcher Verdacht gehört nicht in einen Kanal. Rufen Sie uns jetzt an, und sagen Sie, dass es um die Sicherheit geht. Alles Weitere klären wir mit Ihnen allein.',
  },
  'not-listed': {
    title: 'Nichts davon',
    chooseWhen: 'Alle drei Punkte treffen zu, aber oben passt nichts. Der Support prüft, ob es ein Ausfall ist.',
    notThis: 'Beschädigte Daten. Stoppen Sie die Verarbeitung, und rufen Sie Ihren Partner an.',
  },
};
