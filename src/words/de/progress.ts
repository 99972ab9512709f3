/** An outage between its report and its end, in German: states, next steps, news, pings, updates, notes. */

import type { SensitiveKind } from '../../desk/sensitive.ts';
import type { Phase } from '../../outage/types/outage.ts';
import type { BackBy, Level } from '../../outage/types/values.ts';
import { botName, phaseShort, the } from './common/names.ts';
import { formats } from './formats.ts';

export const progress = {
  state: {
    back: {
      release: 'Zurückgegeben, noch nicht übernommen',
      objection: 'Widerspruch, noch nicht übernommen',
      reopening: 'Funktioniert noch nicht, noch nicht übernommen',
      mistake: 'Noch nicht übernommen',
    } satisfies Record<BackBy, string>,
    transferred: (team: string) => `Bei ${team}, kein Ausfall`,
    withdrawn: 'Von der meldenden Person zurückgezogen',
    merged: (into: string) => `Mit ${into} zusammengeführt`,
    closed: 'Geschlossen',
  },

  next: {
    back: {
      release: (when: string) =>
        `Der Ausfall musste zurückgegeben werden. Jemand anderes übernimmt bis ${when}, und wir geben Ihnen Bescheid.`,
      objection: (when: string) =>
        `Es ist wieder ein Ausfall, und die Einsatzleitung weiß Bescheid. Jemand vom Support übernimmt bis ${when}, und wir geben Ihnen Bescheid.`,
      reopening: (when: string) =>
        `Es funktioniert noch nicht. Bis ${when} übernimmt wieder jemand vom Support, und wir geben Ihnen Bescheid.`,
      mistake: (when: string) =>
        `Der Ausfall wurde versehentlich übernommen, und niemand ist zuständig. Jemand vom Support übernimmt bis ${when}, und wir geben Ihnen Bescheid.`,
    } satisfies Record<BackBy, (when: string) => string>,
    updateMissed: (when: string, asked: string) => `Das Update ist überfällig: Zugesagt war es bis ${when}. Angefordert bei: ${asked}.`,
    ownerAndAbove: (owner: string) => `${owner} und die nächsten Stufen der Bereitschaft`,
    transferred: (team: string, when: string) => `${team} antwortet bis ${when}. Der Fall wird nicht mehr als Ausfall behandelt.`,
    objectOnce:
      'Wenn es aus Ihrer Sicht doch ein Ausfall ist, nutzen Sie die Schaltfläche: Das alarmiert die Einsatzleitung. Das ist nur einmal möglich.',
    otherOnce:
      'Wenn es bei Ihnen etwas anderes ist, nutzen Sie die Schaltfläche: Das alarmiert die Einsatzleitung. Das ist nur einmal möglich.',
    objectedAlready: (phones: string) =>
      `Sie haben schon einmal widersprochen. Wenn Sie weiter anderer Meinung sind, rufen Sie an: ${phones}.`,
    withdrawn: (by: string, when: string) => `Meldung zurückgezogen von ${by}, ${when}. Es wird niemand mehr alarmiert.`,
    stillDownUntil: (when: string) => `Wenn es noch nicht funktioniert, sagen Sie es uns bis ${when}. Die Nummer bleibt gleich.`,
    merged: (into: string) =>
      `Der Support hat festgestellt, dass es derselbe Ausfall ist wie ${into}. Updates zu ${into} kommen auch hierher.`,
    mergedFollow: (into: string) =>
      `Der Support hat festgestellt, dass es derselbe Ausfall ist wie ${into}. Verfolgen Sie ab jetzt ${into}.`,
    doesItWork: (when: string) => `Funktioniert es wieder? Wenn wir bis ${when} nichts hören, schließen wir den Ausfall.`,
    confirmed: (by: string, when: string) => `Es funktioniert wieder: bestätigt von ${by}, ${when}.`,
    closedByTime: (when: string) => `Geschlossen seit ${when}, weil keine Störung mehr gemeldet wurde.`,
  },

  facts: {
    back: 'Wieder offen',
    backBy: {
      release: (owner: string, when: string) => `Zurückgegeben von ${owner}, ${when}`,
      objection: (_owner: string, when: string) => `Widerspruch der meldenden Person, ${when}`,
      reopening: (_owner: string, when: string) => `Laut Betroffenen funktioniert es noch nicht, ${when}`,
      mistake: (owner: string, when: string) => `Versehentlich übernommen von ${owner} und rückgängig gemacht, ${when}`,
    } satisfies Record<BackBy, (owner: string, when: string) => string>,
    acknowledged: (owner: string, when: string, after: string) => `${owner}. Übernommen: ${when}, nach ${after}.`,
    reopened: (owner: string, when: string) => `${owner}. Wieder geöffnet: ${when}.`,
    firstLook: 'Wird zuerst geprüft',
    helpers: 'Hilfe von',
    offered: 'Angeboten',
    offeredTo: (to: string, owner: string) => `An ${to}. Bis zur Annahme bleibt ${owner} zuständig.`,
    reason: 'Grund',
    before: 'Bisher zugesagt',
    promiseBefore: (within: string, every: string) =>
      `Als Ausfall: Übernahme innerhalb von ${within}, dann Updates im Abstand von ${every}`,
    after: 'Jetzt zugesagt',
    promiseAfter: (team: string, when: string, plan: string) => `${team} antwortet bis ${when} (Supportplan: ${plan})`,
    withdrawn: (by: string, when: string) => `Zurückgezogen von ${by}, ${when}`,
    transferred: (by: string, when: string) => `Weitergeleitet von ${by}, ${when}`,
    merged: (by: string, into: string, when: string) => `Mit ${into} zusammengeführt von ${by}, ${when}`,
    closedBy: (by: string, when: string) => `Es funktioniert wieder: bestätigt von ${by}, ${when}`,
    closed: (when: string) => `Seit ${when}, weil keine Störung mehr gemeldet wurde`,
    absorbed: 'Gehört dazu',
    absorbedOf: (name: string, reporter: string) => `${name}, gemeldet von ${reporter}`,
  },

  news: {
    heardAlready: (when: string, next: string) =>
      `Das letzte Update haben schon alle bekommen: ${when}. Deshalb wurde nichts gesendet. Nächstes Update bis ${next}.`,
    nothingNew: (name: string, phase: Phase) => `${name}: ${phaseShort[phase]}, nichts Neues`,
    sinceBack: {
      release: (by: string, after: string) => `${by && `${by}, `}${after} nach der Rückgabe`,
      objection: (by: string, after: string) => `${by && `${by}, `}${after} nach dem Widerspruch`,
      reopening: (by: string, after: string) => `${by && `${by}, `}${after} nach dem Wiederöffnen`,
    } satisfies Record<Exclude<BackBy, 'mistake'>, (by: string, after: string) => string>,
    nothingNewSince: (when: string) => `Nichts Neues seit ${when}.`,
    handedOver: (name: string) => `${name}: Übergeben`,
    handedOverTo: (from: string, to: string, when: string) => `Von ${from} an ${to}, ${when}`,
    released: (name: string) => `${name}: Zurückgegeben`,
    objected: (name: string) => `${name}: Wieder ein Ausfall`,
    parted: (name: string) => `${name}: Zusammenführung aufgehoben`,
    partedFrom: (into: string) => `Es ist nicht derselbe Ausfall wie ${into} und wird wieder einzeln bearbeitet.`,
    ownedBy: (by: string) => `Zuständig ist ${by}.`,
    backTeam: (name: string) => `${name}: Wieder beim Supportdesk`,
    objectedTeamText: 'Laut der meldenden Person ist es ein Ausfall. Sie müssen nicht mehr antworten.',
    reopenedTeamText: 'Der Supportdesk hat den Ausfall wieder geöffnet. Sie müssen nicht mehr antworten.',
    reopened: (name: string) => `${name}: Wieder geöffnet`,
    stillDown: (name: string) => `${name}: Funktioniert noch nicht`,
    calledUntil: (when: string) => `Jemand vom Support übernimmt bis ${when}. Wir alarmieren jetzt Personen in Teams.`,
    noted: (name: string) => `${name}: Neue Notiz`,
    notedText: 'Nur der Supportdesk sieht diese Notiz.',
    reporterWrote: (name: string) => `${name}: Nachricht der meldenden Person`,
    affectedWrote: (name: string) => `${name}: Nachricht einer betroffenen Person`,
    forOwner: (mention: string) => `${mention}: Es geht um Ihren Ausfall.`,
    corrected: (name: string) => `${name}: Meldung korrigiert`,
    was: (text: string) => `Bisher: ${text}`,
    now: (text: string) => `Jetzt: ${text}`,
    empty: 'nichts',
    transferred: (name: string, team: string) => `${name}: An ${team} weitergeleitet`,
    transferredText: 'Der Support hat festgestellt, dass es kein Ausfall ist.',
    transferredTeam: (name: string, team: string) => `${name}: Für ${team}`,
    transferredTeamText:
      'Der Supportdesk hat festgestellt, dass es kein Ausfall ist, und den Fall an Sie weitergeleitet. Bitte antworten Sie bis zur Frist unten.',
    transferredContact: 'Telefonnummer und E-Mail-Adresse der meldenden Person bekommen Sie vom Supportdesk.',
    withdrawn: (name: string) => `${name}: Zurückgezogen`,
    withdrawnText: 'Wir alarmieren jetzt niemanden mehr.',
    merged: (name: string, into: string) => `${name}: Mit ${into} zusammengeführt`,
    absorbed: (name: string, merged: string) => `${name}: ${merged} gehört jetzt dazu`,
    absorbedText: (reporter: string) => `Die Updates gehen ab jetzt auch an ${reporter}, weil von dort die andere Meldung kam.`,
    stillDownElsewhere: (phones: string) =>
      `Wenn es bei Ihnen noch nicht funktioniert, melden Sie es mit /outage neu, oder rufen Sie an: ${phones}.`,
    closed: (name: string) => `${name}: Geschlossen`,
    closedText: 'Die meldende Person hat bestätigt, dass es wieder funktioniert.',
    updateMissedText: (when: string, people: string) => `Es war bis ${when} fällig. Angefordert bei: ${people}.`,
    updateMissedCall: (phones: string) => `Wenn Sie jetzt mehr wissen müssen, rufen Sie an: ${phones}.`,
    yours: (own: string, name: string) => `Sie haben das als ${own} gemeldet. Es ist derselbe Ausfall wie ${name}.`,
  },

  digest: {
    offered: (by: string, to: string) => `${by} bittet ${to} zu übernehmen.`,
    declined: (owner: string) => `Zuständig bleibt ${owner}.`,
    assisted: (by: string, person: string) => (by === person ? `${person} hilft mit.` : `${by} bittet ${person} um Hilfe.`),
  },

  ping: {
    offered: (name: string) => `${name}: Übergabe angeboten`,
    offeredWhy: (mention: string, by: string) => `${mention}: ${by} bittet Sie zu übernehmen.`,
    offeredText: (owner: string) => `Bis Sie annehmen, bleibt ${owner} zuständig.`,
    declined: (name: string) => `${name}: Übergabe abgelehnt`,
    offerEnded: (name: string) => `${name}: Übergabe nicht mehr angeboten`,
    declinedWhy: (mention: string, by: string) => `${mention}: ${by} kann nicht übernehmen. Sie sind weiter zuständig.`,
    takenBackWhy: (mention: string) => `${mention}: Sie haben Ihr Angebot beendet. Sie sind weiter zuständig.`,
    assisted: (name: string) => `${name}: Hilfe bei diesem Ausfall`,
    assistedWhy: (mention: string, by: string, owner: string) => `${mention}: ${by} bittet Sie um Hilfe. Zuständig bleibt ${owner}.`,
    assistedOwn: (mention: string, owner: string) => `${mention} hilft mit. Zuständig bleibt ${owner}.`,
    objected: (name: string) => `${name}: Widerspruch der meldenden Person`,
    objectedText: (team: string) =>
      `Laut der meldenden Person ist es ein Ausfall. Bisher lag der Fall bei ${team}. Übernehmen Sie jetzt, oder sprechen Sie mit der meldenden Person.`,
    otherText: (into: string) =>
      `Laut der meldenden Person ist es nicht derselbe Ausfall wie ${into}. Übernehmen Sie jetzt, oder sprechen Sie mit der meldenden Person.`,
    hadIt: (mention: string) => `${mention}: Sie waren vorher zuständig.`,
    transferredIt: (mention: string) => `${mention}: Sie haben weitergeleitet.`,
    updateMissedAbove: (mention: string, level: Level, owner: string, when: string) =>
      `${mention}: Sie haben ${the[level]}. Das Update, das bis ${when} fällig war, fehlt noch. Zuständig ist ${owner}.`,
    updateMissedAgain: (mention: string, when: string) =>
      `${mention}: Das Update, das bis ${when} fällig war, fehlt noch. „Nichts Neues“ ist auch ein gutes Update.`,
    stillMissing: (over: string) => `Es ist ${over} überfällig. Die meldende Person und alle, die folgen, wissen Bescheid.`,
  },

  updateForm: {
    heading: (name: string) => `${name}: Update`,
    text: 'Was müssen alle wissen?',
    example: 'Was jetzt betroffen ist, was Sie wissen, was Sie tun. „Nichts Neues“ ist auch ein gutes Update.',
    phase: 'Phase',
    next: 'Nächstes Update in',
    minutes: (n: number) => formats.duration(n * 60_000),
    send: 'Update senden',
    audience: 'Dieser Thread, die meldende Person und alle, die folgen, sehen es.',
  },
  publish: {
    action: 'Nachricht veröffentlichen',
    menu: 'Für Engineers: diese Nachricht als Update senden oder als Notiz behalten',
    heading: (name: string) => `${name}: Veröffentlichen`,
    check: 'Noch ist nichts gesendet. Prüfen Sie, was fett ist:',
    button: 'Text veröffentlichen',
    begin: 'Schreiben Sie einen Text, oder fügen Sie ihn ein. Vor dem Senden suche ich nach allem, was vertraulich sein kann.',
    clean: 'Ich habe nichts gefunden, das vertraulich aussieht. Lesen Sie den Text noch einmal, und senden Sie ihn dann.',
    text: 'Text, den alle lesen',
    example: 'Was betroffen ist, was Sie wissen, was Sie tun',
    remove: 'Das Angekreuzte wird entfernt',
    kinds: {
      key: 'Schlüssel oder Kennwort',
      email: 'E-Mail-Adresse',
      phone: 'Telefonnummer',
      link: 'Link',
      ticket: 'Ticket',
      address: 'IP-Adresse',
      host: 'Hostname',
      name: 'Name',
    } satisfies Record<SensitiveKind, string>,
    choice: (kind: string, text: string) => `${kind}: ${text}`,
    more: (count: number) =>
      formats.plural(count, {
        one: '1 weitere Stelle wird auch entfernt. Kürzen Sie den Text, um selbst zu wählen.',
        other: `${count} weitere Stellen werden auch entfernt. Kürzen Sie den Text, um selbst zu wählen.`,
      }),
    foundMore: 'In Ihrem Text steht noch etwas, das vertraulich sein kann. Sehen Sie die Liste noch einmal an.',
    send: 'Als Update senden',
    keep: 'Als Notiz behalten',
    audience: (places: readonly string[], more: number) => {
      const others = more > 0 ? [formats.plural(more, { one: '1 weiterer Ort', other: `${more} weitere Orte` })] : [];
      const readers = formats.list(['Thread dieses Ausfalls', ...places, ...others]);
      return `Ein Update erscheint an diesen Orten: ${readers}. Eine Notiz liest nur der Supportdesk.`;
    },
    posted: (count: number) =>
      count === 0
        ? 'Im Thread des Ausfalls gesendet. Sonst erfährt es niemand.'
        : formats.plural(count, {
            one: 'Im Thread und an 1 weiteren Ort gesendet.',
            other: `Im Thread und an ${count} weitere Orte gesendet.`,
          }),
    kept: 'Als Notiz behalten. Nur der Supportdesk liest sie.',
    again: 'Das war schon gesendet. Deshalb wurde es nicht noch einmal gesendet.',
    cut: (limit: number) => `Die Nachricht ist länger als ${limit} Zeichen. Das Ende fehlt hier.`,
    beginning: 'Teams gibt von einer zitierten Nachricht vielleicht nur den Anfang weiter. Prüfen Sie, ob etwas fehlt.',
    withFiles: 'Bilder und Dateien der Nachricht werden nicht mitgesendet.',
    below: 'Ihre Vorschau steht im Thread, und nur Sie sehen sie. Noch ist nichts gesendet.',
    inChat: `Ihre Vorschau steht in unserem Chat: Öffnen Sie „Chat“, dann „${botName}“. Noch ist nichts gesendet.`,
    notShown: `Ich konnte Ihnen die Vorschau nicht zeigen. Schreiben Sie im Chat mit mir "publish OUT-1042" und dann den Text. Wenn Sie keinen Chat mit mir haben, fügen Sie ${botName} zuerst unter „Apps“ für sich hinzu.`,
    inRoom:
      'Nur Sie dürfen die Vorschau sehen, und das kann Teams hier nicht. Schreiben Sie im Chat mit mir "publish OUT-1042" und dann den Text.',
    noText: (example: string) =>
      `Diese Nachricht hat keinen Text: Vielleicht wurde sie gelöscht, oder sie ist ein Bild oder eine Karte. Um selbst zu schreiben: ${example}`,
  },
  plan: {
    firstLook: 'Was prüfen Sie zuerst? (optional)',
    looks: { changes: 'Letzte Änderungen', logs: 'Protokolle', database: 'Datenbank', network: 'Netzwerk' },
    nextUpdate: 'Wann kommt das nächste Update?',
    minutes: (n: number) => formats.duration(n * 60_000),
  },
  note: {
    heading: (name: string) => `${name}: Notiz hinzufügen`,
    text: 'Was sollte der Supportdesk wissen?',
    example: 'Was Sie versucht und ausgeschlossen haben, wen Sie gefragt haben',
    send: 'Notiz hinzufügen',
    audience: 'Nur der Supportdesk sieht sie, in diesem Thread. Die meldende Person und alle, die folgen, sehen sie nicht.',
  },
};
