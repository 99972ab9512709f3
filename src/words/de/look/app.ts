/** What Teams says of the app before anybody has it: at most 100, 80 and 4,000 characters. */
export const app = {
  fullName: 'Outage Desk: einen Produktionsausfall melden',
  short: 'Produktionsausfall melden, sehen, wer daran arbeitet und wie es weitergeht.',
  full: [
    'Die Produktion steht, und niemand kann arbeiten? Sagen Sie es Outage Desk, und die Bereitschaft des Supports wird alarmiert.',
    'So melden Sie: Senden Sie „Ausfall“ oder outage in einem Chat mit Outage Desk. In einem Kanal oder Gruppenchat tippen Sie / und wählen outage, oder Sie erwähnen @Outage Desk und schreiben outage dazu. Es sind sechs kurze Schritte, für die meisten genügt ein Tippen. Das dauert etwa eine Minute. Bis Sie die Meldung senden, sehen nur Sie, was Sie eingeben.',
    'Was dann geschieht: Sie bekommen eine Nummer, die Frist, bis zu der jemand vom Support Ihre Meldung übernimmt, und eine Telefonnummer. Sie erfahren, wer zuständig ist, was gefunden wurde, wann das nächste Update kommt und wann der Ausfall behoben ist.',
    'Für Engineers des Supports: Jeder Ausfall ist ein Thread im Kanal Ihres Supportdesks. Sie übernehmen ihn mit einem Tippen. Die Bereitschaft wird vor der Frist alarmiert, und sobald Sie übernommen haben, niemand mehr.',
    'Für alle, die folgen: Ein Kanal oder Gruppenchat bekommt für jeden Ausfall eine Karte, die immer den aktuellen Stand zeigt, und eine Nachricht, wenn sich etwas ändert.',
    'Ein Ausfall ist es, wenn das laufende Produktionssystem mehr als eine Person von der täglichen Arbeit abhält. Bei allem, was kleiner ist, sagt Outage Desk, was Sie stattdessen tun können.',
    'Wer was sieht: Ihre Telefonnummer und E-Mail-Adresse sehen Sie selbst und der Support in seinem Kanal, sonst niemand. Outage Desk reagiert auf Nachrichten, die ihm gesendet werden oder es erwähnen, und behält nichts von anderen.',
  ].join('\n\n'),
};
