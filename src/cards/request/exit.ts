/** What a reporter can do when it is no outage: send a request, report it all the same, or call. */
import type { Project } from '../../desk/desk-file.ts';
import { phonesNear } from '../../desk/phones.ts';
import type { Draft } from '../../report/draft.ts';
import { projectOf } from '../../report/request.ts';
import type { Exit } from '../../report/step.ts';
import { redirected } from '../../report/steps/scenario.ts';
import type { Card } from '../base/card.ts';
import { callablePhones } from '../base/phone-links.ts';
import { type Button, button, link } from '../base/verbs.ts';
import { type AnswerView, answer } from '../layouts/layouts.ts';
import { asName, paragraphs, plain } from '../text.ts';

/** `projects`: the projects of the reader. */
type ExitView = AnswerView & { readonly projects: readonly Project[] };

export function exitCard(view: ExitView, draft: Draft, exit: Exit): Card {
  const { words, desk } = view;
  const { supportRequest, phones } = desk.fileIn(words.language).desk;
  const { request, report } = words;
  const data = { draft: draft.nonce, step: draft.step };
  const back = button(report.back, 'report-stay', data);
  const cancel = button(report.cancel, 'report-cancel', data);
  const send = (style: Button['style']) => button(request.exit.send, 'report-as-request', data, style);
  const portal = link(request.exit.portal, supportRequest.url);
  switch (exit.type) {
    case 'no-outage': {
      // A request goes to a channel too, so it is not offered for what must not be written into one.
      const offered = redirected(draft.entered, desk) === null;
      return answer(view, {
        heading: report.exit.noOutageHeading,
        lines: [
          report.exit.noOutage,
          ...exit.missing.map((condition) => report.exit.notTicked(report.confirmation.conditions[condition])),
          ...(offered ? [words.formats.joined([request.exit.sendText, within(view, draft)])] : []),
          request.exit.orPortal(supportRequest.text),
          report.exit.inDoubt,
        ],
        actions: [...(offered ? [send('positive')] : []), back, cancel, portal],
      });
    }
    case 'not-listed':
      return answer(view, {
        heading: request.exit.notListed,
        lines: [
          request.exit.outageText(words.formats.duration(desk.policy.acknowledgeWithinMs)),
          words.formats.joined([request.exit.notListedText, within(view, draft)]),
          request.exit.orPortal(supportRequest.text),
        ],
        // All three conditions were confirmed on the step before.
        first: [button(request.exit.outage, 'report-anyway', data, 'positive')],
        actions: [send('default'), back, cancel, portal],
      });
    case 'redirected': {
      // This has to be told by phone, so the number stands in the text and not below it.
      const call = report.exit.call(phonesNear(callablePhones(phones), view.timeZone ?? '', words.formats.or));
      const scenario = desk.scenario(exit.scenarioId, words.language);
      const lines = [...paragraphs(scenario?.redirect ?? ''), call];
      return answer(view, {
        heading: report.exit.redirected(asName(scenario?.title ?? '')),
        lines,
        actions: [back, cancel],
        phones: false,
      });
    }
  }
}

/** How soon a reply comes by the plan of the project. A duration, because the card may stay open for a while. */
function within({ desk, words, projects }: ExitView, draft: Draft): string {
  const project = projectOf(draft.entered, projects);
  const plan = project && desk.planOf(project.id, words.language);
  return plan ? words.request.exit.within(words.formats.duration(plan.replyWithinMs), plain(plan.name)) : words.request.exit.noPlan;
}
