/** What a sample of a card is, for the files that draw them. */
import type { Card } from '../../../src/cards/base/card.ts';
import type { StepId } from '../../../src/report/fields.ts';

export type SampleCard = {
  readonly name: string;
  /** The function that draws it. */
  readonly by: string;
  readonly card: Card;
  /** The step of the report that it is; null for every other card. */
  readonly step: StepId | null;
  /** Whether it is drawn for the support desk or for the reporter alone, and so may show how to reach the reporter. */
  readonly showsContact: boolean;
};

export const entry = (name: string, by: (...parts: never[]) => unknown, card: Card, more: Partial<SampleCard> = {}): SampleCard => ({
  name,
  by: by.name,
  card,
  step: null,
  showsContact: false,
  ...more,
});
