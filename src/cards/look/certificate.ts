/** The card that gives the certificate of an outage. */
import { isOpen, outageName } from '../../outage/types/outage.ts';
import type { Instant } from '../../outage/types/values.ts';
import type { Card } from '../base/card.ts';
import { type Button, link } from '../base/verbs.ts';
import { answer } from '../layouts/layouts.ts';
import type { OutageView } from '../outage/next-lines.ts';
import { readersClock } from '../text.ts';

export type CertificateView = OutageView & {
  /** `kept`: of how many promises (`due`) that came due. */
  readonly found: { readonly [kind in 'pdf' | 'json']: string } & { readonly [count in 'kept' | 'due']: number } & {
    readonly until: Instant;
  };
  readonly actions?: readonly Button[];
};

export function certificateCard(view: CertificateView): Card {
  const { outage, words, now, found, actions = [] } = view;
  const { certificate: say } = words;
  return answer(view, {
    heading: say.heading(outageName(outage)),
    lines: [
      ...(isOpen(outage) ? [say.notOver] : [say.about]),
      say.kept(found.kept, found.due),
      say.truth,
      say.until(readersClock(found.until, now, words)),
    ],
    first: [link(say.openPdf, found.pdf), link(say.openJson, found.json)],
    actions,
    phones: false,
  });
}
