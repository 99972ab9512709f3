/** Samples of the cards of maintenance: the form of engineers, the first card of a report, and what those who follow are told. */
import { maintenanceNewsCard, type PlanView, planForm, planInviteCard } from '../../../src/cards/maintenance.ts';
import { stepCard } from '../../../src/cards/report/steps/steps.ts';
import type { Desk } from '../../../src/desk/desk.ts';
import type { Maintenance } from '../../../src/desk/maintenance.ts';
import type { Words } from '../../../src/words/words.ts';
import { SMALL_PEOPLE, smallDesk } from '../desk/small-desk.ts';
import { NOW, type Texts } from '../outage/stories.ts';
import { sampleContext, sampleDraft } from '../report/sample-draft.ts';
import { entry, type SampleCard } from './sample-card.ts';

const HOUR_MS = 3_600_000;

export function maintenanceCards({ typed, name }: Texts, words: Words): SampleCard[] {
  const desk = smallDesk();
  const window = (more: Partial<Maintenance> = {}): Maintenance => ({
    ...{ id: '3f2504e0-4f89-41d3-9a0c-0305e82c3301', projectId: 'mill-2', environments: ['east', 'west'] },
    ...{ from: NOW - HOUR_MS, until: NOW + HOUR_MS, what: typed(200), by: SMALL_PEOPLE.ada, ...more },
  });
  const all = [
    window(),
    window({ by: null, environments: [], until: NOW + 200 * HOUR_MS }),
    window({ by: '', projectId: 'everyone', environments: [] }),
  ];
  const filled = {
    where: 'mill-2',
    fromDate: '2026-01-04',
    fromTime: '10:00',
    untilDate: '2026-01-04',
    untilTime: '12:00',
    what: typed(200),
  };
  const form = (more: Partial<PlanView>, of: Desk = desk) =>
    planForm({
      ...{ desk: of, words, now: NOW, windows: all, zone: 'Europe/Copenhagen', longest: 200 },
      ...{ filled, errors: {}, hint: '', ...more },
    });
  const { errors } = words.maintenance;
  const wrong = {
    ...{ where: errors.choose, from: errors.overlaps('10:00', '12:00'), until: errors['too-long'], what: errors.what(200) },
    window: errors.choose,
  };
  const nonsense = Object.fromEntries(Object.keys(filled).map((field) => [field, name]));
  const crowd = Array.from(
    { length: 30 },
    (_, index) => `  - { id: p${index}, name: Room ${index}, members: [mia], environments: [{ id: e, name: Test, kind: production }] }\n`,
  );
  const crowded = smallDesk((text) => text.replace('followers:', `${crowd.join('')}followers:`));
  const draft = { ...sampleDraft({}, 'confirmation'), person: { id: SMALL_PEOPLE.ada, name } };
  const view = { draft, errors: {}, desk, projects: sampleContext(desk).projects, words, now: NOW };
  const first = (windows: readonly Maintenance[]) => stepCard({ ...view, maintenance: windows });
  const news = (['begins', 'changed', 'over'] as const).flatMap((type) =>
    all.map((one, index) =>
      entry(`maintenance ${type}, ${index}`, maintenanceNewsCard, maintenanceNewsCard({ type, window: one }, { desk, words }, NOW)),
    ),
  );
  const forExecutives = all.map((one, index) =>
    entry(
      `maintenance begins, to executives, ${index}`,
      maintenanceNewsCard,
      maintenanceNewsCard({ type: 'begins', window: one }, { desk, words }, NOW, 'executive'),
    ),
  );
  return [
    entry('maintenance form, untouched', planForm, form({ filled: {}, windows: [] })),
    entry('maintenance form, filled in', planForm, form({ hint: words.maintenance.saved('Mill', '10:00', '12:00') })),
    entry('maintenance form, all wrong', planForm, form({ filled: nonsense, errors: wrong, fix: words.report.fix(4) })),
    entry('maintenance form, many projects and windows', planForm, form({ windows: Array(60).fill(window()) }, crowded)),
    entry(
      'maintenance form, what came of it',
      planForm,
      form({ hint: words.formats.joined([words.maintenance.nobody, words.maintenance.ended, words.maintenance.gone]) }),
    ),
    ...[all, []].map((windows) =>
      entry(`maintenance form, in company, ${windows.length}`, planInviteCard, planInviteCard({ desk, words, now: NOW, windows })),
    ),
    entry('confirmation of the report, while maintenance runs', stepCard, first([window()]), { step: 'confirmation' }),
    entry('confirmation of the report, while much maintenance runs', stepCard, first(Array(20).fill(window())), { step: 'confirmation' }),
    ...news,
    ...forExecutives,
  ];
}
