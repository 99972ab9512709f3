/** What people write to the bot that is no command: a greeting, thanks, or in their own words what is down. */
import { kindCard } from '../../cards/look/look.ts';
import { resumeCard } from '../../cards/report/begun.ts';
import { isEngineer } from '../../outage/permissions.ts';
import { cardReply, isAlone, orInCompany, type Reply, type Turn } from '../command.ts';
import { askWhatItIs } from '../conversation/reply.ts';
import { inTurn, unsentDraft } from '../report/drafts.ts';
import { beginReport } from '../report/report-outage.ts';
import { isSmallTalk, withoutGreeting } from './small-talk.ts';

/** null: the help answers. A customer's own words begin a report with them as its title; nothing is sent by that. */
export async function answerFreeText(text: string, turn: Turn): Promise<Reply | null> {
  const said = withoutGreeting(text);
  const isSmall = isSmallTalk(said);
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
