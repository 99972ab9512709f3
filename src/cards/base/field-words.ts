/** The words for the fields of the report. Where this does not compile, words/<language>/report/fields.ts lacks a field. */
import type { FieldWords } from '../../report/fields.ts';
import type { Words } from '../../words/words.ts';

export const fieldWords = ({ report }: Words): FieldWords => report.fields;
