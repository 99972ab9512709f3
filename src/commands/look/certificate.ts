/** "/outage certificate OUT-1042": a signed file of an outage, for its reporter and for engineers; also by a button once it has ended. */
import { type Button, button, dataOf } from '../../cards/base/verbs.ts';
import { certificateCard } from '../../cards/look/certificate.ts';
import { may } from '../../outage/permissions.ts';
import { type Outage, outageName } from '../../outage/types/outage.ts';
import { showingOf } from '../authorize/access.ts';
import {
  type Command,
  cardReply,
  forThread,
  isAlone,
  orInCompany,
  type Presses,
  type Reply,
  sayLine,
  says,
  sentence,
  type Turn,
  whenFound,
} from '../command.ts';
import { outageOnCard } from '../forms/outage-press.ts';
import { findOutage } from './status.ts';

export const outageCertificate: Command = {
  name: '/outage certificate',
  needs: 'certificate',
  parse: says(/^\/?(?:outage\s+)?certificate((?:\s+(?:(?:of|for)\s+)?(?:(?:OUT|REQ|DRILL)-?)?\d{1,9})?)[.!]*$/i),
  run: whenFound(findOutage, async ({ recorded: { outage }, showing }, turn) => {
    // In a room of others it is nobody's to read.
    if (showing !== 'desk' && !isAlone(turn)) return sayLine(turn.words.look.list.ownChat, turn);
    const reply = await giveCertificate(outage, turn, sayLine);
    return showing === 'desk' ? forThread(reply) : reply;
  }),
};

/** `answer`: how to say a sentence. */
async function giveCertificate(
  outage: Outage,
  turn: Turn,
  answer: typeof sayLine | typeof sentence,
  actions: readonly Button[] = [],
): Promise<Reply> {
  const { words, certificates, desk } = turn;
  const { certificate: say } = words;
  if (!may(turn.actor, 'certificate', outage)) return answer(words.refusals.notPermitted, turn);
  const reader = may(turn.actor, 'see-notes') ? 'desk' : 'reporter';
  const name = outageName(outage);
  if (certificates.off === 'key') return answer(say.noKey[reader], turn);
  if (certificates.off !== null) return answer(say.noAddress[reader](name), turn);
  const found = await certificates.of(outage.id, reader, {
    timeZone: turn.timeZone || desk.file.desk.timeZone,
    language: words.language,
  });
  if (!found) return answer(say.none(name), turn);
  return cardReply(certificateCard({ outage, desk, words, now: await turn.outages.now(), found, actions }));
}

export const certificatePresses = {
  'certificate-show': {
    needs: 'certificate',
    run: whenFound(outageOnCard, async ({ outage }, turn) => {
      const { refusals, report } = turn.words;
      const showing = await showingOf(outage, turn);
      if (showing === null) return sentence(refusals.unknownOutage);
      const back = may(turn.actor, 'see-notes') ? 'outage-show' : 'reporter-show';
      const reply = await giveCertificate(outage, turn, sentence, [button(report.back, back, dataOf(outage))]);
      return showing === 'desk' ? reply : orInCompany(reply, turn, async () => sayLine(turn.words.look.list.ownChat, turn));
    }),
  },
} satisfies Partial<Presses>;
