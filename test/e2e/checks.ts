/** Counts what was seen. A chapter that breaks off is a failure, and so is each one after it: they rest on it. */
export type Checks = {
  chapter(title: string, tell: () => Promise<void>): Promise<void>;
  /** Something that must be so; says what was there instead. */
  that(claim: string, holds: boolean, instead?: unknown): void;
  /** Something that must become so; `look` is asked until it says yes, at most `seconds` long. */
  becomes(claim: string, look: () => boolean | Promise<boolean>, seconds?: number): Promise<void>;
  passed(): number;
  failed(): number;
};

const POLL_MS = 200;

/** `photograph` keeps what the page showed when a chapter broke off. */
export function createChecks(say: (line: string) => void, photograph: (title: string) => Promise<unknown>): Checks {
  let passed = 0;
  let failed = 0;
  let broken = false;
  const count = (claim: string, holds: boolean, instead?: unknown) => {
    if (holds) passed += 1;
    else failed += 1;
    say(
      `  ${holds ? 'ok    ' : 'FAILED'} ${claim}${holds || instead === undefined ? '' : `\n         instead: ${String(instead).slice(0, 400)}`}`,
    );
  };
  return {
    async chapter(title, tell) {
      say(title);
      try {
        if (broken) throw new Error('a chapter before it broke off');
        await tell();
      } catch (error) {
        count(`${title} is told to its end`, false, error instanceof Error ? error.message : error);
        if (!broken) await photograph(title);
        broken = true;
      }
    },
    that: count,
    async becomes(claim, look, seconds = 20) {
      const end = Date.now() + seconds * 1000;
      let holds = await look();
      while (!holds && Date.now() < end) {
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
        holds = await look();
      }
      count(claim, holds, `not within ${seconds} s`);
    },
    passed: () => passed,
    failed: () => failed,
  };
}
