/**
 * The guided tour of the playground, three minutes long: what a customer, an engineer and a follower see. The terminal says what to do in
 * the browser, and goes on when the bot has seen that it was done; where there is only something to look at, it waits for Enter.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { en } from '../../src/words/en/index.ts';
import type { People } from '../e2e/people.ts';
import { type Cast, channelId, personOf } from './cast.ts';
import { type BotMessage, buttonsOf, newestOutageThread, readableText } from './recording.ts';

const DESK = 'Support desk';
const LOOK_EVERY_MS = 200;

export type Tour = {
  /** Enter was pressed. */
  enter(): void;
  /** Resolves after the last step, or when the tour is stopped. */
  readonly ended: Promise<void>;
};

export type TourParts = {
  readonly cast: Cast;
  readonly people: Pick<People, 'pressButton' | 'sayInThread'>;
  /** Where the browser finds the Playground. */
  readonly url: string;
  /** All that the bot has sent, as it stands now. */
  readonly messages: () => readonly BotMessage[];
  readonly say: (text: string) => void;
  /** Ends the tour at once. */
  readonly signal: AbortSignal;
};

type Step = {
  readonly as: string;
  readonly text: string;
  /** What has to be seen before the tour goes on; without it the person presses Enter. */
  readonly until?: () => boolean;
  /** What somebody else does when the step is over. */
  readonly after?: () => Promise<unknown>;
};

export function startTour({ cast, people, url, messages, say, signal }: TourParts): Tour {
  const before = new Set(messages().map(({ activityId }) => activityId));
  const entered: { press: () => void } = { press: () => undefined };
  const priya = personOf(cast, 'priya').id;

  const fresh = () => messages().filter(({ activityId }) => !before.has(activityId));
  const own = () => fresh().filter(({ conversationId }) => conversationId === cast.personalChat.id);
  const thread = () => newestOutageThread(fresh(), channelId(cast, DESK));
  const inThread = () => thread()?.conversationId ?? '';
  const name = () => /OUT-\d+/.exec(thread() ? readableText(thread() as BotMessage) : '')?.[0] ?? 'The outage';
  const offers = (title: string) => own().some(({ cards }) => cards.some((card) => buttonsOf(card).some((one) => one.title === title)));
  /** First the button is there, then it is not any more. */
  const wasPressed = (title: string) => {
    let wasThere = false;
    return () => {
      const isThere = offers(title);
      wasThere ||= isThere;
      return wasThere && !isThere;
    };
  };
  const writes = (text: string) => () => people.sayInThread(priya, inThread(), text);

  const steps: readonly Step[] = [
    {
      as: 'The customer',
      text: `You are ${cast.currentUser.name}, and production is down. Open ${url} and stay on that page, because a reload empties it.
  In "Personal Chat", type  /outage  and send it.`,
      until: () => own().some(({ cards }) => cards.some((card) => buttonsOf(card).some(({ verb }) => verb.startsWith('report-')))),
    },
    {
      as: 'The customer',
      text: `Answer the cards; anything will do, and a phone number such as +45 32 12 34 56. End with "${en.report.done}".`,
      until: () => thread() !== undefined,
    },
    {
      as: 'The customer',
      text: 'The same card now says your number, how far it is, and by when an engineer acknowledges it. It changes by itself from now on.',
    },
    {
      as: 'The support engineer',
      text: `Open "${DESK}" (team ${cast.team.name}) at the left: the report is a thread there,
  with the clock and the one button that matters. Press Enter, and Priya, who is on call, presses "${en.desk.acknowledge}".`,
      after: () => people.pressButton(priya, inThread(), en.desk.acknowledge),
    },
    {
      as: 'The customer',
      text: `Look in "Personal Chat": you read who has acknowledged it, and by when the next update comes.
  Press Enter, and Priya writes an update in the thread.`,
      after: writes('update A lock on one table stops all postings. We are removing it.'),
    },
    {
      as: 'The follower',
      text: `Open the group chat "${cast.groupChat.name}", which follows: you read since when it is down, how far it is,
  and the last update, but no phone number and no note. Press Enter, and Priya resolves it.`,
      after: writes('resolve The lock is removed; posting works again.'),
    },
    {
      as: 'The customer',
      text: `Back to "Personal Chat": you are asked whether it works again.
  Press "${en.affected.pulse.titles.worksAgain}".`,
      until: wasPressed(en.affected.pulse.titles.worksAgain),
    },
  ];

  return { enter: () => entered.press(), ended: run() };

  async function run(): Promise<void> {
    say('A tour of three minutes. Ctrl-C ends everything; lines such as  tomas: ack  work all the while.');
    for (const [index, { as, text, until, after }] of steps.entries()) {
      say(`\n${index + 1} of ${steps.length}  ${as}\n  ${text}${until || after ? '' : ' Press Enter.'}`);
      await (until ? seen(until) : enter());
      if (signal.aborted) return;
      await after?.().catch((error: Error) => say(`  That did not work (${error.message}). The tour goes on.`));
    }
    say(ending(name()));
  }

  async function seen(fits: () => boolean): Promise<void> {
    entered.press = () => say('  The tour goes on by itself as soon as you have done that in the browser.');
    while (!signal.aborted && !fits()) await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
    entered.press = () => undefined;
  }

  async function enter(): Promise<void> {
    await new Promise<void>((resolve) => {
      entered.press = resolve;
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    entered.press = () => undefined;
  }
}

const ending = (name: string) => `
That was ${name}, from the report to its end. Now in your own tenant:
  1. Register the bot and start it: env/README.md, steps 2 to 5.
  2. Make the app with  npx outage-desk package --env env/.env  and upload it: appPackage/README.md.
  3. In the desk's channel, write  @Outage Desk check  and  @Outage Desk outage drill .
Or go on here as you like: type  ${'jonas: report'}  and do nothing, and see the pings come.`;
