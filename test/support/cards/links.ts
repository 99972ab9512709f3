/** Samples of the cards of engineers on a desk that links as much as it may. */
import { deskCard } from '../../../src/cards/outage/outage.ts';
import type { Outage } from '../../../src/outage/types/outage.ts';
import type { Instant } from '../../../src/outage/types/values.ts';
import type { Words } from '../../../src/words/words.ts';
import { smallDesk } from '../desk/small-desk.ts';
import { sampleReport } from '../outage/sample.ts';
import type { entry as makeEntry, SampleCard } from './sample-card.ts';

const page = (name: string) => `https://example.com/${name}/`.padEnd(480, 'x');
const links = Array.from(
  { length: 8 },
  (_, index) => `{ title: "Page ${index} of ${'a long title '.repeat(2)}", url: "${page(`p${index}`)}" }`,
);

/** The small desk with a runbook for the usual scenario, eight links at the usual environment, and a call of its own. */
export const LINKED_DESK = smallDesk((text) =>
  text
    .replace('  supportRequest:', `  bridge: ${page('call')}\n  bridgeHosts: [meet.example.com]\n  supportRequest:`)
    .replace(
      '- { id: live, name: Live, kind: production, url: "https://shop.example.com" }',
      `- { id: ${sampleReport.environment.id}, name: Live, kind: production, url: "https://shop.example.com", links: [${links}] }`,
    )
    .concat(`scenarios:\n  - { id: ${sampleReport.scenario.id}, title: Down, chooseWhen: Always, runbook: "${page('runbook')}" }\n`),
);

type Stories = { readonly [name: string]: { readonly outage: Outage } };

export const linkCards = (entry: typeof makeEntry, words: Words, stories: Stories, now: Instant): SampleCard[] =>
  Object.entries(stories)
    .filter(([name]) => /^(?:reported|acknowledged|with a call and tickets|with as many tickets as fit, to its end|requested)$/.test(name))
    .map(([name, { outage }]) =>
      entry(`desk, linked: ${name}`, deskCard, deskCard({ outage, desk: LINKED_DESK, words, now }, { mentionOnCall: false }), {
        showsContact: true,
      }),
    );
