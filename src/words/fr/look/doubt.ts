/** What was typed may be a command, or an ordinary sentence. `name`: of the command. */
export const doubt = {
  heading: 'Est-ce une commande ?',
  notRun: 'Rien n’a encore été fait. Si oui, appuyez sur le bouton.',
  run: (name: string) => `Exécuter "${name}"`,
  ran: 'C’est fait.',
};
