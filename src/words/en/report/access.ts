/** What people read who cannot report, in English: whom to call now, then the reason, then what they can do instead. */
import type { Ineligibility } from '../../../desk/eligibility.ts';
import { formats } from '../formats.ts';

const numbers = (phones: readonly { region: string; number: string }[]) =>
  formats.or(phones.map(({ region, number }) => `${number} (${region})`));

export const access = {
  callNow: (phones: readonly { region: string; number: string }[]) =>
    `Is production down now? Do not wait for this, call ${numbers(phones)}.`,

  notMember: {
    heading: 'Your account is not on the list of any project',
    text: 'Only people who were added to a customer project can report its outages here. Your account was not added to one yet.',
    ask: 'Ask your project owner or organization admin to add you, then try again.',
    askDesk: (whom: string) => `Whom to ask at the support desk: ${whom}`,
  },
  otherTenant: {
    heading: 'This is an account of another organization',
    text: (desk: string) =>
      `Outages are reported with the account that you have at the organization of ${desk}. From here I cannot tell who you are there.`,
    change: 'If you have one: choose your picture in Teams, then that organization, and write /outage to me there.',
    ask: 'If you have none: ask your project owner or organization admin to have you invited as a guest.',
  },
  notTold: {
    heading: 'I could not find out whether you may report',
    text: 'I asked Teams whether you belong to a project, and Teams did not answer. That is not your fault.',
    next: 'Try again in a minute. If it does not work then either, call.',
  },
  again: 'Try again',

  notEligible: {
    heading: 'None of your environments can be reported here',
    public: 'That cannot be reported here as an outage',
    publicText: 'The reason names environments, so only whoever reports sees it.',
    why: 'Show me why',
  },
  missing: {
    open: 'My environment is missing',
    heading: 'Is your environment missing?',
    none: 'All environments of your projects are in the list.',
    other:
      'One that you do not see at all is of a project to which you were not added. Ask its project owner or organization admin to add you.',
    wrong: 'If that is wrong, call us: whoever runs the desk can change it.',
  },
  /** `names`: of one environment, or of several, as a list. */
  why: {
    'not-member': (names: string) => `Not of a project of yours: ${names}.`,
    sandbox: (names: string, several: boolean) =>
      `${several ? `These are sandboxes: ${names}` : `${names} is a sandbox`}. Outages are reported of production environments only.`,
    'customer-managed': (names: string, several: boolean) =>
      `${several ? `These are run by you or your partner: ${names}` : `${names} is run by you or your partner`}. Outages are reported of environments that Microsoft manages.`,
    product: (names: string, several: boolean, products: string) =>
      `${several ? `These run` : `${names} runs`} none of the products that this covers, ${products}${several ? `: ${names}` : ''}.`,
  } satisfies Record<Ineligibility, (names: string, several: boolean, products: string) => string>,
  more: (names: string, count: number) => `${names} and ${count} more`,
  instead: (text: string) => `What to do instead: ${text}`,
  request: 'Open a support request',

  onBehalfOf: {
    both: (reporter: string, other: string) => `${reporter} for ${other}`,
  },
};
