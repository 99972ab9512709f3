/** The reporter corrects what was reported. Only the reporter changes it, so no card of it can be out of date. */
import { correctable } from '../../cards/outage/buttons.ts';
import { correctForm } from '../../cards/report/correction.ts';
import { CORRECTABLE, enteredOf, readCorrection } from '../../report/correction.ts';
import type { Errors } from '../../report/step.ts';
import type { Words } from '../../words/words.ts';
import { reporterForm } from '../forms/own-outage.ts';

const textsOf = (errors: Errors, { report }: Words) =>
  Object.fromEntries(CORRECTABLE.flatMap((field) => (errors[field] ? [[field, report.errors[errors[field]]]] : [])));

export const { presses: correctPresses } = reporterForm({
  needs: 'correct',
  verb: 'reporter-correct',
  fits: correctable,
  fields: CORRECTABLE,
  prefilled: ({ outage }) => enteredOf(outage.report),
  draw: correctForm,
  action({ filled, outage, common, words }) {
    const result = readCorrection(filled, outage.report);
    if ('errors' in result) return { errors: textsOf(result.errors, words) };
    return { ...common, type: 'correct', changes: result.changes, seen: null };
  },
});
