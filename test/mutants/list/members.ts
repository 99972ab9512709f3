/** Defects of who may report, and of what: the rule, and what only Teams says of somebody. */
import type { Mutant } from '../mutant.ts';

const FLOW = 'test/flows/report/members.test.ts';
const RULE = 'test/desk/who-may-report.test.ts';

export const MEMBERS: readonly Mutant[] = [
  {
    broken: 'an environment that the customer runs can be reported',
    file: 'src/desk/eligibility.ts',
    text: "if (managedBy !== 'microsoft') return ineligible('customer-managed');",
    becomes: '',
    caughtBy: {
      file: RULE,
      test: 'an outage can be reported > by a member, of a production environment, managed by customer, that runs any, with plan none',
    },
  },
  {
    broken: 'an account of another tenant in a shared channel counts as one of ours',
    file: 'src/teams/people/members.ts',
    text: '(member.tenantId?.toLowerCase() ?? tenantId) === tenantId',
    becomes: "member.tenantId !== ''",
    caughtBy: { file: FLOW, test: 'by their account > the same account of another tenant in a channel that is shared counts nothing' },
  },
  {
    broken: 'only the first page of a roster is read',
    file: 'src/teams/people/people.ts',
    text: 'if (!found.continuationToken) return;',
    becomes: 'if (!found.continuationToken || page === 0) return;',
    caughtBy: { file: FLOW, test: 'by the roster of a linked team > everybody reports who is in it, also on its last page' },
  },
  {
    broken: 'whoever left a team goes on reporting while Teams does not answer',
    file: 'src/teams/people/members.ts',
    text: 'ids: known.ids.filter((id) => !left.has(id))',
    becomes: 'ids: known.ids',
    caughtBy: {
      file: FLOW,
      test: 'by the roster of a linked team > whoever joins reports at once, and whoever leaves no longer does, also when Teams does not answer then',
    },
  },
  {
    broken: 'what Teams said last counts for ever',
    file: 'src/teams/people/members.ts',
    text: 'return holds && age < LAST_KNOWN_MS ? true : null;',
    becomes: 'return holds ? true : null;',
    caughtBy: {
      file: FLOW,
      test: 'by the roster of a linked team > where Teams does not answer, whoever was in it last goes on for a day; nobody is met with silence',
    },
  },
];
