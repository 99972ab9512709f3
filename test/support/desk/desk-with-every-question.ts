/** A desk that asks as much as a desk file may: eight questions of all kinds, and as many scenarios, each as long as it can be. */
import type { Desk } from '../../../src/desk/desk.ts';
import type { EnteredAnswer } from '../../../src/report/draft.ts';
import { smallDesk } from './small-desk.ts';

/** A text of this length in the script that takes the most room on the wire. */
const long = (limit: number, begin: string) => `${begin} ${'全部都停了'.repeat(60)}`.slice(0, limit);

const EVERYTHING = [
  { id: 'all', type: 'toggle', text: long(120, 'All'), onText: long(60, 'All'), offText: 'Some' },
  { id: 'line', type: 'text', text: long(120, 'Line'), required: true },
  { id: 'lines', type: 'multiline', text: long(120, 'Lines') },
  { id: 'count', type: 'number', text: long(120, 'Count') },
  { id: 'since', type: 'datetime', text: long(120, 'Since') },
  { id: 'pick', type: 'choice', text: long(120, 'Pick'), choices: Array.from({ length: 8 }, (_, index) => long(60, `${index}`)) },
  { id: 'under', type: 'multiline', text: long(120, 'Under'), parent: 'all' },
  { id: 'more', type: 'toggle', text: long(120, 'More'), parent: 'all' },
];

const SCENARIOS = [
  { id: 'everything', title: 'Everything', chooseWhen: 'Always.', questions: EVERYTHING },
  ...Array.from({ length: 17 }, (_, index) => ({
    id: `kind-${index}`,
    title: long(40, `Kind ${index}`),
    chooseWhen: long(160, 'When'),
    notThis: long(160, 'Not'),
  })),
];

export const askingDesk = (change: (scenarios: object[]) => object[] = (scenarios) => scenarios): Desk =>
  smallDesk((text) => `${text}scenarios: ${JSON.stringify(change(SCENARIOS))}\n`);

/** An answer to each question of `everything`; free text as given. */
export const everyAnswer = (desk: Desk, text: string): EnteredAnswer[] => [
  { id: 'all', text: 'true' },
  { id: 'line', text },
  { id: 'lines', text },
  { id: 'count', text: '12' },
  { id: 'since', text: '2026-11-22T09:15' },
  {
    id: 'pick',
    text: (desk.scenario('everything')?.questions ?? []).flatMap((one) => (one.type === 'choice' ? one.choices : []))[0] ?? '',
  },
  { id: 'under', text },
  { id: 'more', text: 'false' },
];
