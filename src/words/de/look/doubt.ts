/** What was typed may be a command, or an ordinary sentence. `name`: of the command. */
export const doubt = {
  heading: 'Ist das ein Befehl?',
  notRun: 'Noch ist nichts passiert. Wenn ja, nutzen Sie die Schaltfläche.',
  run: (name: string) => `"${name}" ausführen`,
  ran: 'Erledigt.',
};
