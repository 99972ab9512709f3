/** The certificate of an outage: the card that gives it, and the pages of its PDF. */
import type { Certificate, Happened, Reader } from '../../../certificate/document.ts';
import type { Outcome } from '../../../certificate/promises.ts';
import { denial } from '../../denial.ts';

const kept = (count: number, of: number): string => {
  if (of === 0) return '期限の来た約束はまだありません。';
  return count === of && of > 1 ? `${of} 件の約束をすべて守りました。` : `守られた約束: ${of} 件中 ${count} 件。`;
};

export const certificate = {
  button: '証明書を表示',
  heading: (name: string) => `${name}: 障害証明書`,
  about: '記録用の署名付きファイルです。報告と対応開始の日時、すべての更新の時刻、守られた約束を記載しています。',
  notOver: 'まだ終わっていません。ファイルの内容はこれまでの経過です。終わってからもう一度取得してください。',
  kept,
  until: (when: string) =>
    `リンクは ${when} まで有効です。リンクを知っている人は誰でも開けるため、リンクではなくファイルを渡してください。`,
  openPdf: 'PDF を開く',
  openJson: 'JSON を開く',
  truth: 'PDF は閲覧用で、正本となる署名付き JSON を含みます。確認方法はどちらにも書かれています。',
  none: (name: string) => denial('not-now', `${name} に証明書はありません。証明書があるのは障害だけです。`),
  noKey: {
    desk: 'このデスクには署名用のキーがありません。デスクの管理者に作成を依頼してください: npx outage-desk keys',
    reporter: 'このサポート デスクは、まだ証明書に署名していません。障害の報告書を依頼してください。',
  } satisfies Record<Reader, string>,
  noAddress: {
    desk: (name: string) => `ファイル用のアドレスがないため、デスクの管理者が作成します: npx outage-desk certificate ${name} FILE.pdf`,
    reporter: (name: string) => `ここではリンクをお渡しできません。サポート デスクに ${name} の証明書を依頼してください。`,
  } satisfies Record<Reader, (name: string) => string>,

  pdf: {
    title: (name: string) => `障害証明書 ${name}`,
    says: (desk: string, when: string) => `${desk} の記録に基づく内容です。発行日時: ${when}。`,
    notOver: 'この障害はまだ終わっていません。これまでの経過です。',
    fact: {
      outage: '障害',
      desk: 'サポート デスク',
      customer: 'お客様',
      environment: '環境',
      scenario: '障害の種類',
      state: '状態',
      affected: '影響人数',
      reader: '発行先',
    },
    state: {
      reported: '報告済み、未対応',
      acknowledged: '対応中',
      transferred: '別のチームに移管',
      withdrawn: '報告者が取り下げ',
      merged: '別の障害に統合',
      resolved: '解決済み',
      closed: '解決済み、クローズ',
    } satisfies Record<Certificate['state'], string>,
    reader: {
      reporter: '報告者 (ほかのお客様の人数は含みません)',
      desk: 'サポート デスク',
    } satisfies Record<Reader, string>,
    times: (zone: string) => `時刻は UTC です。その下の行は ${zone} の時刻です。`,
    promises: '約束',
    what: '約束の内容',
    promise: { acknowledge: '担当エンジニアが対応を開始する', update: '次の更新を届ける' },
    due: '期限',
    done: '実施',
    result: '結果',
    outcome: {
      kept: '期限内',
      late: '期限超過',
      open: '期限前',
      ended: '期限前に終了',
      unknown: '不明 (記録を復元)',
    } satisfies Record<Outcome, string>,
    lateBy: (late: string) => `${late}遅れ`,
    notDone: '\u2013',
    history: '経過とお知らせの時刻',
    when: '日時',
    event: '内容',
    happened: {
      reported: () => 'サポート デスクに報告',
      promoted: () => 'サポート デスクがリクエストを障害と判断',
      acknowledged: (by) => (by ? `${by} が対応を開始` : '対応を開始'),
      'taken-back': () => '対応開始を取り消し',
      'handed-over': (by) => (by ? `${by} が新しい担当者に` : '担当者を交代'),
      released: () => '当番に戻した',
      updated: () => 'フォローしている全員への更新',
      transferred: (team) => `${team} に移管`,
      objected: () => '報告者が異議を伝えた',
      withdrawn: () => '報告者が取り下げ',
      merged: (into) => `${into} に統合 (以後の更新はそちらから)`,
      resolved: () => '解決',
      reopened: () => '再オープン (終わっていなかった)',
      closed: () => 'クローズ',
      'desk-unreached': () => '報告がサポート デスクのチャネルに届かず、報告者に伝えた',
      'desk-reached': () => '報告がサポート デスクのチャネルに届いた',
      restored: (since) => `バックアップから記録を復元 (${since} からこの時刻までは不明)`,
    } satisfies Record<Happened, (more: string) => string>,
    check: '確認方法',
    holds: 'この PDF には署名付きのファイル certificate.json が含まれます。ページの内容と異なる場合は、ファイルが正しい内容です。',
    how: {
      file: (key: string) =>
        `このファイルは、Ed25519 (RFC 8037) で署名した JWS (RFC 7515) です。内容は payload に base64url で入っています。鍵は ${key} です。`,
      save: (from: string, file: string) =>
        `この ID の公開鍵を key.pem として保存してください (入手先: ${from})。このファイルは ${file} として保存し、次のコマンドを実行してください:`,
      fromDesk: '信頼できる方法でサポートから',
      verified:
        '4 番目のコマンドに「Signature Verified Successfully」と表示され、最後のコマンドに署名された内容が表示されます。このファイルのほかの部分は署名されていません。',
      takeOut:
        'PDF にはこのファイルが含まれます。pdfdetach -saveall certificate.pdf で取り出せます。正しい内容はこのファイルです。PDF のページは閲覧用です。',
    },
    record: (events: number, head: string) => `障害の記録のイベント ${events} には、それまでの全イベントのハッシュがあります: ${head}`,
    missing: '? はこの PDF で表示できない文字です。certificate.json にはすべての文字があります。',
    page: (name: string, page: number, of: number) => `${name}、${page}/${of} ページ`,
    hash: (hash: string) => `certificate.json の SHA-256: ${hash}`,
  },
};
