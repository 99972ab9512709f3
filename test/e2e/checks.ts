/** What a story claims: each claim is a soft assertion, so that a story tells all that is not so. */
import { expect } from '@playwright/test';

export type Checks = {
  /** Something that must be so; `instead` is what was there. */
  that(claim: string, holds: boolean, instead?: unknown): void;
  /** Something that must become so; `look` is asked until it says yes, at most `seconds` long. */
  becomes(claim: string, look: () => boolean | Promise<boolean>, seconds?: number): Promise<void>;
};

const POLL_MS = 200;
const softly = expect.configure({ soft: true });

export const checks: Checks = {
  that(claim, holds, instead) {
    expect.soft(holds, holds || instead === undefined ? claim : `${claim}; instead: ${String(instead).slice(0, 400)}`).toBe(true);
  },
  async becomes(claim, look, seconds = 20) {
    const poll = { message: claim, timeout: seconds * 1_000, intervals: [POLL_MS] };
    await softly.poll(async () => await look(), poll).toBe(true);
  },
};
