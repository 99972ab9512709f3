/** Puts the parts together by which the on-call schedule reaches people: messages in Teams, and calendars. */
import { onCallNews, onCallWeek } from '../cards/on-call/news.ts';
import { AHEAD_MS } from '../desk/check.ts';
import { HORIZON_MS } from '../desk/on-call/roster.ts';
import type { Languages } from '../engine/ports/desk.ts';
import { createOnCallMessages } from '../engine/timers/on-call.ts';
import { wordsFor, wordsOfDesk } from '../words/words.ts';
import { createCalendarDesk, createServeCalendar } from './serve.ts';

type Parts = Omit<Parameters<typeof createOnCallMessages>[0], 'draw'> &
  Omit<Parameters<typeof createServeCalendar>[0], 'words'> & {
    readonly languages: Pick<Languages, 'of'>;
  };

/** `publicUrl` empty: calendar apps do not reach the bot, so there are no calendars. */
export function createOnCallParts(parts: Parts) {
  const { desk, publicUrl } = parts;
  const words = wordsOfDesk(desk);
  const messages = createOnCallMessages({
    ...parts,
    async draw(due, { overrides, ...facts }) {
      const isWeek = due.notice.kind === 'week';
      // The week is that of the reader, who may read it late.
      const from = isWeek ? facts.now : due.notice.at;
      const own = isWeek ? '' : await parts.languages.of(due.notice.personId);
      const view = {
        desk,
        words: own ? wordsFor(own) : words,
        ...facts,
        shifts: desk.shifts(from, from + (isWeek ? AHEAD_MS : HORIZON_MS), overrides),
      };
      return isWeek ? onCallWeek(due, view) : onCallNews(due, view);
    },
  });
  if (publicUrl === '') return { messages, calendars: null, serve: null };
  return { messages, calendars: createCalendarDesk(parts), serve: createServeCalendar({ ...parts, words }) };
}
