/** For somebody who cannot report: first whom to call now, then what is missing, then what else to do. */
import type { Project } from '../../desk/desk-file.ts';
import { INELIGIBILITIES } from '../../desk/eligibility.ts';
import { phonesOfZone } from '../../desk/phones.ts';
import type { Draft } from '../../report/draft.ts';
import type { Card } from '../base/card.ts';
import { callablePhones } from '../base/phone-links.ts';
import { button, link } from '../base/verbs.ts';
import { type AnswerView, answer } from '../layouts/layouts.ts';
import { paragraphs, plain } from '../text.ts';

const MOST_NAMED = 10;

/** The number of the reader's region, or all numbers when the region is unknown. All of them stand at the end of the card. */
function callNow({ desk, words, timeZone = '' }: AnswerView): string {
  const phones = callablePhones(desk.file.desk.phones);
  const own = phonesOfZone(phones, timeZone);
  return words.report.access.callNow(own.length > 0 ? own.slice(0, 1) : phones);
}

const request = ({ desk, words }: AnswerView) => link(words.report.access.request, desk.file.desk.supportRequest.url);
const again = ({ words }: AnswerView) => button(words.report.access.again, 'report-open');

/** It names no project and no customer, because the reader may be a stranger. */
export function notMemberCard(view: AnswerView): Card {
  const { heading, text, ask, askDesk } = view.words.report.access.notMember;
  const { askForAccess } = view.desk.fileIn(view.words.language).desk;
  return answer(view, {
    heading,
    lines: [callNow(view), text, ask, ...(askForAccess ? paragraphs(askDesk(askForAccess)) : [])],
    actions: [again(view), request(view)],
  });
}

export function otherTenantCard(view: AnswerView): Card {
  const { heading, text, change, ask } = view.words.report.access.otherTenant;
  return answer(view, {
    heading,
    lines: [callNow(view), text(plain(view.desk.file.desk.name)), change, ask],
    actions: [request(view)],
  });
}

/** Of a tenant that the desk does not know: its id is what the desk has to enter. It names no customer. */
export function strangerCard(view: AnswerView, tenant: string): Card {
  const { heading, text, ask, next } = view.words.report.access.stranger;
  return answer(view, {
    heading,
    lines: [callNow(view), text(plain(view.desk.file.desk.name)), ask, plain(tenant), next],
    actions: [request(view)],
  });
}

export function notToldCard(view: AnswerView): Card {
  const { heading, text, next } = view.words.report.access.notTold;
  return answer(view, { heading, lines: [callNow(view), text, next], actions: [again(view), request(view)] });
}

/** One line for each reason, with the environments that it holds for. */
function reasons({ desk, words }: AnswerView, projects: readonly Project[]): readonly string[] {
  const refused = projects.flatMap(desk.refusedOf);
  const { report, formats } = words;
  const { access } = report;
  const products = formats.list(desk.file.products.flatMap(({ name, eligible }) => (eligible ? [plain(name)] : [])));
  return INELIGIBILITIES.flatMap((why) => {
    const names = refused.filter((one) => one.why === why).map(({ environment }) => plain(environment.name));
    if (names.length === 0) return [];
    const shown = formats.list(names.slice(0, MOST_NAMED));
    const left = names.length - MOST_NAMED;
    return [access.why[why](left > 0 ? access.more(shown, left) : shown, names.length > 1, products)];
  });
}

const instead = ({ desk, words }: AnswerView) => words.report.access.instead(plain(desk.fileIn(words.language).desk.supportRequest.text));

export function notEligibleCard(view: AnswerView, projects: readonly Project[]): Card {
  const { access } = view.words.report;
  return answer(view, {
    heading: access.notEligible.heading,
    lines: [callNow(view), ...reasons(view, projects), access.missing.wrong, instead(view)],
    actions: [request(view)],
  });
}

/** The same where others read too: it does not name the customer's environments. */
export function publicNotEligibleCard(view: AnswerView): Card {
  const { notEligible } = view.words.report.access;
  return answer(view, {
    heading: notEligible.public,
    lines: [callNow(view), notEligible.publicText],
    actions: [button(notEligible.why, 'report-missing', {}), request(view)],
  });
}

export function missingCard(view: AnswerView, projects: readonly Project[], draft: Draft): Card {
  const { access, back } = view.words.report;
  const refused = reasons(view, projects);
  return answer(view, {
    heading: access.missing.heading,
    lines: [
      callNow(view),
      ...(refused.length > 0 ? [...refused, access.missing.wrong, instead(view)] : [access.missing.none]),
      access.missing.other,
    ],
    actions: [button(back, 'report-stay', { draft: draft.nonce, step: draft.step }), request(view)],
  });
}
