/** The fields that hold whatever a person types: all texts of the report but addresses and numbers. */
import { FIELDS } from '../../../src/report/fields.ts';
import { partsIn, TEXT_IDS } from '../../../src/report/texts.ts';

export const FREE_TEXT = TEXT_IDS.filter((id) => {
  const { input } = FIELDS[id];
  return input.kind === 'text' && !('format' in input);
});

/** These texts where the report, or its contact, keeps them. `typed`: what is typed into a field with this limit. */
export const freeTexts = (where: 'report' | 'contact', typed: (limit: number) => string) =>
  partsIn(
    where,
    FREE_TEXT.map((id) => ({ id, text: typed(FIELDS[id].limit) })),
  );
