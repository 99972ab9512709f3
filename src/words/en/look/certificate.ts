/** The certificate of an outage, in English: the card that gives it, and the pages of its PDF. */
import type { Certificate, Happened, Reader } from '../../../certificate/document.ts';
import type { Outcome } from '../../../certificate/promises.ts';
import { denial } from '../../denial.ts';
import { formats } from '../formats.ts';

const kept = (count: number, of: number): string => {
  if (of === 0) return 'No promise has come due yet.';
  if (count === of && of > 1) return `All ${of} promises were kept.`;
  return formats.plural(of, { one: `${count} of 1 promise was kept.`, other: `${count} of ${of} promises were kept.` });
};

export const certificate = {
  button: 'Show certificate',
  heading: (name: string) => `${name}: certificate`,
  about: 'A signed file for your records: when it was reported and acknowledged, the times of all updates, and which promises were kept.',
  notOver: 'It is not over yet: the file says what happened so far. Get it again when it is over.',
  kept,
  until: (when: string) => `The links work until ${when}. Whoever has one can open it, so pass on the file and not the link.`,
  openPdf: 'Open PDF',
  openJson: 'Open JSON',
  truth: 'The PDF is for reading, and holds the signed JSON, which is what counts. Both say how to check it.',
  none: (name: string) => denial('not-now', `${name} has no certificate: only an outage has one.`),
  noKey: {
    desk: 'This desk has no key to sign with. Ask the people who run it for one: npx outage-desk keys.',
    reporter: 'This support desk does not sign certificates yet. Ask it for a report of the outage.',
  } satisfies Record<Reader, string>,
  noAddress: {
    desk: (name: string) =>
      `I have no address for files, so the people who run the desk make this one: npx outage-desk certificate ${name} FILE.pdf`,
    reporter: (name: string) => `I cannot give you a link to it here. Ask the support desk for the certificate of ${name}.`,
  } satisfies Record<Reader, (name: string) => string>,

  pdf: {
    title: (name: string) => `Certificate of outage ${name}`,
    says: (desk: string, when: string) => `This is what the record of ${desk} says. Issued on ${when}.`,
    notOver: 'The outage is not over. This is what happened so far.',
    fact: {
      outage: 'Outage',
      desk: 'Support desk',
      customer: 'Customer',
      environment: 'Environment',
      scenario: 'Scenario',
      state: 'State',
      affected: 'People affected',
      reader: 'Made for',
    },
    state: {
      reported: 'Reported, not acknowledged yet',
      acknowledged: 'Acknowledged, in work',
      transferred: 'Transferred to another team',
      withdrawn: 'Withdrawn by the reporter',
      merged: 'Merged into another outage',
      resolved: 'Resolved',
      closed: 'Resolved and closed',
    } satisfies Record<Certificate['state'], string>,
    reader: {
      reporter: 'the reporter: people of other customers are not counted',
      desk: 'the support desk',
    } satisfies Record<Reader, string>,
    times: (zone: string) => `Times are in UTC; the line below each is for ${zone}.`,
    promises: 'Promises',
    what: 'What was promised',
    promise: { acknowledge: 'A named engineer acknowledges it', update: 'The next update comes' },
    due: 'By',
    done: 'Done',
    result: 'Result',
    outcome: {
      kept: 'Kept',
      late: 'Late',
      open: 'Not due yet',
      ended: 'Ended before it was due',
      unknown: 'Not known: records were restored',
    } satisfies Record<Outcome, string>,
    lateBy: (late: string) => `Late by ${late}`,
    notDone: '\u2013',
    history: 'What happened, and when people were told',
    when: 'When',
    event: 'What',
    happened: {
      reported: () => 'Reported to the support desk',
      promoted: () => 'The support desk found that the request is an outage',
      acknowledged: (by) => (by ? `Acknowledged by ${by}` : 'Acknowledged'),
      'taken-back': () => 'The acknowledgement was undone',
      'handed-over': (by) => (by ? `${by} is the new owner` : 'It has a new owner'),
      released: () => 'Given back to the people on call',
      updated: () => 'Update to everybody who follows it',
      transferred: (team) => `Transferred to ${team}`,
      objected: () => 'The reporter objected',
      withdrawn: () => 'Withdrawn by the reporter',
      merged: (into) => `Merged into ${into}; updates came from there`,
      resolved: () => 'Resolved',
      reopened: () => 'Reopened: it was not over',
      closed: () => 'Closed',
      'desk-unreached': () => "The report had not reached the support desk's channel, and the reporter was told",
      'desk-reached': () => "The report reached the support desk's channel",
      restored: (since) => `Records were restored from a backup: from ${since} to this time nothing is known`,
    } satisfies Record<Happened, (more: string) => string>,
    check: 'How to check it',
    holds: 'This PDF holds the file certificate.json, which is signed. If a page and that file differ, the file is right.',
    /** How to check it with openssl, above and below the commands. They stand in the signed file too, in English. */
    how: {
      file: (key: string) =>
        `This file is a JWS (RFC 7515) that is signed with Ed25519 (RFC 8037). What it says is the payload, in base64url. The key is ${key}.`,
      save: (from: string, file: string) =>
        `Save the public key with this id as key.pem, from ${from}. Save this file as ${file}. Then run:`,
      fromDesk: 'the desk, by a way that you trust',
      verified:
        'The fourth command says "Signature Verified Successfully", and the last one shows what is signed. Nothing else in this file is signed.',
      takeOut:
        'A PDF holds this file: pdfdetach -saveall certificate.pdf takes it out. This file is the truth; the pages of a PDF are for reading.',
    },
    record: (events: number, head: string) => `Event ${events} of the outage's record has this hash over all events before it: ${head}`,
    missing: 'The sign ? stands for a letter that this PDF cannot draw. The file certificate.json has each letter.',
    page: (name: string, page: number, of: number) => `${name}, page ${page} of ${of}`,
    hash: (hash: string) => `SHA-256 of certificate.json: ${hash}`,
  },
};
