/** What the bot, levels, phases and wrong phone numbers are called, and what stands in place of personal data. */
import type { PhoneFault } from '../../../desk/phones.ts';
import type { Phase } from '../../../outage/types/outage.ts';
import type { Level } from '../../../outage/types/values.ts';

/** The bot's name in Teams, which is not translated. */
export const botName = 'Outage Desk';

/** Japanese has no articles, so these are the same within a sentence. */
export const the: Record<Level, string> = { primary: '一次当番', secondary: '二次当番', 'duty-manager': '当番マネージャー' };
export const level: Record<Level | 'owner', string> = { ...the, owner: '担当者' };
export const phase: Record<Phase, string> = {
  investigating: '調査中: 原因を調べています',
  mitigating: '対処中: 修正を進めています',
  monitoring: '経過観察中: 修正を終え、様子を見ています',
};
export const phaseShort: Record<Phase, string> = { investigating: '調査中', mitigating: '対処中', monitoring: '経過観察中' };

/** What is wrong with a phone number, behind the number. */
const phoneFault: Record<PhoneFault, string> = {
  INVALID_COUNTRY: '国番号がありません',
  NOT_A_NUMBER: '電話番号ではありません',
  TOO_SHORT: '短すぎます',
  TOO_LONG: '長すぎます',
  INVALID_LENGTH: '桁数が正しくありません',
  UNKNOWN: '存在しない番号です',
};

export const uncallable = (region: string, number: string, why: PhoneFault) =>
  `${region} の電話番号にはかけられません: ${number} (${phoneFault[why]})。`;

export const privacy = {
  /** In place of a name, a number or a text that was removed. */
  removed: '(削除済み)',
  message: '個人データを除いたカード',
  timeline: '個人データが記録から削除されました',
};
