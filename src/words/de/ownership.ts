/** Who owns an outage: handing it over, helping with it and giving it back; and all buttons of engineers. In German. */

export const ownership = {
  buttons: {
    nothingNew: '„Nichts Neues“ senden',
    more: 'Mehr',
    accept: 'Annehmen',
    decline: 'Ablehnen',
    handOver: 'Übergeben',
    help: 'Mithelfen',
    assist: 'Hilfe holen',
    release: 'Zurückgeben',
    transfer: 'Weiterleiten',
    merge: 'Zusammenführen',
    unmerge: 'Zusammenführung aufheben',
    reclassify: 'Neu einordnen',
    note: 'Notiz hinzufügen',
    reopen: 'Wieder öffnen',
  },
  more: {
    heading: (name: string) => `${name}: Mehr`,
    groups: {
      now: 'Jetzt',
      owner: 'Wer daran arbeitet',
      call: 'Anruf und Chat',
      kind: 'Was es ist',
      ended: 'Es ist nicht vorbei',
      look: 'Was passiert ist',
      desk: 'Nur für den Supportdesk',
    },
  },

  handOver: {
    heading: (name: string) => `${name}: Übergeben`,
    person: 'An wen?',
    send: 'Übergabe anbieten',
    audience: 'Die Person wird in diesem Thread gefragt. Bis sie annimmt, bleiben Sie zuständig.',
  },
  assist: {
    heading: (name: string) => `${name}: Hilfe holen`,
    person: 'Wer hilft?',
    send: 'Hilfe holen',
    audience: 'Die Person wird in diesem Thread gefragt. Die Zuständigkeit ändert sich nicht.',
  },
  release: {
    heading: (name: string) => `${name}: Zurückgeben`,
    reason: 'Warum geben Sie den Ausfall zurück?',
    example: 'Was Sie bisher wissen, und warum jemand anderes weitermachen muss',
    send: 'Zurückgeben',
    audience: 'Die Bereitschaft wird sofort alarmiert, mit kürzerer Frist, und die meldende Person erfährt es.',
  },

  reaction: {
    told: (by: string, until: string) =>
      `Übernommen durch eine Reaktion. War das ein Versehen, kann ${by} das bis ${until} rückgängig machen.`,
    youTook: (name: string) => `${name}: Durch Ihre Reaktion übernommen`,
    undo: (until: string) =>
      `Sie sind jetzt zuständig. War das ein Versehen, nutzen Sie die Schaltfläche bis ${until}. Dann ist niemand zuständig, und alle erfahren es.`,
    notMeant: 'Rückgängig machen',
    done: (name: string) =>
      `Rückgängig gemacht. Für ${name} ist jetzt niemand zuständig. Alle, die von Ihrer Übernahme wussten, erfahren es.`,
    takenBack: (name: string) => `${name}: Übernahme rückgängig gemacht`,
    mistake: 'Der Ausfall wurde versehentlich übernommen.',
  },

  choose: 'Bitte auswählen',
  person: {
    placeholder: 'Namen eingeben, dann auswählen',
    one: 'Wählen Sie eine Person aus der Liste. Ein eingegebener Name reicht nicht.',
    hasIt: (name: string) => `${name} ist schon zuständig. Wählen Sie jemand anderes.`,
    noEngineer: (engineers: string) =>
      `Diese Person ist kein Engineer dieses Supportdesks. Wählen Sie eine Person ${engineers ? `aus: ${engineers}` : 'aus der Liste'}. Wer den Supportdesk betreibt, kann weitere in der Desk-Datei unter engineers eintragen.`,
  },

  say: {
    doYouTake: (name: string) => `${name} übernehmen?`,
    doYouTakeText: 'Ich war nicht sicher, was Sie meinen. Es hat sich nichts geändert. Um zu übernehmen, nutzen Sie die Schaltfläche.',
    like: (example: string) => `Schreiben Sie es so: ${example}`,
    whichEngineer: (names: string) => `Das passt auf mehrere Engineers: ${names}. Erwähnen Sie die Person, die Sie meinen, mit @.`,
    noEngineer: 'Diesen Engineer kenne ich in diesem Supportdesk nicht. Erwähnen Sie die Person mit @, oder wählen Sie „Übergeben“.',
    whichTeam: (teams: string) => `Dieses Team kenne ich nicht. Die Teams dieses Supportdesks: ${teams}.`,
    noTeams:
      'Dieser Supportdesk hat keine Teams, an die sich weiterleiten lässt. Wer ihn betreibt, kann sie in der Desk-Datei unter teams eintragen.',
    noPlan: (project: string) =>
      `Ich weiß nicht, wie schnell ein Team bei ${project} antwortet: In der Desk-Datei fehlt der Supportplan. Wer den Supportdesk betreibt, kann ihn unter plans und beim Projekt eintragen.`,
    so: (name: string) => `Das war schon so. Bei ${name} hat sich nichts geändert.`,
  },
};
