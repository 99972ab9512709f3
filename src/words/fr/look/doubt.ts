/** What was typed may be a command, or an ordinary sentence. `name`: of the command. */
export const doubt = {
  heading: 'Est-ce une commande ?',
  notRun: 'Rien n’a encore été fait. Si c’en est une, appuyez sur le bouton.',
  run: (name: string) => `Lancer « ${name} »`,
  ran: 'C’est fait.',
};
