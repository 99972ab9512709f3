/** What a reporter can do when it is no outage: send a request, report it all the same, or call. */
import type { Project } from '../../desk/desk-file.ts';
import { phonesNear } from '../../desk/phones.ts';
import type { Draft } from '../../report/draft.ts';
import { projectOf } from '../../report/request.ts';
import type { Exit } from '../../report/step.ts';
import { redirected } from '../../report/steps/scenario.ts';
import type { Card } from '../base/card.ts';
import { button, link } from '../base/verbs.ts';
import { type AnswerView, answer } from '../layouts/layouts.ts';
import { asName, paragraphs, plain } from '../text.ts';

/** `projects`: the projects of the reader. */
type ExitView = AnswerView & { readonly projects: readonly Project[] };

export function exitCard(view: ExitView, draft: Draft, exit: Exit): Card {
  const { words } = view;
  switch (exit.type) {
    case 'no-outage':
      return noOutageCard(view, draft, exit);
    case 'not-listed':
      return notListedCard(view, draft);
    case 'redirected': {
      const back = button(words.report.back, 'report-stay', { draft: draft.nonce, step: draft.step });
      // This has to be told by phone, so the number stands in the text and not below it.
      const lines = [
        ...paragraphs(exit.text),
        words.report.exit.call(phonesNear(view.desk.file.desk.phones, view.timeZone ?? '', words.formats.or)),
      ];
      return answer(view, { heading: words.report.exit.redirected(asName(exit.scenarioTitle)), lines, actions: [back], phones: false });
    }
  }
}

export function noOutageCard(view: ExitView, draft: Draft, { missing }: Extract<Exit, { type: 'no-outage' }>): Card {
  const { words, desk } = view;
  const { supportRequest } = desk.file.desk;
  const data = { draft: draft.nonce, step: draft.step };
  // A request goes to a channel too, so it is not offered for what must not be written into one.
  const offered = redirected(draft.entered, desk) === null;
  return answer(view, {
    heading: words.report.exit.noOutageHeading,
    lines: [
      words.report.exit.noOutage,
      ...missing.map((condition) => words.report.exit.notTicked(words.report.confirmation.conditions[condition])),
      ...(offered ? [`${words.request.exit.sendText} ${within(view, draft)}`] : []),
      words.request.exit.orPortal(supportRequest.text),
      words.report.exit.inDoubt,
    ],
    actions: [
      ...(offered ? [button(words.request.exit.send, 'report-as-request', data, 'positive')] : []),
      button(words.report.back, 'report-stay', data),
      link(words.request.exit.portal, supportRequest.url),
    ],
  });
}

export function notListedCard(view: ExitView, draft: Draft): Card {
  const { words, desk } = view;
  const { exit } = words.request;
  const { supportRequest } = desk.file.desk;
  const data = { draft: draft.nonce, step: draft.step };
  return answer(view, {
    heading: exit.notListed,
    lines: [
      `${exit.notListedText} ${within(view, draft)}`,
      exit.anywayText(words.formats.duration(desk.policy.acknowledgeWithinMs)),
      words.request.exit.orPortal(supportRequest.text),
    ],
    actions: [
      button(exit.send, 'report-as-request', data, 'positive'),
      button(exit.anyway, 'report-anyway', data),
      button(words.report.back, 'report-stay', data),
      link(words.request.exit.portal, supportRequest.url),
    ],
  });
}

/** How soon a reply comes by the plan of the project. A duration, because the card may stay open for a while. */
function within({ desk, words, projects }: ExitView, draft: Draft): string {
  const project = projectOf(draft.entered, projects);
  const plan = project && desk.planOf(project.id);
  return plan ? words.request.exit.within(words.formats.duration(plan.replyWithinMs), plain(plan.name)) : words.request.exit.noPlan;
}
