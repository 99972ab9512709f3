/** What changed since somebody looked last. */

export const catchUp = {
  heading: '前回からの変化',
  since: (when: string) => `前回見た ${when} からの変化:`,
  change: (when: string, text: string) => `${when}: ${text}`,
  updates: (count: number, when: string, last: string) => `更新 ${count} 件、最後は ${when}: ${last}`,
  several: (count: number, when: string, last: string) => `${count} 回、最後は ${when}: ${last}`,
  earlier: (count: number, name: string) => `ほか ${count} 件の変化を見るには、"timeline ${name}" と書いてください。`,
  nothing: (when: string) => `前回見た ${when} から変化はありません。`,
  never: '見るのは初めてです。現在の状況は次のとおりです。',
  noneOpen: '関係する対応中の障害はなく、これまでに見た障害もありません。',
  more: (name: string) => `全体を見るには、"status ${name}" と書いてください。`,
  moreOutages: (count: number) => `ほか ${count} 件の障害に変化があります。もう一度 "catch up" と書いてください。`,
  oneOf: (name: string) => `1 件の変化をすべて見るには、"catch up ${name}" のように番号を付けて書いてください。`,
};
