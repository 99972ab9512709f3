/** In which language somebody, or a room, reads. In Japanese. */
export const language = {
  command: '表示言語を選ぶ: language または language 日本語 など',
  heading: '言語を選択',
  chosen: (language: string) => `現在の表示言語: ${language} (選択した言語)。`,
  asInTeams: (language: string) => `現在の表示言語: ${language} (Teams アプリと同じ)。`,
  about: '変わるのは、あなただけに表示される内容です。チャネルとグループ チャットの言語は変わりません。',
  label: '言語',
  ofTeams: 'Teams と同じ',
  save: 'この言語にする',
  saved: (language: string) => `今後の表示言語: ${language}。`,
  unknown: (languages: string) => `その言語には対応していません。使える言語: ${languages}。`,
  /** For a room that follows. */
  ofRoom: 'ここの言語',
  ofDesk: (language: string) => `サポート デスクと同じ (${language})`,
  untranslated: (language: string, places: string) =>
    `ここで読まれている言語 (${language}) で、デスク ファイルの次のテキストがありません: ${places}。`,
  untranslatedRemedy: 'その言語でも書くか、全員に共通のテキストを 1 つだけ書いてください。',
  notIn: (language: string, places: string) => `デスク ファイルのうち、この言語 (${language}) にないテキスト: ${places}。`,
};
