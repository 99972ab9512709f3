/** Samples of the cards for people who cannot report. */
import type { AnswerView } from '../../../src/cards/layouts/layouts.ts';
import {
  missingCard,
  notEligibleCard,
  notMemberCard,
  notToldCard,
  otherTenantCard,
  publicNotEligibleCard,
  strangerCard,
} from '../../../src/cards/report/not-eligible.ts';
import type { Desk } from '../../../src/desk/desk.ts';
import type { Words } from '../../../src/words/words.ts';
import { SMALL_PEOPLE, smallDesk } from '../desk/small-desk.ts';
import type { Texts } from '../outage/stories.ts';
import { sampleDraft } from '../report/sample-draft.ts';
import type { entry, SampleCard } from './sample-card.ts';

const QUOTED = JSON.stringify;

/** Its only project has an environment of each kind that cannot be reported; with `many`, dozens of sandboxes. */
function deskWithout(texts: Texts, many = false): Desk {
  const name = (text: string) => QUOTED(many ? `${text} ${texts.typed(60)}` : text);
  const more = many ? Array.from({ length: 30 }, (_, index) => `      - { id: box-${index}, name: ${name('Box')}, kind: sandbox }\n`) : [];
  return smallDesk((text) =>
    text
      .replace('phones: [{ region: Europe, number: "+45 70 10 20 30" }]', () => PHONES)
      .replace(
        'projects:\n',
        'products:\n  - { id: finance, name: Dynamics 365 Finance }\n  - { id: crm, name: Customer Service, eligible: false }\nprojects:\n',
      )
      .replace(
        / {4}environments:\n.*live.*\n.*test.*\n/,
        () =>
          `    environments:
      - { id: box, name: ${name('Contoso Sandbox')}, kind: sandbox }
      - { id: own, name: ${name('Contoso On-premises')}, kind: production, managedBy: customer }
      - { id: crm, name: ${name('Contoso Sales')}, kind: production, products: [crm] }\n${more.join('')}`,
      )
      .replace('members: [mia, bob]', 'members: [bob]'),
  );
}

const PHONES = `phones:
    - { region: Europe, number: "+45 70 10 20 30", timeZones: [Europe] }
    - { region: Americas, number: "+1 206 555 0100", timeZones: [America] }
    - { region: Asia and Pacific, number: "+81 3 5550 0100", timeZones: [Asia, Australia, Pacific] }
  askForAccess: erp-access@contoso.example, or your success manager`;

export function accessCards(sample: typeof entry, texts: Texts, words: Words): SampleCard[] {
  const desk = deskWithout(texts);
  const full = deskWithout(texts, true);
  const all = smallDesk();
  const view: AnswerView = { desk, words, timeZone: 'America/New_York' };
  const of = (one: Desk) => one.projectsOf(SMALL_PEOPLE.mia);
  const draft = sampleDraft({}, 'confirmation');
  return [
    sample('refused: no member', notMemberCard, notMemberCard(view)),
    sample('refused: no member, of a zone that nobody knows', notMemberCard, notMemberCard({ desk: all, words })),
    sample('refused: of another tenant', otherTenantCard, otherTenantCard(view)),
    sample('refused: of a tenant that the desk does not know', strangerCard, strangerCard(view, '00000000-0000-4000-8000-000000000009')),
    sample('refused: Teams did not say', notToldCard, notToldCard(view)),
    sample('refused: nothing that is eligible', notEligibleCard, notEligibleCard(view, of(desk))),
    sample('refused: nothing that is eligible, of dozens', notEligibleCard, notEligibleCard({ ...view, desk: full }, of(full))),
    sample('refused in company: nothing that is eligible', publicNotEligibleCard, publicNotEligibleCard(view)),
    sample('an environment is missing', missingCard, missingCard(view, of(desk), draft)),
    sample('an environment is missing, where none is', missingCard, missingCard(view, [], draft)),
  ];
}
