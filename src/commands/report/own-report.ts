/** What reporters press on what they reported: they see it as it is now, copy it as a text, and correct it. */
import { errorText } from '../../cards/base/inputs.ts';
import { correctable } from '../../cards/outage/buttons.ts';
import { correctForm, savedText } from '../../cards/report/correction.ts';
import { copyCard } from '../../cards/report/receipt.ts';
import { CORRECTION_IDS, enteredOf, readCorrection } from '../../report/correction.ts';
import type { Typist } from '../../report/phones.ts';
import type { Errors } from '../../report/step.ts';
import type { Words } from '../../words/words.ts';
import { cardReply, ownZone, type Presses, whenFound } from '../command.ts';
import { backTo } from '../forms/form.ts';
import { viewOf } from '../forms/outage-press.ts';
import { ownOutage, reporterForm, showOwn } from '../forms/own-outage.ts';

const textsOf = (errors: Errors, words: Words, typist: Typist) =>
  Object.fromEntries(CORRECTION_IDS.map((field) => [field, errorText(errors[field], words, typist)]));

/** Only the reporter changes it, so no card of it can be out of date. */
const { presses } = reporterForm({
  needs: 'correct',
  verb: 'reporter-correct',
  fits: correctable,
  fields: CORRECTION_IDS,
  prefilled: ({ outage }) => enteredOf(outage.report),
  draw: correctForm,
  done: (events, turn, now) => savedText(events, { desk: turn.desk, words: turn.words, now, zone: ownZone(turn) }),
  async action({ filled, outage, common, words, desk }) {
    const { timeZone } = outage.report.contact;
    const result = readCorrection(filled, outage.report, { desk, reportedAt: outage.reportedAt });
    if ('errors' in result) return { errors: textsOf(result.errors, words, { timeZone, desk }) };
    return { ...common, type: 'correct', changes: result.changes, seen: null };
  },
});

export const ownReportPresses = {
  'reporter-show': {
    needs: 'see-entered',
    run: whenFound(ownOutage, async ({ outage }, turn) => backTo(await showOwn(outage, turn), turn)),
  },
  'reporter-copy': {
    needs: 'see-entered',
    run: whenFound(ownOutage, async ({ outage }, turn) => cardReply(copyCard(await viewOf(outage, turn)))),
  },
  ...presses,
} satisfies Partial<Presses>;
