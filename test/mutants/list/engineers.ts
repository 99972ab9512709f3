/** Defects of what engineers press, fill in, type and react with. */
import type { Mutant } from '../mutant.ts';

const WORK = 'test/flows/progress/engineers-work.test.ts';
const FORMS = 'test/flows/progress/open-forms.test.ts';
const OVERHEARD = 'test/teams/in/overheard.test.ts';

const TAKE_BACK = 'test/flows/progress/take-back.test.ts';
const DECIDE = 'test/outage/decide/decide.test.ts';

export const ENGINEERS: readonly Mutant[] = [
  {
    broken: 'what a reaction took can be taken back for ever',
    file: 'src/outage/promise.ts',
    text: 'return at > acknowledgedAt + TAKE_BACK_WITHIN_MS ?',
    becomes: 'return at < acknowledgedAt ?',
    caughtBy: {
      file: DECIDE,
      test: '15.7: a take-back > 15.7: is refused after ten minutes, to others, after work, and of what a button took',
    },
  },
  {
    broken: 'what somebody works on can still be taken back as a mistake',
    file: 'src/outage/evolve.ts',
    text: 'const worked = WORK.includes(event.type) ?',
    becomes: 'const worked = WORK.length === 0 ?',
    caughtBy: {
      file: DECIDE,
      test: '15.7: a take-back > 15.7: is refused after ten minutes, to others, after work, and of what a button took',
    },
  },
  {
    broken: 'of what was taken back the steps that fell due meanwhile wait for a timer, and the promise looks kept until then',
    file: 'src/outage/decide/ownership.ts',
    text: "if ('events' in due && due.events.length > 0) return accept(takenBack, ...due.events);",
    becomes: "if ('events' in due && due.events.length > 0) return accept(takenBack);",
    caughtBy: {
      file: DECIDE,
      test: '15.7: a take-back > 15.7: brings what fell due meanwhile at once, as one step, and a promise that ended is broken',
    },
  },
  {
    broken: 'everybody in the channel is asked whether the reaction of one person was meant',
    file: 'src/engine/delivery/send.ts',
    text: "return { to: 'one', personId: destination.id, conversationId, tenantId, orInChat: true };",
    becomes: "return { to: 'conversation', conversationId, tenantId };",
    caughtBy: {
      file: TAKE_BACK,
      test: '15.7: a reaction that takes an outage > 15.7: is named in the thread, and the person alone is asked there whether it was meant',
    },
  },
  {
    broken: 'the version before cannot read an outage with a question',
    file: 'src/store/outages/record.ts',
    text: "asked: { type: 'noted', shown: true }",
    becomes: "asked: { type: 'asked', shown: true }",
    caughtBy: {
      file: 'test/store/outages/chain.test.ts',
      test: '19: questions and replies are stored as the version before can read them, and read as what they are',
    },
  },
  {
    broken: 'the reporter reads that whoever took it was not on call',
    file: 'src/cards/progress/progress.ts',
    text: "byLine(view, readerOf(destination) === 'desk' ? whoTook",
    becomes: "byLine(view, readerOf(destination) !== 'team' ? whoTook",
    caughtBy: {
      file: TAKE_BACK,
      test: '15.8: who took it and was not on call > 15.8: is named so where engineers read it, and nowhere else',
    },
  },
  {
    broken: 'an edit by somebody else wipes the form on a card in a channel',
    file: 'src/engine/delivery/attempt.ts',
    text: 'if (editAfter !== null) {',
    becomes: 'if (editAfter !== null && items.length > 1) {',
    caughtBy: {
      file: FORMS,
      test: '3.1: in a channel > 3.1: the card with an open form waits for at most three minutes, which the form says, and news comes at once',
    },
  },
  {
    broken: "in somebody's own chat a form stands on the card, where the next edit wipes it",
    file: 'src/teams/application.ts',
    text: "reply.form === 'opened' && (await sends(reply, context, asker))",
    becomes: "reply.form === 'opened' && false",
    caughtBy: {
      file: FORMS,
      test: "3.1: in somebody's own chat > 3.1: a form is a message of its own, and what is typed there stays when an engineer acknowledges",
    },
  },
  {
    broken: 'what reached the bot in a press that was refused is gone',
    file: 'src/commands/forms/form.ts',
    text: 'if (!isSent(result)) await forms.keep(actor.id, name, textsIn(filled));',
    becomes: 'if (!isSent(result)) await forms.drop(actor.id, name);',
    caughtBy: { file: FORMS, test: '3.1: what was entered > 3.1: in a press that was refused is kept for a day, for that person alone' },
  },
  {
    broken: 'a reaction on any message of the bot in a thread takes the outage',
    file: 'src/teams/in/activity.ts',
    text: 'threadId: `${roomIdOf(conversation.id)};messageid=${replyToId}`',
    becomes: "threadId: conversation.id.includes(';') ? conversation.id : `${conversation.id};messageid=${replyToId}`",
    caughtBy: {
      file: WORK,
      test: 'a reaction on the first message of an outage > by nobody else does, nor one that is removed, nor one on another message',
    },
  },
  {
    broken: 'any reaction takes it, also a sad face',
    file: 'src/teams/in/activity.ts',
    text: 'if (!reactionsAdded.some(({ type }) => TAKES_IT.test(type))) return SILENT;',
    becomes: 'if (reactionsAdded.length === 0) return SILENT;',
    caughtBy: { file: WORK, test: 'a reaction on the first message of an outage > that only says how somebody feels does nothing: "sad"' },
  },
  {
    broken: 'what customers say in the thread is taken in and their ids kept, though nobody spoke to the bot',
    file: 'src/teams/application.ts',
    text: "if (sender.place.kind !== 'channel' || !takesIt(text) || !may(actorOf(sender), 'acknowledge')) return;",
    becomes: "if (sender.place.kind !== 'channel' || !takesIt(text)) return;",
    caughtBy: {
      file: OVERHEARD,
      test: 'an engineer who says to the others in the thread of an outage that they have it > takes nothing when they are a customer, or an engineer of another tenant, and is not remembered',
    },
  },
  {
    broken: '"on it?" in the thread takes the outage',
    file: 'src/commands/progress/acknowledge.ts',
    text: '[\\s.,!]*$/i;',
    becomes: '[\\s.,!?]*$/i;',
    caughtBy: { file: WORK, test: 'plain words to the bot in the thread > that are doubtful get a question with one button: on it?' },
  },
  {
    broken: 'a list of what one person alone may see is posted for everybody',
    file: 'src/commands/command.ts',
    text: '{ forRoom: _, ...reply }: Reply',
    becomes: '{ ...reply }: Reply',
    caughtBy: {
      file: 'test/flows/private/words.test.ts',
      test: '15.3 lists of their own are read alone in any room, and nobody is sent to their own chat',
    },
  },
  {
    broken: 'Back leaves a second card of the outage, which nobody edits, in the thread',
    file: 'src/commands/forms/form.ts',
    text: "form: 'sent', said: words.report.form.closed",
    becomes: 'said: words.report.form.closed',
    caughtBy: {
      file: 'test/flows/private/words.test.ts',
      test: '15.4 Back takes a form away, and leaves no second card of the outage',
    },
  },
  {
    broken: 'the id of a person that a client writes in capitals, or with a comma behind it, is none',
    file: 'src/commands/ownership/person.ts',
    text: 'id.trim().toLowerCase() || []',
    becomes: 'id || []',
    caughtBy: { file: WORK, test: 'a hand-over > to nobody, or to somebody who is no engineer, is asked again' },
  },
  {
    broken: 'anybody who was found by the search for people can be given an outage',
    file: 'src/commands/ownership/person.ts',
    text: 'desk.engineers.find(',
    becomes: 'desk.people.find(',
    caughtBy: { file: WORK, test: 'a hand-over > to nobody, or to somebody who is no engineer, is asked again' },
  },
  {
    broken: 'where nothing searches for people, nobody can be chosen',
    file: 'src/cards/ownership.ts',
    text: 'choices, placeholder, search',
    becomes: 'choices: search ? [] : choices, placeholder, search',
    caughtBy: { file: WORK, test: 'a hand-over > by form is offered, and only whom it is offered to may answer it' },
  },
  {
    broken: 'a hand-over goes to whoever has the name in the text, not to who was mentioned',
    file: 'src/commands/forms/outage-thread.ts',
    text: 'mentioned.length > 0',
    becomes: 'mentioned.length > 9',
    caughtBy: {
      file: WORK,
      test: 'a hand-over > by a mention goes to the person who was mentioned, whatever name stands in the text',
    },
  },
  {
    broken: 'of two engineers with one name the first is handed the outage',
    file: 'src/commands/forms/outage-thread.ts',
    text: 'if (fits.length > 1) return',
    becomes: 'if (fits.length > 2) return',
    caughtBy: { file: WORK, test: 'a hand-over > by a name that two engineers have is a question' },
  },
  {
    broken: 'a customer can be chosen to take over an outage',
    file: 'src/commands/forms/outage-form.ts',
    text: 'const found = among.find(({ id }) => id === filled[field]);',
    becomes: 'const found = among.find(({ id }) => id === filled[field]) ?? (filled[field] ? among[0] : undefined);',
    caughtBy: { file: WORK, test: 'a hand-over > to nobody, or to somebody who is no engineer, is asked again' },
  },
  {
    broken: 'a form of the desk forgets what was typed when it has to ask again',
    file: 'src/commands/forms/form.ts',
    text: 'form.draw(found.found, { filled, errors, ...said',
    becomes: 'form.draw(found.found, { filled: {}, errors, ...said',
    caughtBy: { file: WORK, test: 'a transfer > by form shows both promises first and keeps what was typed until it can be taken' },
  },
  {
    broken: 'a form of the desk overwrites what a colleague changed meanwhile',
    file: 'src/commands/progress/reclassify.ts',
    text: 'changes: { scenario: scenario.found, environment: environment.found }, seen: sent.seen }',
    becomes: 'changes: { scenario: scenario.found, environment: environment.found }, seen: null }',
    caughtBy: {
      file: WORK,
      test: 'another scenario or environment > that was changed by somebody else meanwhile is asked again, not overwritten',
    },
  },
  {
    broken: 'a team is found in the beginning of a longer word, so an outage goes to the wrong one',
    file: 'src/commands/ending/transfer.ts',
    text: ' && !/^[\\p{L}\\p{N}]/u.test(typed.slice(called.length))',
    becomes: '',
    caughtBy: { file: 'test/commands/engineer-words.test.ts', test: 'the team of a transfer > in "network down" is null' },
  },
  {
    broken: 'the call of an outage is on a host that only looks like Teams',
    file: 'src/commands/links.ts',
    text: 'TEAMS_HOSTS.includes(address.host)',
    becomes: 'TEAMS_HOSTS.some((one) => address.host.startsWith(one))',
    caughtBy: { file: 'test/flows/links.test.ts', test: 'the call > is never one of a host that looks like Teams' },
  },
  {
    broken: 'long texts push the card of the desk over the size that Teams takes for sure',
    file: 'src/cards/outage/outage.ts',
    text: 'return firstThatFits([() => draw(ROOM), ...less]);',
    becomes: 'return less.length > 0 ? draw(ROOM) : draw(ROOM);',
    caughtBy: {
      file: 'test/cards/hostile-text.test.ts',
      test: 'the longest texts > of Chinese lines leave every card small and whole',
    },
  },
  {
    broken: 'a plan of a project may be one that nobody knows, and nobody is told before a transfer is refused',
    file: 'src/desk/file/references.ts',
    text: '!known.has(key) && remedy',
    becomes: 'known.size === 0 && remedy',
    caughtBy: { file: 'test/desk/desk-file.test.ts', test: 'each mistake is named with its line and a remedy > an unknown plan' },
  },
];
