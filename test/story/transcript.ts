/** What came, one line each as it comes, and at the end whether all of it did. */

/** Each step, as it is told when it does not come. They are told in the order in which they come. */
export const STEPS = {
  posted: 'the monitor posts its report',
  created: 'the bot answers the monitor with the number of the outage',
  thread: 'the outage is posted in the channel of the desk',
  'hears-reported': 'the webhook hears outage.reported',
  'last-call': 'the last call mentions the engineer in the thread',
  direct: 'the last call comes to the engineer in their own chat',
  triggered: 'PagerDuty gets a trigger',
  called: 'Twilio gets a call to make',
  'hears-escalated': 'the webhook hears outage.escalated',
  rings: 'the phone rings, and a voice says what it is about',
  pressed: 'Twilio sends the pressed key to the bot',
  thanked: 'the bot lets the voice say that the outage is taken',
  ended: 'Twilio says that the call has ended',
  acknowledged: 'the acknowledgement is posted in the thread',
  'pagerduty-acknowledged': 'PagerDuty gets an acknowledgement',
  'hears-acknowledged': 'the webhook hears outage.acknowledged',
  'shows-call': 'the card in the thread shows the call, and that it was answered',
  'by-phone': 'the timeline says that it was acknowledged by phone',
  resolves: 'the engineer resolves it in Teams',
  resolved: 'the resolution is posted in the thread',
  'pagerduty-resolved': 'PagerDuty gets a resolution, which ends the page',
  'hears-resolved': 'the webhook hears outage.resolved',
  asked: 'the monitor asks for the outage, and reads that it is resolved',
} as const;
export type Step = keyof typeof STEPS;
const ALL = Object.keys(STEPS) as Step[];

export type Transcript = {
  /** The clock of the lines begins with the first. A step that came before is not told again. */
  tell(step: Step, who: string, what: string): void;
  has(...steps: readonly Step[]): boolean;
  /** Something came that must not come. */
  complain(what: string): void;
  /** Prints what is missing or wrong, and gives the exit code. */
  end(): 0 | 1;
};

const LONGEST_WHO = 25;

/** `now`: in ms. */
export function createTranscript(now: () => number, print: (line: string) => void): Transcript {
  const came = new Set<Step>();
  const wrong: string[] = [];
  let began: number | null = null;
  return {
    tell(step, who, what) {
      if (came.has(step)) return;
      came.add(step);
      began ??= now();
      const seconds = ((now() - began) / 1_000).toFixed(1).padStart(5);
      print(`${seconds} s  ${who.padEnd(LONGEST_WHO)}  ${what}`);
    },
    has: (...steps) => steps.every((step) => came.has(step)),
    complain: (what) => void wrong.push(what),
    end() {
      const missing = ALL.filter((step) => !came.has(step));
      for (const step of missing) print(`did not come: ${STEPS[step]}`);
      for (const one of wrong) print(`wrong: ${one}`);
      const isWhole = missing.length === 0 && wrong.length === 0;
      print(
        isWhole
          ? `story: ${ALL.length} steps, all came`
          : `story: ${ALL.length} steps, ${missing.length} did not come, ${wrong.length} went wrong`,
      );
      return isWhole ? 0 : 1;
    },
  };
}
