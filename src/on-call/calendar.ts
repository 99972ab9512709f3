/** Draws a calendar of the on-call schedule as iCalendar (RFC 5545). */
import ical, { ICalEventTransparency } from 'ical-generator';
import type { Desk } from '../desk/desk.ts';
import { DAY_MS } from '../desk/on-call/local-time.ts';
import type { Override, Shift } from '../desk/on-call/roster.ts';
import { type Instant, LEVELS, type Level } from '../outage/types/values.ts';
import type { Words } from '../words/words.ts';

export const BACK_MS = 14 * DAY_MS;
const AHEAD_MS = 60 * DAY_MS;
/** An event is named by its beginning, so that it stays the same event: of a shift of several weeks that is looked for further back. */
const BEGAN_MS = BACK_MS + 35 * DAY_MS;
const REFRESH_MS = 3_600_000;

type View = {
  readonly desk: Desk;
  readonly words: Words;
  /** A level, or the id of a person. */
  readonly of: string;
  /** Also those that ended within BACK_MS. */
  readonly overrides: readonly Override[];
  readonly now: Instant;
  /** Where the bot is: makes the names of events unique in the world. */
  readonly host: string;
};

/** null: it is of nobody whom the desk file knows. */
export function drawCalendar({ desk, words, of, overrides, now, host }: View): string | null {
  const { calendar: say, title } = words.onCall;
  const shifts = desk.shifts(now - BEGAN_MS, now + AHEAD_MS, overrides);
  const level = LEVELS.find((one) => one === of);
  const person = desk.onRoster.find(({ id }) => id === of) ?? desk.engineer(of);
  if (!level && !person) return null;
  const nameAll = ({ people }: Shift) => words.formats.list(people.map(({ name }) => name)) || say.nobody;
  const drawn = ical({
    name: level ? say.ofLevel(level) : say.ofPerson(person?.name ?? ''),
    prodId: { company: 'outage-desk', product: 'on-call' },
    ttl: REFRESH_MS / 1_000,
  });
  for (const one of level ? [level] : LEVELS)
    for (const shift of level ? shifts[one] : ofPerson(shifts[one], of)) if (shift.until > now - BACK_MS) add(one, shift);
  return drawn.toString();

  function add(on: Level, shift: Shift): void {
    const { from, until } = shift;
    const isOld = from <= now - BEGAN_MS;
    drawn.createEvent({
      id: `${level ? on : `${of}-${on}`}-${isOld ? 'always' : from}@${host}`,
      start: new Date(isOld ? now - BACK_MS : from),
      end: new Date(until),
      stamp: new Date(now),
      summary: level ? say.title(title[on], nameAll(shift)) : say.ofLevel(on),
      // It is no reason to be busy.
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
}

/** The times during which a person is on a level, whoever is on it with them. */
function ofPerson(shifts: readonly Shift[], id: string): readonly Shift[] {
  const own: Shift[] = [];
  for (const { from, until, people } of shifts) {
    const person = people.find((one) => one.id === id);
    const last = own.at(-1);
    if (person && last?.until === from) own[own.length - 1] = { ...last, until };
    else if (person) own.push({ from, until, people: [person] });
  }
  return own;
}
