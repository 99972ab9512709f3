/** The guided report, in German: what a customer reads while production is down, and when the report waits, is sent, or cannot be. */
import type { Ineligibility } from '../../../desk/eligibility.ts';
import { formats } from '../formats.ts';
import { byApi, byPhone } from './by-phone.ts';
import { fields } from './fields.ts';

const numbers = (phones: readonly { region: string; number: string }[]) =>
  formats.or(phones.map(({ region, number }) => `${number} (${region})`));

export const report = {
  heading: 'Produktionsausfall melden',
  progress: (step: number, of: number, most = of) => `Schritt ${step} von ${of}${most > of ? ` oder ${most}` : ''}`,
  next: 'Weiter',
  back: 'Zurück',
  done: 'Meldung senden',
  cancel: 'Abbrechen',
  fields,
  byApi,
  byPhone,
  form: {
    below: 'Das Formular steht unten in einer eigenen Nachricht.',
    belowAlone: 'Das Formular steht unten. Nur Sie sehen es.',
    sent: 'Gesendet.',
    closed: 'Geschlossen. Es wurde nichts gesendet.',
    held: (until: string) =>
      `Senden Sie das vor ${until}. Danach kann sich die Karte ändern, wenn andere etwas tun. Neues von ihnen erscheint unten.`,
    kept: 'Ihre letzten Eingaben wurden nicht gesendet. Hier sind sie wieder.',
  },
  confirmation: {
    title: 'Ist es ein Produktionsausfall?',
    intro: 'Es ist ein Ausfall, wenn alle drei Punkte zutreffen:',
    tick: 'Es ist ein Ausfall, wenn alle drei Punkte zutreffen. Kreuzen Sie an, was jetzt zutrifft.',
    yes: 'Ja, alle drei treffen zu',
    notAll: 'Nein, nicht alle drei',
    environment: 'Welche Produktionsumgebung?',
    choose: 'Bitte auswählen',
    labels: { live: 'Produktivsystem', many: 'Mehrere betroffen', stopped: 'Tagesgeschäft steht' },
    conditions: {
      live: 'Es ist unsere produktive Umgebung',
      many: 'Mehrere Personen sind betroffen',
      stopped: 'Das Tagesgeschäft steht still',
    },
  },
  scenario: {
    title: 'Welche Art von Ausfall ist es?',
    intro: 'Wählen Sie, was am besten passt.',
    thisOne: 'Auswählen',
    often: 'Wird hier am häufigsten gemeldet:',
    others: 'Alles andere:',
    chosen: (title: string) => `\u2713 Zuvor gewählt: ${title}`,
    hints: 'Hilfe bei der Auswahl',
    notThis: (text: string) => `Gehört nicht hierher: ${text}`,
  },
  details: {
    title: 'Was passiert?',
    beganChoices: { 'just-now': 'Gerade eben', 'ago-15': 'Vor 15 Minuten', 'ago-60': 'Vor 1 Stunde', unsure: 'Früher oder nicht sicher' },
    exactly: 'Genaue Zeit angeben',
    affectedChoices: { everyone: 'Alle', most: 'Die meisten', some: 'Einige, mehr als eine Person', unsure: 'Nicht sicher' },
  },
  questions: {
    title: 'Helfen Sie uns, schneller anzufangen',
    intro: 'Beantworten Sie, was Sie wissen. Den Rest können Sie leer lassen.',
    introNeeded: 'Beantworten Sie, was Sie wissen. Ausfüllen müssen Sie nur, was als erforderlich markiert ist.',
    needed: (question: string) => `${question} (erforderlich)`,
    time: (question: string, zone: string) => `${question} Uhrzeit, Zeitzone: ${zone}`,
    fact: 'Antworten',
  },
  contact: {
    title: 'Wen sollen wir anrufen?',
    intro: 'Nur der Support sieht das. Wenn ein Anruf hilft, rufen wir an.',
  },
  review: {
    title: 'Prüfen und senden',
    intro: (minutes: string) =>
      `Noch ist nichts gesendet. Wählen Sie „Meldung senden“, und jemand vom Support übernimmt innerhalb von ${minutes}.`,
    orElse: (second: string) => `Sonst: ${second}`,
  },
  errors: {
    required: 'Bitte ausfüllen.',
    'too-long': 'Das ist zu lang. Deshalb sehen Sie nur den Anfang. Bitte kürzen Sie den Text.',
    'unknown-choice': 'Wählen Sie etwas aus der Liste aus.',
    'in-the-future': 'Das liegt in der Zukunft. Wählen Sie einen Zeitpunkt, der schon vorbei ist.',
    'after-the-report': 'Das liegt nach Ihrer Meldung. Wählen Sie einen früheren Zeitpunkt.',
    'not-a-time': 'Wählen Sie ein Datum und eine Uhrzeit.',
    'not-an-email': 'Das sieht nicht nach einer E-Mail-Adresse aus.',
    'not-a-phone': (example: string) => `Das ist keine Telefonnummer. Schreiben Sie sie mit Ländervorwahl, zum Beispiel ${example}.`,
    'not-a-number': 'Das ist keine Zahl.',
    'too-long-ago': 'Das ist mehr als ein Jahr her. Bitte prüfen Sie das Datum.',
    'someone-reachable': 'Kreuzen Sie das Kästchen oben an, oder schreiben Sie, wen wir sonst anrufen können.',
  },
  clientError: 'Bitte prüfen Sie dieses Feld.',
  fix: (count: number) =>
    formats.plural(count, {
      one: '1 Angabe fehlt oder stimmt noch nicht. Sie ist unten markiert.',
      other: `${count} Angaben fehlen oder stimmen noch nicht. Sie sind unten markiert.`,
    }),

  access: {
    callNow: (phones: readonly { region: string; number: string }[]) =>
      `Ist die Produktion jetzt ausgefallen? Warten Sie nicht, rufen Sie an: ${numbers(phones)}.`,

    notMember: {
      heading: 'Sie gehören zu keinem Projekt',
      text: 'Nur Mitglieder eines Kundenprojekts können hier dessen Ausfälle melden. Ihr Konto wurde noch keinem Projekt hinzugefügt.',
      ask: 'Bitten Sie Ihre Projektbesitzer oder Organisationsadmins, Sie hinzuzufügen. Versuchen Sie es dann noch einmal.',
      askDesk: (whom: string) => `Sie können auch beim Support fragen: ${whom}`,
    },
    otherTenant: {
      heading: 'Dieses Konto gehört zu einer anderen Organisation',
      text: (desk: string) =>
        `Um einen Ausfall zu melden, nutzen Sie Ihr Konto in der Organisation von ${desk}. Von hier aus sehe ich dieses Konto nicht.`,
      change: 'Wenn Sie eines haben, wählen Sie in Teams Ihr Profilbild, dann diese Organisation, und schreiben Sie mir dort /outage.',
      ask: 'Wenn Sie keines haben, bitten Sie Ihre Projektbesitzer oder Organisationsadmins um eine Einladung als Gast.',
    },
    stranger: {
      heading: 'Ihre Organisation ist noch nicht eingetragen',
      text: (desk: string) => `Ich bin der Bot von ${desk} und arbeite für dessen Kunden. Ihre Organisation steht nicht auf der Liste.`,
      ask: 'Bitten Sie den Support, sie einzutragen. Dafür ist diese Mandanten-ID nötig:',
      next: 'Es wurde nichts gemeldet. Sobald Ihre Organisation eingetragen ist, schreiben Sie mir /outage.',
    },
    notTold: {
      heading: 'Ich konnte Ihren Zugriff nicht prüfen',
      text: 'Ich habe Teams gefragt, zu welchem Projekt Sie gehören, und keine Antwort bekommen. Sie haben nichts falsch gemacht.',
      next: 'Versuchen Sie es in einer Minute noch einmal. Wenn auch das nicht geht, rufen Sie an.',
    },
    again: 'Noch einmal versuchen',

    notEligible: {
      heading: 'Für Ihre Umgebungen ist das hier nicht möglich',
      public: 'Sie können diesen Ausfall hier nicht melden',
      publicText: 'Der Grund nennt Namen von Umgebungen. Deshalb sieht ihn nur, wer gerade meldet.',
      why: 'Grund anzeigen',
    },
    missing: {
      open: 'Meine Umgebung suchen',
      heading: 'Fehlt Ihre Umgebung?',
      none: 'Alle Umgebungen Ihrer Projekte stehen in der Liste.',
      other:
        'Wenn sie auch unten nicht steht, wurden Sie ihrem Projekt noch nicht hinzugefügt. Bitten Sie Ihre Projektbesitzer oder Organisationsadmins darum.',
      wrong: 'Wenn das nicht stimmt, rufen Sie uns an. Wir können es ändern.',
    },
    why: {
      'not-member': (names: string) => `Nicht in Ihren Projekten: ${names}.`,
      sandbox: (names: string, several: boolean) =>
        `${several ? `Das sind Sandboxes: ${names}` : `${names} ist eine Sandbox`}. Sie können nur Ausfälle von Produktionsumgebungen melden.`,
      'customer-managed': (names: string, several: boolean) =>
        `${several ? `Diese betreiben Sie oder Ihr Partner: ${names}` : `${names} wird von Ihnen oder Ihrem Partner betrieben`}. Sie können nur Ausfälle von Umgebungen melden, die Microsoft verwaltet.`,
      product: (names: string, several: boolean, products: string) =>
        several
          ? `Auf keiner davon läuft ein Produkt, das wir betreuen (${products}): ${names}.`
          : `Auf ${names} läuft kein Produkt, das wir betreuen (${products}).`,
    } satisfies Record<Ineligibility, (names: string, several: boolean, products: string) => string>,
    more: (names: string, count: number) => `${names} und ${count} weitere`,
    instead: (text: string) => `Was Sie stattdessen tun können: ${text}`,
    request: 'Supportanfrage stellen',

    onBehalfOf: {
      both: (reporter: string, other: string) => `${reporter} für ${other}`,
    },
  },
  fromMessage: {
    action: 'Ausfall melden',
    menu: 'Einen Produktionsausfall mit dieser Nachricht melden',
    somebody: 'Jemand',
    wrote: (author: string, when: string) => `${author} schrieb${when ? `, ${when}` : ''}:`,
    noText: '(kein Text: eine Karte, ein Bild oder eine Datei)',
    withFiles: '(Dazu gab es ein Bild oder eine Datei. Das steht nur in der Nachricht.)',
    begun: 'Weiter geht es in unserem Chat',
    waits: 'Ihre Meldung steht in unserem Chat',
    where: 'Um Ihre Meldung abzuschließen, öffnen Sie „Chat“, dann „Outage Desk“. Der Support hat noch nichts bekommen.',
    withIt: 'Die Nachricht steht in den Details.',
    withoutIt:
      'Sie hatten die Details dieser Meldung schon ausgefüllt. Deshalb habe ich diese Nachricht nicht hinzugefügt. Ihre Eingaben sind unverändert.',
    notInstalled: 'Ich kann Ihnen noch nicht schreiben',
    install: 'Öffnen Sie in Teams „Apps“, suchen Sie Outage Desk, und fügen Sie die App für sich hinzu. Versuchen Sie es dann noch einmal.',
    kept: 'Ich bewahre diese Nachricht bis dahin für Ihre Meldung auf.',
    again: 'Noch einmal versuchen',
    unsure: 'Meine Nachricht ist vielleicht nicht angekommen',
    unsureText:
      'Öffnen Sie Ihren Chat mit Outage Desk. Wenn dort in einer Minute nichts steht, schreiben Sie dort /outage. Die gewählte Nachricht bewahre ich auf.',
  },

  exit: {
    noOutageHeading: 'Das ist kein Produktionsausfall',
    noOutage:
      'Bei einem Produktionsausfall treffen alle drei Punkte zu: Die Umgebung ist produktiv, mehrere Personen sind betroffen, und das Tagesgeschäft steht still.',
    notTicked: (condition: string) => `Nicht angekreuzt: ${condition}.`,
    inDoubt: 'Wenn Sie unsicher sind, gehen Sie zurück und kreuzen Sie alle drei an. Der Support klärt es mit Ihnen.',
    redirected: (scenario: string) => `${scenario}: Rufen Sie uns bitte an`,
    call: (phones: string) => `Rufen Sie an: ${phones}.`,
    cancelled: 'Abgebrochen. Es wurde nichts gesendet.',
    nothingToCancel: 'Es gibt nichts abzubrechen. Sie haben keine Meldung begonnen und keinen offenen Ausfall.',
  },

  resume: {
    heading: 'Ihre Meldung ist noch nicht gesendet',
    text: (title: string, when: string) => (title ? `„${title}“, begonnen: ${when}.` : `Begonnen: ${when}.`),
    added: 'Was Sie gerade geschrieben haben, steht jetzt in den Details. Noch hat es niemand gelesen.',
    noRoom: 'Was Sie gerade geschrieben haben, habe ich nicht hinzugefügt, weil die Details sonst zu lang wären. Bitte kürzen Sie es.',
    press: 'Ihre Meldung ist noch nicht gesendet. Wählen Sie eine Schaltfläche auf der Karte.',
    goOn: 'Weiter',
    startOver: 'Neu beginnen',
  },

  public: {
    heading: (person: string) => `${person} meldet gerade einen Produktionsausfall`,
    text: (person: string) =>
      `Der Support hat noch nichts bekommen. Die Schaltfläche ist nur für ${person}. Nach dem Senden sehen Sie hier die Nummer.`,
    go: 'Meine Meldung fortsetzen',
    cancelled: (person: string) => `${person} hat eine Meldung begonnen und abgebrochen. Es wurde nichts gesendet.`,
    buttonsFor: (person: string) => `Für ${person}:`,
    arrived: (name: string, person: string) => `${name}, gemeldet von ${person}`,
    sent: 'Alle hier sehen eine Karte mit Nummer und Status, aber nicht, was Sie geschrieben haben. Updates kommen dort an. Diese Nachricht sehen nur Sie. Sie ändert sich nicht und verschwindet nach einem Tag.',
    willSee: 'Alle hier sehen dann Nummer und Status, aber nicht, was Sie geschrieben haben.',
  },

  receipt: {
    reported: 'Was Sie gemeldet haben',
    heading: (name: string) => `${name}: Ihre Meldung ist angekommen`,
    next: (when: string) =>
      `Jemand vom Support übernimmt bis ${when}, und wir geben Ihnen Bescheid. Wenn bis dahin niemand übernommen hat, alarmieren wir weitere Personen in Teams und sagen Ihnen auch das.`,
    breached: (when: string) =>
      `Wir haben die Übernahme bis ${when} zugesagt und sind zu spät. Wir alarmieren weitere Personen in Teams, bis jemand übernimmt.`,
    call: (name: string) => `Bitte rufen Sie uns zusätzlich an und nennen Sie ${name}.`,
    nextUpdate: (when: string) => `Das nächste Update kommt bis ${when}.`,
    reopened: (when: string, by: string) => `Wieder offen seit ${when}. Zuständig ist ${by}.`,
    acknowledged: (by: string, when: string) => `Übernommen von ${by}, ${when}.`,
    resolved: (by: string, when: string) => `Behoben von ${by}, ${when}.`,
  },

  correct: {
    saved: 'Ihre Korrektur ist gespeichert, und der Support weiß Bescheid:',
    same: 'Es hat sich nichts geändert. Deshalb wurde nichts gespeichert.',
    changed: (label: string, was: string, now: string) => `${label}: bisher ${was}, jetzt ${now}`,
    second: 'Zweiter Kontakt',
    heading: (name: string) => (name ? `${name}: Meldung korrigieren` : 'Meldung korrigieren'),
    began: 'Wann hat es begonnen? Datum (leer lassen, wenn Sie nicht sicher sind)',
    beganTime: 'Uhrzeit, in der Zeitzone Ihrer Meldung',
    askDesk: (phones: string) =>
      `Um Umgebung, Szenario, Ihre Antworten dazu, Zeitzone oder Sprache zu ändern, wenden Sie sich an den Support: ${phones}.`,
    send: 'Korrektur speichern',
    audience:
      'Mit „Zurück“ verlassen Sie das Formular, ohne zu speichern. Der Support sieht, was sich geändert hat. Ihre Telefonnummer und E-Mail-Adresse stehen nur in seinem Thread und hier.',
  },

  reclassify: {
    heading: (name: string) => `${name}: Neu einordnen`,
    scenario: 'Szenario',
    environment: 'Produktionsumgebung',
    send: 'Neu einordnen',
    audience: 'Der Thread zeigt, was sich geändert hat. Alle, die folgen, sehen die neue Einordnung.',
  },

  unreached: {
    heading: (name: string) => `${name}: Noch nicht beim Support`,
    stored: (when: string) => `Ihre Meldung ist mit allen Angaben gespeichert, seit ${when}. Sie müssen nichts noch einmal eingeben.`,
    why: 'Wir konnten nicht bestätigen, dass sie im Kanal des Supports in Teams angekommen ist. Wir versuchen es weiter und sagen Ihnen, wenn sie dort ist.',
    clock: (when: string) => `Unsere Zusage gilt: Jemand vom Support übernimmt bis ${when}.`,
    late: (when: string) => `Wir haben die Übernahme bis ${when} zugesagt und sind zu spät.`,
    call: (phones: string, name: string) => `Bitte warten Sie nicht auf uns: Rufen Sie an und nennen Sie ${name}: ${phones}.`,
    copyLabel: 'Text zum Vorlesen am Telefon oder zum Einfügen in eine E-Mail',
    copyHint: 'Markieren Sie alles und kopieren Sie es. Was Sie hier ändern, wird nicht gesendet.',
    copyButton: 'Text zum Kopieren anzeigen',
    copyHeading: (name: string) => `${name}: Ihre Meldung als Text`,
    unsentHeading: 'Ihre Meldung wurde nicht gesendet',
    again: 'Noch einmal versuchen',
    number: 'Nummer',
    received: 'Gespeichert',
    reached: (name: string) => `${name}: Jetzt beim Support`,
    reachedAt: (when: string) => `Die Meldung ist im Kanal angekommen, ${when}. Der Support sieht sie dort.`,
    deskTold: (when: string) =>
      `Die Meldung kam verspätet an. Wir hatten der meldenden Person gesagt, dass sie noch nicht in diesem Kanal ist, und um einen Anruf gebeten: ${when}.`,
  },

  nudge: {
    heading: 'Ihre Meldung ist noch nicht gesendet',
    nobody: 'Noch hat sie niemand gelesen.',
    complete: 'Es ist alles da, was wir brauchen. Sie können sie jetzt senden.',
    missing: 'Wählen Sie „Weiter“, um sie abzuschließen und zu senden.',
    kept: 'Wir bewahren sie nach Ihrer letzten Änderung einen Tag auf und löschen sie dann.',
    goOn: 'Weiter',
  },
};
