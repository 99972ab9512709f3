/** What people write to the bot that is no command: a greeting, thanks, or in their own words what is down. */
import { kindCard } from '../../cards/look/look.ts';
import { resumeCard } from '../../cards/report/begun.ts';
import { isEngineer } from '../../outage/permissions.ts';
import { cardReply, isAlone, orInCompany, type Reply, type Turn } from '../command.ts';
import { askWhatItIs } from '../conversation/reply.ts';
import { inTurn, unsentDraft } from '../report/drafts.ts';
import { beginReport } from '../report/report-outage.ts';

const GREETING =
  /^(?:(?:good\s+(?:morning|afternoon|evening|day)|(?:morning|afternoon|evening)(?=[\s.,!]*$)|hi+|hello|hey+|hallo|hola|bonjour|howdy|greetings|dear)(?![\p{L}\p{N}])(?:[\s,]+(?:there|all|everyone|everybody|team|support|bot|folks|outage desk)(?![\p{L}\p{N}]))*[\s.,:;!?\u2013-]*)+/iu;
/** A command may follow it; empty when none of the text is left. */
export const withoutGreeting = (text: string): string => text.replace(GREETING, '');
/** Thanks and other words that ask for nothing. With more behind them they are no small talk: "thanks, but it fails again". */
const SMALL_TALK =
  /^(?:(?:many|ok(?:ay)?|great|perfect|no|yes|sure|super|cool|fine|good|done|got it|good\s?bye|bye|thanks?|thank\s+you|thx|ty|cheers|merci|danke|gracias|a lot|so much|very much|again|for (?:your|the|all your) (?:help|support|work)|to (?:you|all|everyone)|you|all|guys|team|everyone|bot|outage desk|[\u{1F44B}\u{1F44D}\u{1F64F}\u2764\u{1F600}-\u{1F60D}\u{1F389}]|\uFE0F|[\u{1F3FB}-\u{1F3FF}])[\s.,!:)]*)+$/iu;
const LONGEST_SMALL_TALK = 80;

/** null: the help answers. A customer's own words begin a report with them as its title; nothing is sent by that. */
export async function answerFreeText(text: string, turn: Turn): Promise<Reply | null> {
  const said = withoutGreeting(text);
  const isSmall = said.length <= LONGEST_SMALL_TALK && SMALL_TALK.test(said);
  const replied = isSmall ? await askWhatItIs(said, turn, { onlyReplies: true }) : null;
  if (replied) return replied;
  if (text !== '' && (said === '' || isSmall)) {
    const kind = cardReply(kindCard(turn, said === '' ? 'greeting' : 'thanks'));
    const waiting = await unsentDraft(turn);
    if (!waiting) return kind;
    // "Yes" may be meant as the answer to what the report asks.
    const resume = cardReply(resumeCard(turn, waiting, await turn.outages.now(), turn.words.report.resume.press));
    return orInCompany(resume, turn, async () => kind);
  }
  if (isEngineer(turn.actor) || !/[\p{L}\p{N}]/u.test(said)) return null;
  // Asked in their turn: the report may have been sent while this waited for it.
  return await inTurn(turn, async () => {
    const asked = await askWhatItIs(said, turn);
    if (asked) return asked;
    return isAlone(turn) && /\p{L}/u.test(said) ? await beginReport(turn, said) : null;
  });
}
