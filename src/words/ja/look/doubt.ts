/** What was typed may be a command, or an ordinary sentence. `name`: of the command. */
export const doubt = {
  heading: 'コマンドですか?',
  notRun: 'まだ何も実行していません。コマンドの場合は、ボタンを押してください。',
  run: (name: string) => `"${name}" を実行`,
  ran: '実行しました。',
};
