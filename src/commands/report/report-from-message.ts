/** Somebody reports a message: the guided report begins in their own chat, with the message as its details. */
import type { Card } from '../../cards/base/card.ts';
import { forInput, oneLine, shorten } from '../../cards/text.ts';
import type { Instant } from '../../outage/types/values.ts';
import type { Entered } from '../../report/draft.ts';
import { FIELDS } from '../../report/fields.ts';
import { isBlank } from '../../report/step.ts';
import { zoneOf } from '../../report/steps/details.ts';
import type { Reply, Turn } from '../command.ts';
import { draftOf, inTurn, saveDraft } from './drafts.ts';
import { beginReport } from './report-outage.ts';

/** The id of the action on a message: the manifest names it, and Teams sends it when somebody chooses it. */
export const REPORT_MESSAGE = 'report-outage';

/** The message as it came in. Only the link was checked. */
export type Quoted = {
  readonly id: string;
  /** Plain text; empty for a card or a picture alone. */
  readonly text: string;
  /** Pictures, files or the like came with it. */
  readonly withFiles: boolean;
  readonly subject: string;
  readonly author: string;
  readonly at: Instant | null;
  /** Empty when there is none. */
  readonly link: string;
};

/** `card`: what comes next in the person's own chat. `quoted`: whether the message is in the report. `nonce`: of the draft. */
type BegunFromMessage = { readonly nonce: string; readonly card: Card; readonly summary: string; readonly quoted: boolean };

/**
 * Begins the report, or goes on with one that was not sent. Details that somebody typed are never replaced.
 * `caller`: as in their own chat. Gives a reply where no report could begin.
 */
export const reportFromMessage = (quoted: Quoted, turn: Turn): Promise<BegunFromMessage | Reply> =>
  inTurn(turn, () => beginQuoting(quoted, turn));

async function beginQuoting(quoted: Quoted, turn: Turn): Promise<BegunFromMessage | Reply> {
  const reply = await beginReport(turn);
  const draft = await draftOf(turn.drafts, turn.actor.id);
  if (reply.type !== 'card' || !draft) return reply;
  const { card, summary } = reply;
  const { nonce, entered } = draft;
  const description = await details(quoted, entered, turn);
  // Teams asks twice when an answer was late.
  if (entered.description === description) return { nonce, card, summary, quoted: true };
  if (!isBlank(entered.description ?? '')) return { nonce, card, summary, quoted: false };
  const added: Entered = {
    description,
    title: entered.title || forInput(oneLine(quoted.subject), FIELDS.title.limit),
    link: quoted.link,
  };
  await saveDraft(turn.drafts, { ...draft, entered: { ...entered, ...added } });
  return { nonce, card, summary, quoted: true };
}

const LONGEST_NAME = 80;

async function details({ text, withFiles, author, at }: Quoted, entered: Entered, { words, outages }: Turn): Promise<string> {
  const say = words.report.fromMessage;
  const who = shorten(oneLine(author), LONGEST_NAME) || say.somebody;
  const when = at === null ? '' : words.formats.clock(at, zoneOf(entered), await outages.now());
  const head = say.wrote(who, when);
  const foot = withFiles && !isBlank(text) ? `\n${say.withFiles}` : '';
  const left = FIELDS.description.limit - head.length - 1 - foot.length;
  const body = isBlank(text) ? say.noText : text;
  const kept = forInput(body, left);
  return `${head}\n${kept.length < forInput(body, body.length).length ? `${forInput(body, left - 1)}\u2026` : kept}${foot}`;
}
