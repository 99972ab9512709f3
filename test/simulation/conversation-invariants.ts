/** Questions to the reporter: who reads them, that a reply is told to who asked, and that the reporter is reminded once. */
import { eventsOf } from './evidence.ts';
import { type Invariant, ofEach, tooLate, when } from './invariant.ts';
import { missedReplies } from './lateness.ts';

export const CONVERSATION: readonly Invariant[] = [
  ofEach('what the reporter and the desk say to each other is read by nobody else', 'wrong', (story) =>
    story.sends.flatMap(({ key, notice, drawn }) => {
      const event = drawn.events[notice.seq - 1];
      const isWord = event?.type === 'asked' || event?.type === 'replied' || event?.type === 'reply-missed' || event?.type === 'noted';
      if (!isWord || (notice.kind !== 'news' && notice.kind !== 'ping' && notice.kind !== 'direct')) return [];
      const { kind } = notice.destination;
      const isDesk = kind === 'desk' || kind === 'queue' || (kind === 'person' && notice.kind === 'direct');
      const isReporters = kind === 'reporter' || (kind === 'origin' && drawn.outage.origin.kind === 'personal');
      const isForReporter = event.type === 'asked' || event.type === 'reply-missed';
      return when(!isDesk && !(isForReporter && isReporters), `${key} tells it`);
    }),
  ),
  ofEach('a reply is told to who asked, and to no question twice', 'wrong', (story) => {
    const events = eventsOf(story);
    return events.flatMap((event, index) => {
      if (event.type !== 'replied') return [];
      const question = events[event.question - 1];
      const isTold = question?.type === 'asked' && event.tells.some(({ id }) => id === question.by.id);
      const before = events.slice(0, index).some((one) => one.type === 'replied' && one.question === event.question);
      return [...when(!isTold, `reply ${index + 1} is not`), ...when(before, `question ${event.question} has two`)];
    });
  }),
  ofEach('the reporter is reminded of a question once, and never of one that has a reply', 'wrong', (story) => {
    const events = eventsOf(story);
    return events.flatMap((event, index) => {
      if (event.type !== 'reply-missed') return [];
      const earlier = events.slice(0, index);
      const wrong = event.questions.filter((id) =>
        earlier.some(
          (one) => (one.type === 'reply-missed' && one.questions.includes(id)) || (one.type === 'replied' && one.question === id),
        ),
      );
      return when(wrong.length > 0, `reminded of ${wrong.join()} once more`);
    });
  }),
  ofEach('the reporter and the desk are reminded in time', 'late', (story, outage, history) =>
    tooLate(history, missedReplies(story, outage, history)),
  ),
];
