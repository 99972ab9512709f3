/** Ordinary support requests, in German. */

export const request = {
  heading: 'Supportanfrage senden',
  done: 'Anfrage senden',
  environment: {
    title: 'Um welche Umgebung geht es?',
    label: 'Umgebung',
    intro: 'Sie können jede Ihrer Umgebungen wählen. Eine Anfrage muss nicht die Produktion betreffen.',
  },
  review: {
    intro: (desk: string, when: string, plan: string) =>
      `Das geht als Anfrage an ${desk}. Antwort bis ${when}. Ihr Supportplan: ${plan}. Es wird niemand alarmiert.`,
    introNoPlan: (desk: string) =>
      `Das geht als Anfrage an ${desk}. Ich kenne die Antwortzeit für dieses Projekt nicht und kann deshalb keine zusagen. Es wird niemand alarmiert.`,
  },
  noScenario: 'Nicht ausgewählt',

  exit: {
    notListed: 'Nichts davon passt',
    notListedText: 'Wenn es warten kann, senden Sie es als Anfrage. Dann müssen Sie keine Art von Ausfall auswählen.',
    sendText: 'Sie können Ihre Eingaben als normale Supportanfrage senden.',
    within: (within: string, plan: string) => `Sie bekommen innerhalb von ${within} eine Antwort (${plan}).`,
    noPlan: 'Ich kenne die Antwortzeit für Ihr Projekt nicht und kann deshalb keine zusagen.',
    outageText: (minutes: string) =>
      `Sie haben angegeben, dass alle drei Punkte zutreffen. Dann ist es ein Ausfall. Melden Sie ihn, und wir übernehmen innerhalb von ${minutes}.`,
    orPortal: (text: string) => `Oder im Supportportal: ${text}`,
    portal: 'Supportportal öffnen',
    send: 'Als Anfrage senden',
    outage: 'Als Ausfall melden',
  },

  unsent: {
    nudge: 'Ihre Anfrage ist noch nicht gesendet',
    resume: 'Ihre Anfrage ist noch nicht gesendet',
    resumeText:
      'Bei einer Anfrage wird niemand alarmiert. Wenn die Produktion jetzt ausgefallen ist, wählen Sie „Neu beginnen“ und melden Sie einen Ausfall. Diese Anfrage wird dabei gelöscht.',
    inCompany: (person: string) => `${person} schreibt eine Supportanfrage`,
    failed: 'Ihre Anfrage wurde nicht gesendet',
  },

  state: { waiting: 'Anfrage, wartet auf Antwort', answered: 'Anfrage, beantwortet', withdrawn: 'Anfrage, zurückgezogen' },
  receipt: (name: string, desk: string) => `${name} wurde an ${desk} gesendet`,
  next: {
    replyBy: (when: string, plan: string) => `Sie bekommen eine Antwort bis ${when}. Ihr Supportplan: ${plan}.`,
    replyLate: (when: string, name: string) =>
      `Wir haben eine Antwort bis ${when} zugesagt und sind zu spät. Bitte rufen Sie an und nennen Sie ${name}.`,
    noPlan: 'Ich kenne die Antwortzeit für dieses Projekt nicht und kann deshalb keine zusagen. Sie können auch das Supportportal nutzen.',
    answered: (by: string, when: string) => `Beantwortet von ${by}, ${when}.`,
    ifOutage: 'Bei einer Anfrage wird niemand alarmiert. Wenn die Produktion ausfällt, melden Sie mit /outage einen Ausfall.',
    withdrawn: (by: string, when: string) => `Anfrage zurückgezogen von ${by}, ${when}.`,
    was: (name: string) => `Ursprünglich war das die Anfrage ${name}.`,
  },

  reporter: { correct: 'Anfrage korrigieren', withdraw: 'Anfrage zurückziehen' },
  buttons: { answer: 'Antworten', promote: 'Als Ausfall einstufen' },
  facts: {
    replyBy: 'Antwort bis',
    by: (when: string, plan: string) => `${when} (${plan})`,
    noPlan: 'Die Desk-Datei nennt für dieses Projekt keinen Supportplan',
    answer: 'Antwort',
    was: 'Ursprünglich Anfrage',
    wasBy: (name: string, when: string) => `${name}, als Ausfall eingestuft: ${when}`,
  },
  desk: {
    promoted: (name: string) =>
      `Es ist jetzt ein Ausfall: ${name} hat einen eigenen Thread im Kanal des Supportdesks. Machen Sie dort weiter.`,
  },
  answer: {
    heading: (name: string) => `${name}: Antworten`,
    text: 'Was muss die meldende Person wissen?',
    example: 'Was es war, was Sie getan haben, was jetzt möglich ist',
    send: 'Antwort senden',
    audience: 'Die Antwort geht in diesen Thread und an die meldende Person. Wenn es mehr zu sagen gibt, können Sie noch einmal antworten.',
  },
  news: {
    answered: (name: string) => `${name}: Beantwortet`,
    notHelped: (phones: string, name: string) => `Wenn das nicht hilft, rufen Sie an und nennen Sie ${name}: ${phones}.`,
    promoted: (was: string, name: string) => `${was} ist jetzt ein Ausfall: ${name}`,
    promotedText: 'Der Support hat festgestellt, dass es ein Ausfall ist.',
    withdrawn: 'Sie müssen nicht mehr antworten.',
  },

  queue: 'Warteschlange der Anfragen',
  list: {
    mine: 'Es folgen Ihre Anfragen. Für sie wird niemand alarmiert.',
    replyBy: (when: string) => `Antwort bis ${when}`,
  },
  timeline: {
    sent: (more: string) => `hat es als Anfrage gesendet: ${more}`,
    answered: (more: string) => `hat geantwortet: ${more}`,
    promoted: (more: string) => `hat festgestellt, dass es ein Ausfall ist: ${more}`,
  },
  message: { answered: 'Antwort auf eine Anfrage', promoted: 'Nachricht, dass eine Anfrage ein Ausfall ist' },
};
