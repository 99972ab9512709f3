/** Builds the report of an outage, or of a request, from the parts that the steps read. Pure. */
import type { Environment, Project, Scenario } from '../desk/desk-file.ts';
import type { Answer, Contact, Report } from '../outage/types/values.ts';
import type { Entered } from './draft.ts';
import type { Details } from './steps/details.ts';
import { readStepTexts } from './texts.ts';

/** Copies the names of the desk file, because the record must stay as it was when the desk file changes. */
export function toReport(
  entered: Entered,
  parts: {
    readonly where: { readonly project: Project; readonly environment: Environment };
    readonly scenario: Pick<Scenario, 'id' | 'title'>;
    readonly details: Details;
    readonly answers: readonly Answer[];
    readonly contact: Contact;
  },
): Report {
  const { where, scenario, details, answers, contact } = parts;
  const { project, environment } = where;
  const texts = readStepTexts('contact', entered);
  return {
    project: { id: project.id, name: project.name },
    environment: { id: environment.id, name: environment.name, url: environment.url },
    scenario: { id: scenario.id, title: scenario.title },
    ...details,
    answers,
    contact,
    ...('report' in texts ? texts.report : {}),
  };
}
