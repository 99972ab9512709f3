/** Tells the desk what is wrong with the bots themselves and what engineers and administrators do, and what a restore lost. */
import type { Desk } from '../../desk/desk.ts';
import type { SetAside } from '../../engine/ports/health.ts';
import type { Alarm, Trouble } from '../../engine/watch/troubles.ts';
import { channelOf } from '../../outage/destinations.ts';
import { isEdit } from '../../outage/notices.ts';
import { type Outage, outageName } from '../../outage/types/outage.ts';
import type { Instant, Person } from '../../outage/types/values.ts';
import type { Words } from '../../words/words.ts';
import type { Card, Drawn } from '../base/card.ts';
import type { Fact } from '../base/facts.ts';
import { drawMessage, type Message } from '../layouts/layouts.ts';
import { destinationName } from '../news/news.ts';
import { stateText } from '../outage/outage.ts';
import { roomName } from '../setup/setup.ts';
import { firstOf, mentionAll, oneLine, quoted, readersClock, shorten } from '../text.ts';

/** Of more messages than this, only the first are listed. The log has them all. */
const MOST_MESSAGES = 10;
const LONGEST_REASON = 300;

type AlarmView = { readonly alarm: Alarm; readonly desk: Desk; readonly words: Words; readonly now: Instant };
type AlarmText = Required<Pick<Message, 'style' | 'heading' | 'lines' | 'facts'>>;

export function alarmCard(view: AlarmView): Drawn {
  const text = textOf(view);
  const card = drawMessage(view.words, { ...text, fallbackText: view.words.formats.sentences([text.heading, text.lines[0] ?? '']) });
  return { card, summary: text.heading };
}

function textOf({ alarm, desk, words, now }: AlarmView): AlarmText {
  const say = words.watch.alarm;
  switch (alarm.tell) {
    case 'set-aside':
      return setAside(alarm.messages, desk, words);
    case 'rooms-changed':
      return roomsChanged(alarm.rooms, desk, words);
    case 'over': {
      const { kind, beganAt, seenAt, untold } = alarm;
      const trouble = say.troubles[kind];
      return {
        style: 'good',
        heading: trouble.over,
        lines: [...(untold ? [say.untold] : []), 'thenLook' in trouble ? trouble.thenLook : say.over],
        facts: [
          { label: say.since, lines: [readersClock(beganAt, now, words)] },
          { label: say.until, lines: [readersClock(seenAt, now, words)] },
        ],
      };
    }
    default: {
      const { tell, trouble, beganAt } = alarm;
      const { heading, desk: todo, admin } = say.troubles[trouble.kind];
      return {
        style: trouble.kind === 'deliveries-backlog' ? 'warning' : 'attention',
        heading: tell === 'lasts' ? say.still(heading) : heading,
        lines: [troubleText(trouble, words)],
        facts: [
          ...outagesFact(trouble, words),
          ...('error' in trouble && trouble.error !== null
            ? [{ label: say.lastAnswer, lines: [reasonOf(trouble.error) || say.setAside.unknown] }]
            : []),
          ...(tell === 'lasts' ? [{ label: say.since, lines: [readersClock(beganAt, now, words)] }] : []),
          { label: say.now, lines: [todo] },
          { label: say.admin, lines: [admin] },
        ],
      };
    }
  }
}

function troubleText(trouble: Trouble, { watch: { alarm }, formats: { duration } }: Words): string {
  const { troubles } = alarm;
  switch (trouble.kind) {
    case 'deadlines-overdue':
    case 'deliveries-refused':
    case 'deliveries-backlog':
    case 'deliveries-untouched':
      return troubles[trouble.kind].what(trouble.count, duration(trouble.oldestMs));
    case 'deadlines-missing':
    case 'threads-missing':
      return troubles[trouble.kind].what(trouble.count);
    case 'clock-skew':
      return troubles[trouble.kind].what(duration(Math.abs(trouble.skewMs)));
    case 'loop-stopped':
      return troubles[trouble.kind].what(duration(trouble.forMs));
    case 'signing-keys-unreadable':
      return troubles[trouble.kind].what(duration(trouble.forMs), trouble.count > 0);
    case 'store-unavailable':
    case 'desk-untold':
      return troubles[trouble.kind].what;
  }
}

/** The same with what an administrator does about it. It holds no personal data, so a probe may show it. */
export const adminText = (trouble: Trouble, words: Words): string =>
  words.formats.joined([troubleText(trouble, words), words.watch.alarm.troubles[trouble.kind].admin]);

function outagesFact(trouble: Trouble, { watch: { alarm }, formats }: Words): Fact[] {
  if (!('outages' in trouble) || trouble.outages.length === 0) return [];
  return [{ label: alarm.outages, lines: [formats.list(trouble.outages.map((number) => outageName({ number })))] }];
}

function setAside(messages: readonly SetAside[], desk: Desk, words: Words): AlarmText {
  const say = words.watch.alarm.setAside;
  const shown = messages.slice(0, MOST_MESSAGES);
  const more = messages.length - shown.length;
  return {
    style: 'attention',
    heading: say.heading(messages.length),
    lines: [
      ...(messages.some(({ destination }) => channelOf(destination) === 'teams') ? [say.text] : []),
      ...(messages.some(({ destination }) => channelOf(destination) !== 'teams') ? [say.outward] : []),
      ...shown.flatMap(({ number, kind, event, destination, error }) => [
        say.line(
          outageName({ number }),
          isEdit({ kind }) ? say.state : say.message[event],
          destinationName(destination, { people: desk.people, outage: null }, words),
        ),
        say.why(reasonOf(error ?? '') || say.unknown),
      ]),
      ...(more > 0 ? [say.more(more)] : []),
    ],
    facts: [],
  };
}

/** Lost rooms stand first, because somebody has to act on them. */
function roomsChanged(rooms: Extract<Alarm, { tell: 'rooms-changed' }>['rooms'], desk: Desk, words: Words): AlarmText {
  const say = words.setup.changed;
  const line = (room: (typeof rooms)[number]) => {
    const inFile = desk.file.followers.find((follower) => follower.room.conversation === room.conversationId);
    const name = roomName({ kind: room.kind, name: room.name || inFile?.id || '' }, words);
    const isDesk = (desk.file.desk.channel ?? (room.use?.as === 'desk' ? room.conversationId : null)) === room.conversationId;
    if (room.lost === null) return say.back(name);
    return isDesk ? say.desk(name, say.why[room.lost]) : say.lost(name, say.why[room.lost]);
  };
  const [lost, back] = [rooms.filter((room) => room.lost !== null), rooms.filter((room) => room.lost === null)];
  const lines = [...lost, ...back].map(line);
  return {
    style: lost.length > 0 ? 'attention' : 'good',
    heading: say.heading(lost.length, back.length),
    lines: firstOf(lines, MOST_MESSAGES, words.setup.more),
    facts:
      lost.length > 0
        ? [
            { label: say.now, lines: [say.tell] },
            { label: say.admin, lines: [say.remedy] },
          ]
        : [],
  };
}

/** An error of Teams or of ours. It may hold text that a person typed. */
const reasonOf = (error: string): string => oneLine(shorten(error, LONGEST_REASON));

const MOST_LISTED = 20;

export function restoredCard(view: { to: Instant; open: readonly Outage[]; onCall: readonly Person[]; now: Instant; words: Words }): Card {
  const { to, open, now, words } = view;
  const { restored } = words.watch;
  const { joined, pair, sentences } = words.formats;
  const when = readersClock(to, now, words);
  const listed = open.map((outage) => sentences([pair(outageName(outage), stateText(outage, words)), quoted(outage.report.title, words)]));
  const lines = [
    restored.text,
    restored.gone(when),
    open.length === 0 ? restored.noneOpen : restored.open(open.length),
    ...firstOf(listed, MOST_LISTED, restored.more),
  ];
  const heading = restored.heading(when);
  return drawMessage(words, {
    style: 'attention',
    heading,
    mentions: mentionAll(view.onCall, words.desk.onCall, words),
    lines,
    fallbackText: sentences([heading, joined(lines)]),
  });
}
