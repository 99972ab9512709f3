/** What the reporter and the desk say to each other about an outage, in German. */
export const conversation = {
  message: {
    noted: 'Notiz',
    asked: 'Rückfrage an die meldende Person',
    replied: 'Antwort der meldenden Person',
    'reply-missed': 'Nachricht, dass eine Antwort fehlt',
  },
  ask: {
    button: 'Rückfrage stellen',
    heading: (name: string) => `${name}: Rückfrage stellen`,
    text: 'Was möchten Sie wissen?',
    example: 'Tritt es in allen Unternehmen auf oder nur in einem?',
    choices: 'Antworten zum Antippen, durch Kommas getrennt (optional, bis zu vier)',
    choicesExample: 'Ja, Nein',
    send: 'Rückfrage senden',
    audience: 'Nur die meldende Person bekommt die Rückfrage. Die Antwort kommt in diesen Thread und erwähnt Sie.',
    tooManyChoices: (most: number, length: number) => `Bitte geben Sie höchstens ${most} an, jede mit höchstens ${length} Zeichen.`,
    heard: 'Die Rückfrage geht an die meldende Person. Die Antwort kommt in diesen Thread.',
    waits: 'Das haben Sie schon gefragt, und die Antwort steht noch aus. Es wurde nicht noch einmal gesendet.',
  },

  asked: {
    heading: (name: string) => `${name}: Rückfrage an die meldende Person`,
    alone: 'Nur die meldende Person liest das. Die Antwort kommt in diesen Thread.',
    byPhone: 'Teams kennt die Person nicht, die angerufen hat. Bitte fragen Sie am Telefon nach.',
    byApi: 'Ein Programm hat gemeldet und kann nicht antworten. Bitte fragen Sie beim Kunden nach.',
    choices: (choices: string) => `Antworten zum Antippen: ${choices}.`,
    forReporter: (name: string) => `${name}: Der Support hat eine Frage`,
    how: 'Antworten Sie hier. Wer gefragt hat, erfährt es sofort.',
  },

  reply: {
    button: 'Dem Support antworten',
    heading: (name: string) => `${name}: Ihre Antwort`,
    which: 'Auf welche Frage?',
    text: 'Ihre Antwort',
    example: 'Schreiben Sie, was Sie wissen, auch wenn es nur ein Teil ist',
    question: (number: number) => `Frage ${number}`,
    byTap: 'Oder einfach antippen:',
    send: 'Antwort senden',
    callMe: 'Rufen Sie mich an',
    pleaseCall: (phone: string) => (phone ? `Bitte rufen Sie mich an: ${phone}` : 'Bitte rufen Sie mich an.'),
    audience: 'Nur der Support liest das.',
    sent: 'Ihre Antwort ist beim Support angekommen, im Thread des Ausfalls.',
    already: 'Auf diese Frage gibt es schon eine Antwort.',
    answered: 'Auf diese Frage gab es schon eine Antwort. Was Sie geschrieben haben, ist auch beim Support angekommen.',
  },

  replied: {
    heading: (name: string) => `${name}: Antwort der meldenden Person`,
    forAsker: (mention: string) => `${mention}: Das ist die Antwort auf Ihre Rückfrage.`,
    forOwner: (mention: string) => `${mention}: Diese Antwort kam erst nach dem Ende.`,
    question: 'Frage',
  },

  missed: {
    heading: (name: string) => `${name}: Antwort steht noch aus`,
    why: (mention: string) =>
      `${mention}: Ihre Rückfrage ist noch offen. Wir haben einmal an die Antwort erinnert. Wenn es nicht warten kann, rufen Sie an.`,
    questions: 'Fragen',
    forReporter: (name: string) => `${name}: Bitte antworten Sie dem Support`,
    more: (count: number) => `Es sind ${count} Fragen offen. Das ist die erste.`,
  },

  waiting: {
    label: 'Antwort steht aus',
    line: (by: string, when: string, text: string) => `${by}, ${when}: ${text}`,
    forReporter: 'Der Support hat eine Frage und wartet auf Ihre Antwort.',
  },

  word: {
    heading: 'Soll der Support das lesen?',
    inCompany: (person: string, name: string) =>
      `${person}: Was Sie hier geschrieben haben, liest der Support nicht. Um es zu ${name} hinzuzufügen, schreiben Sie es im Chat mit mir.`,
    notSent: 'Es ist noch nicht gesendet.',
    question: (by: string, text: string) => `Frage von ${by}: ${text}`,
    text: 'Ihr Text',
    example: 'Was Sie jetzt sehen und was sich geändert hat',
    which: 'Zu welchem Ausfall?',
    reply: 'Als Antwort senden',
    add: (name: string) => `Zu ${name} hinzufügen`,
    addToChosen: 'Zum Ausfall hinzufügen',
    another: 'Neue Meldung beginnen',
    audience: 'Der Support liest das im Thread des Ausfalls. Wer nur folgt, liest es nicht.',
    cut: 'Der Text war zu lang. Das ist nur der Anfang.',
    button: 'Informationen ergänzen',
    addHeading: (name: string) => `${name}: Informationen ergänzen`,
    send: 'An den Support senden',
    fromCustomer: 'Kunde',
  },
};
