/** What was typed may be a command, or an ordinary sentence. `name`: of the command. */
export const doubt = {
  heading: '¿Es un comando?',
  notRun: 'Todavía no se ha hecho nada. Si lo es, pulse el botón.',
  run: (name: string) => `Ejecutar "${name}"`,
  ran: 'Hecho.',
};
