/** A card as a sample for the tests. */
import type { Card } from '../../../src/cards/base/card.ts';
import type { StepId } from '../../../src/report/fields.ts';

export type SampleCard = {
  readonly name: string;
  /** The name of the function that draws it. */
  readonly by: string;
  readonly card: Card;
  /** The step of the report; null for every other card. */
  readonly step: StepId | null;
  /** Whether only the desk or only the reporter reads it, so that it may show how to reach the reporter. */
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
