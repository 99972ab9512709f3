/** What Teams says of the app before anybody has it: at most 100, 80 and 4,000 characters. */
export const app = {
  fullName: 'Outage Desk: meld et produktionsnedbrud',
  short: 'Meld et produktionsnedbrud, se, hvem der arbejder på det, og hvad der nu sker.',
  full: [
    'Er produktionen nede, og kan ingen arbejde? Fortæl det til Outage Desk, så bliver supportens vagt alarmeret.',
    'Sådan melder du: Send ”nedbrud” eller outage i en chat med Outage Desk. I en kanal eller gruppechat skriver du / og vælger outage, eller du omtaler @Outage Desk og skriver outage. Det er seks korte trin, de fleste med ét tryk, og det tager cirka et minut. Indtil du sender, ser kun du, hvad du skriver.',
    'Sådan går det videre: Du får et nummer, det tidspunkt, hvor en fra supporten senest overtager sagen, og et telefonnummer. Du hører, hvem der er ansvarlig, hvad der blev fundet, hvornår næste opdatering kommer, og hvornår nedbruddet er løst.',
    'For supportens teknikere: Hvert nedbrud er en tråd i supportdeskens kanal. Du overtager det med ét tryk. Vagten alarmeres før fristen, og når du har overtaget sagen, alarmeres ingen flere om det.',
    'For alle, der følger med: En kanal eller gruppechat får ét kort for hvert nedbrud, som altid viser den aktuelle status, og en besked, når noget ændrer sig.',
    'Det er et nedbrud, når en fejl i produktionen hindrer mere end én person i det daglige arbejde. Er det noget mindre, fortæller Outage Desk, hvad du kan gøre i stedet.',
    'Hvem ser hvad: Dit telefonnummer og din mailadresse vises for dig og i supportens kanal, ikke andre steder. Outage Desk reagerer på beskeder, der sendes til den eller omtaler den, og gemmer intet fra andre.',
  ].join('\n\n'),
};
