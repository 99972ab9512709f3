/** What the reporter and the desk say to each other about an outage. */
export const conversation = {
  /** What a message of such an event is called in an alarm. */
  message: {
    noted: 'メモ',
    asked: '報告者への質問',
    replied: '報告者の回答',
    'reply-missed': '回答がないお知らせ',
  },
  ask: {
    button: '報告者に質問',
    heading: (name: string) => `${name}: 報告者に質問`,
    text: '何を知りたいですか?',
    example: 'すべての会社で起きますか? それとも 1 社だけですか?',
    choices: 'ワンタップで選べる回答 (任意、コンマ区切り、4 つまで)',
    choicesExample: 'はい, いいえ',
    send: '質問を送信',
    audience: '報告者だけに届きます。回答はこのスレッドに届き、あなたがメンションされます。',
    tooManyChoices: (most: number, length: number) => `${most} つまで、それぞれ ${length} 文字以内にしてください。`,
    heard: '質問を報告者に送りました。回答はこのスレッドに届きます。',
    waits: 'この質問はすでに送信済みで、回答待ちです。もう一度は送信していません。',
  },

  /** The question, as the desk and as the reporter read it. */
  asked: {
    heading: (name: string) => `${name}: 報告者への質問`,
    alone: '報告者だけが読みます。回答はこのスレッドに届きます。',
    byPhone: '電話での報告のため、相手は Teams ではわかりません。電話で質問してください。',
    byApi: 'プログラムからの報告のため、回答は届きません。お客様に直接質問してください。',
    choices: (choices: string) => `ワンタップの回答: ${choices}。`,
    forReporter: (name: string) => `${name}: サポート デスクから質問があります`,
    how: 'ここで回答してください。質問したエンジニアにすぐ伝わります。',
  },

  reply: {
    button: 'デスクに回答',
    heading: (name: string) => `${name}: 回答`,
    which: 'どの質問への回答ですか?',
    text: '回答',
    example: 'わかる範囲でかまいません',
    question: (number: number) => `質問 ${number}`,
    /** Above the buttons. */
    byTap: 'またはワンタップで回答:',
    send: '回答を送信',
    callMe: '電話を希望',
    /** What the desk reads then. */
    pleaseCall: (phone: string) => (phone ? `電話を希望します: ${phone}` : '電話を希望します。'),
    audience: 'サポート デスクだけが読みます。',
    sent: '回答はサポート デスクの障害のスレッドに届きました。',
    already: 'この質問にはすでに回答があります。',
    answered: 'この質問にはすでに回答がありました。今書いた内容もサポート デスクに届きました。',
  },

  replied: {
    heading: (name: string) => `${name}: 報告者からの回答`,
    forAsker: (mention: string) => `${mention} さん: 質問への回答です。`,
    forOwner: (mention: string) => `${mention} さん: 終了後に報告者から回答がありました。`,
    question: '質問',
  },

  missed: {
    heading: (name: string) => `${name}: 報告者からまだ回答がありません`,
    why: (mention: string) => `${mention} さん: 質問が回答待ちです。報告者に 1 回催促しました。急ぐ場合は電話してください。`,
    questions: '質問',
    forReporter: (name: string) => `${name}: デスクへの回答をお願いします`,
    more: (count: number) => `質問は ${count} 件あります。これは最初の 1 件です。`,
  },

  /** On the card of the outage. */
  waiting: {
    label: '回答待ち',
    line: (by: string, when: string, text: string) => `${by}、${when}: ${text}`,
    forReporter: 'サポート デスクから質問があります。回答をお願いします。',
  },

  /** What a reporter writes that is no command. */
  word: {
    heading: 'サポート デスクに送りますか?',
    /** In a room where everybody would read the answer. */
    inCompany: (person: string, name: string) =>
      `${person} さん: ここに書いた内容はサポート デスクには届きません。${name} に追加するには、このボットとの個人チャットに書いてください。`,
    notSent: 'まだ送信されていません。',
    question: (by: string, text: string) => `${by} からの質問: ${text}`,
    text: '書いた内容',
    example: '今の状況と、変わったこと',
    which: 'どの障害についてですか?',
    reply: '回答として送信',
    add: (name: string) => `${name} に追加`,
    addToChosen: 'この障害に追加',
    another: '新しく報告する',
    audience: 'サポート デスクが障害のスレッドで読みます。フォローしている人には届きません。',
    cut: '長すぎるため、最初の部分だけです。',
    button: '情報を追加',
    addHeading: (name: string) => `${name}: 情報を追加`,
    send: 'デスクに送信',
    fromCustomer: 'お客様',
  },
};
