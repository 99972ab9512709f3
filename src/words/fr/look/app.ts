/** What Teams says of the app before anybody has it: at most 100, 80 and 4,000 characters. */
export const app = {
  fullName: 'Outage Desk : signaler une panne de production',
  short: 'Signalez une panne, voyez qui s’en occupe et suivez sa résolution.',
  full: [
    'La production est en panne et plus personne ne peut travailler ? Dites-le à Outage Desk : l’astreinte du support est alertée.',
    'Pour signaler : envoyez « panne » ou outage dans une conversation avec Outage Desk. Dans un canal ou une conversation de groupe, tapez / et choisissez outage, ou mentionnez @Outage Desk, suivi de outage. Il y a six étapes courtes, la plupart d’un seul geste : comptez une minute environ. Jusqu’à l’envoi, personne d’autre ne voit ce que vous saisissez.',
    'Ensuite : vous recevez un numéro, l’heure limite de prise en charge de votre panne et un numéro de téléphone. Vous saurez qui s’en occupe, ce qui a été trouvé, quand vient le prochain point et quand la panne est résolue.',
    'Pour les ingénieurs du support : chaque panne est un fil dans le canal de votre équipe de support. Prenez-la en charge d’un seul geste. L’astreinte est alertée avant l’échéance, puis plus personne ne l’est dès que la panne est prise en charge.',
    'Pour tous ceux qui suivent : un canal ou une conversation de groupe reçoit pour chaque panne une carte qui montre toujours son état actuel, et un message quand quelque chose change.',
    'Il y a panne quand le système de production empêche plus d’une personne de faire son travail quotidien. Pour le reste, Outage Desk vous dit quoi faire.',
    'Qui voit quoi : votre numéro de téléphone et votre adresse e-mail ne sont visibles que pour vous et dans le canal du support. Outage Desk réagit aux messages qui lui sont envoyés ou qui le mentionnent, et ne garde rien des autres.',
  ].join('\n\n'),
};
