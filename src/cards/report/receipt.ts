/** The failure receipt, which a reporter gets while the desk's channel cannot be reached; and the report as a text to copy. */
import type { Desk } from '../../desk/desk.ts';
import { phonesFor, phonesNear } from '../../desk/phones.ts';
import { onlyReaderAt, otherReporterAt } from '../../outage/destinations.ts';
import { outageName } from '../../outage/types/outage.ts';
import type { Instant, Report } from '../../outage/types/values.ts';
import type { Draft } from '../../report/draft.ts';
import type { Words } from '../../words/words.ts';
import type { Card, Drawn } from '../base/card.ts';
import { type Fact, reportFacts } from '../base/facts.ts';
import type { Field } from '../base/inputs.ts';
import { callablePhones } from '../base/phone-links.ts';
import { button, dataOf } from '../base/verbs.ts';
import { drawMessage, type Message } from '../layouts/layouts.ts';
import { clockOf, forReporter, type News, type NewsView, ownNumber } from '../news/news.ts';
import { nextLines, type OutageView } from '../outage/next-lines.ts';
import { lookOf } from '../outage/stages.ts';
import { quoted } from '../text.ts';
import { draftData } from './steps/step-frame.ts';

type Receipt = Pick<Message, 'style' | 'sign' | 'color' | 'heading' | 'subheading' | 'mentions' | 'lines' | 'actions'> & {
  /** The report as a text; empty where others read it too. */
  readonly copy: string;
};

const draw = (words: Words, { copy, ...receipt }: Receipt): Card =>
  drawMessage(words, {
    ...receipt,
    fields: copy === '' ? [] : [copyField(copy, words)],
    fallbackText: words.formats.sentences([receipt.heading, words.formats.joined(receipt.lines)]),
  });

/** What is to be copied stands in an input, because every client lets people copy from it. */
export const copyField = (value: string, { report, report: { unreached } }: Words, label: string = unreached.copyLabel): Field => [
  { type: 'Input.Text', id: 'copy', label, value, isMultiline: true, errorMessage: report.clientError },
  { type: 'TextBlock', text: unreached.copyHint, wrap: true, isSubtle: true, size: 'Small', spacing: 'None' },
];

type Reader = { readonly desk: Desk; readonly words: Words; readonly now: Instant };

/** Where a label may wrap on a card. Who searches a mail for the word would not find it. */
const SOFT_HYPHEN = '\u00AD';

/** Everything that was entered, line by line, with times in the reporter's zone: to read out on the phone or to paste into a mail. */
function asText(report: Report, sent: { readonly name: string; readonly at: Instant } | null, { desk, words, now }: Reader): string {
  const zone = report.contact.timeZone;
  const { number, received } = words.report.unreached;
  const head: Fact[] = sent
    ? [
        { label: number, lines: [sent.name] },
        { label: received, lines: [words.formats.clock(sent.at, zone, now)] },
      ]
    : [];
  const facts = [...head, ...reportFacts({ report, desk, words, zone, now, contact: true })];
  return facts
    .map(({ label, lines, url = '' }) =>
      words.formats.pair(label.replaceAll(SOFT_HYPHEN, ''), `${lines.join('\n')}${url ? ` (${url})` : ''}`),
    )
    .join('\n');
}

const textOf = (view: OutageView): string => {
  const { outage } = view;
  return asText(outage.report, { name: outageName(outage), at: outage.reportedAt }, view);
};

/** The report of an outage as a text, for its reporter alone. */
export function copyCard(view: OutageView): Card {
  const { outage, desk, words } = view;
  return draw(words, {
    style: 'emphasis',
    heading: words.report.unreached.copyHeading(outageName(outage)),
    lines: [words.phones(phonesFor(callablePhones(desk.file.desk.phones), outage.report.contact.timeZone))],
    copy: textOf(view),
    actions: [button(words.report.back, 'reporter-show', dataOf(outage))],
  });
}

/** Sending failed: the card holds the whole report, so that the reporter can tell it in another way. `notice`: what went wrong. */
export function unsentCard(view: Reader & { draft: Draft; report: Report; notice: string }): Card {
  const { draft, report, notice, words } = view;
  return draw(words, {
    style: 'attention',
    heading: draft.kind === 'request' ? words.request.unsent.failed : words.report.unreached.unsentHeading,
    subheading: quoted(report.title, words),
    lines: [notice],
    copy: asText(report, null, view),
    actions: [
      button(words.report.unreached.again, 'report-done', draftData(draft, 'review'), 'positive'),
      button(words.report.back, 'report-stay', draftData(draft, draft.step)),
    ],
  });
}

/** It holds the report where only the reporter reads. Where others do, a button shows it to the reporter alone. */
export function failureReceipt(view: NewsView): Drawn {
  const { outage, desk, words, now, destination } = view;
  const say = words.report.unreached;
  const when = clockOf(view);
  const other = otherReporterAt(destination, outage);
  const own = destination.kind === 'origin' && outage.origin.kind === 'personal';
  const name = outageName(other ?? outage);
  const heading = say.heading(outageName(outage));
  const zone = other ? (onlyReaderAt(destination, outage)?.timeZone ?? '') : outage.report.contact.timeZone;
  const late = outage.breachedAt !== null || now > outage.acknowledgeBy;
  const card = draw(words, {
    ...lookOf(outage),
    heading,
    subheading: own ? quoted(outage.report.title, words) : '',
    mentions: forReporter(view),
    lines: [
      ...ownNumber(view),
      say.why,
      say.call(phonesNear(callablePhones(desk.file.desk.phones), zone, words.formats.or), name),
      ...(other ? [] : [say.stored(when(outage.reportedAt))]),
      (late ? say.late : say.clock)(when(outage.acknowledgeBy)),
    ],
    copy: own ? textOf(view) : '',
    actions: own || other ? [] : [button(say.copyButton, 'reporter-copy', dataOf(outage))],
  });
  return { card, summary: heading };
}

/** The desk's channel was reached, so the promise holds. */
export function reachedNews(view: NewsView<'desk-reached'>): News {
  const { outage, event, words } = view;
  const when = clockOf(view);
  return {
    heading: words.report.unreached.reached(outageName(outage)),
    lines: [words.report.unreached.reachedAt(when(event.at)), ...nextLines({ ...view, when, reporter: true })],
  };
}
