/** What was typed may be a command, or an ordinary sentence. `name`: of the command. */
export const doubt = {
  heading: 'Is that a command?',
  notRun: 'Nothing has been done yet. If it is one, press the button.',
  run: (name: string) => `Run "${name}"`,
  ran: 'That is done.',
};
