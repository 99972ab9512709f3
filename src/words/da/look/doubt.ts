/** What was typed may be a command, or an ordinary sentence. `name`: of the command. */
export const doubt = {
  heading: 'Er det en kommando?',
  notRun: 'Der er ikke sket noget endnu. Er det en kommando, så tryk på knappen.',
  run: (name: string) => `Kør "${name}"`,
  ran: 'Det er gjort.',
};
