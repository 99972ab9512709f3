/** What somebody enters in any form: each field of each, so that a press is not refused for what is missing. */
import { objectId, PLACES } from './users.ts';

export const FILLED = {
  person: objectId('jonas'),
  team: 'customer-care',
  number: '1001',
  reason: 'R',
  text: 'T',
  scenario: 'core-process',
  environment: 'production',
  project: 'contoso-erp',
  room: PLACES.general,
  projects: 'contoso-erp',
  phone: '+45 70 10 20 30',
  title: 'T',
  phase: 'monitoring',
  next: '60',
  choice: '60',
  what: 'primary',
  untilDate: '2030-01-01',
  untilTime: '10:00',
};
