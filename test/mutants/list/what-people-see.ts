/** Defects of the desk file and of the cards: who is who, and what stands where. */
import type { Mutant } from '../mutant.ts';

export const WHAT_PEOPLE_SEE: readonly Mutant[] = [
  {
    broken: 'whoever has the name of an engineer is one',
    file: 'src/desk/desk.ts',
    text: "if (engineer(id)) roles.push('engineer');",
    becomes: "if (engineer(id) || file.engineers.some((key) => file.people[key]?.name === name)) roles.push('engineer');",
    caughtBy: { file: 'test/desk/desk.test.ts', test: 'who somebody is > is decided by the id, never by the name' },
  },
  {
    broken: 'a test system can be reported as an outage',
    file: 'src/desk/desk.ts',
    text: 'project.environments.filter((environment) => judged(environment).eligible)',
    becomes: 'project.environments',
    caughtBy: { file: 'test/desk/desk.test.ts', test: 'what somebody may report > is production only' },
  },
  {
    broken: 'a follower of one project hears of the outages of all customers',
    file: 'src/desk/rooms.ts',
    text: "(projects === 'all' || projects.includes(projectId))",
    becomes: "(projects === 'all' || projectId !== '')",
    caughtBy: { file: 'test/desk/desk.test.ts', test: 'who hears of it > the followers of mill-2 are ["everyone"]' },
  },
  {
    broken: 'a promise in parts of a minute is counted in whole minutes',
    file: 'src/desk/file/policy.ts',
    text: 'Math.round(minutes * MINUTE_MS)',
    becomes: 'Math.round(minutes) * MINUTE_MS',
    caughtBy: {
      file: 'test/desk/desk-file.test.ts',
      test: 'a promise in parts of a minute is counted in whole milliseconds, as points in time are stored',
    },
  },
  {
    broken: 'phone and e-mail of the reporter stand on every card',
    file: 'src/cards/outage/outage.ts',
    text: 'const { contact = true } = options;',
    becomes: 'const contact = true;',
    caughtBy: {
      file: 'test/commands/engineer-forms.test.ts',
      test: 'the card that answers a press > has no phone and no e-mail in another groupChat',
    },
  },
  {
    broken: 'a name can hold a link, and make people press it',
    file: 'src/cards/text.ts',
    text: ".replace(MARKUP, '')",
    becomes: '',
    caughtBy: { file: 'test/cards/text.test.ts', test: 'text that a person typed > as a name keeps no sign of Markdown or HTML' },
  },
  {
    broken: 'what people typed can run {{DATE(...)}} in the clients of others',
    file: 'src/cards/text.ts',
    text: 'text.replace(/[{$](?=\\{)/g, `$&${WORD_JOINER}`)',
    becomes: 'text',
    caughtBy: {
      file: 'test/cards/text.test.ts',
      test: 'text that a person typed > never runs anything, whatever it is, and is not changed by being made fit twice',
    },
  },
  {
    broken: 'an address in a name is a link that people press',
    file: 'src/cards/text.ts',
    text: '.replace(LINKING, `$&${WORD_JOINER}`)',
    becomes: '',
    caughtBy: {
      file: 'test/cards/forged.test.ts',
      test: '"https://evil.example www.evil.example evil.com 10.0.0.1/x" > is nothing but text wherever a client reads Markdown or looks for addresses',
    },
  },
  {
    broken: 'what somebody wrote stands among the lines of the bot, and looks like them',
    file: 'src/cards/render.ts',
    text: '    lines,\n',
    becomes: '    lines: [...quote, ...lines],\n',
    caughtBy: {
      file: 'test/cards/forged.test.ts',
      test: '"https://evil.example www.evil.example evil.com 10.0.0.1/x" > begins no line among our own: it stands beside a label, in a box of its own, or between quotation marks',
    },
  },
  {
    broken: 'the reporter reads times in the zone of the server',
    file: 'src/words/formats.ts',
    text: 'new Intl.DateTimeFormat(language, { ...options, timeZone })',
    becomes: 'new Intl.DateTimeFormat(language, options)',
    caughtBy: { file: 'test/cards/text.test.ts', test: 'a point in time > of today is written for one reader' },
  },
  {
    broken: 'a message that may be there already does not say so',
    file: 'src/cards/render.ts',
    text: 'repeated && words.news.repeated',
    becomes: 'repeated && false',
    caughtBy: { file: 'test/cards/render.test.ts', test: 'nonce-1/ping/desk/2 says that it is sent again when it is, and only then' },
  },
  {
    broken: 'the first message calls who is on call although somebody took the outage before it went out',
    file: 'src/cards/render.ts',
    text: "mentionOnCall: kind === 'opening' && view.outage.state === 'reported'",
    becomes: "mentionOnCall: kind === 'opening'",
    caughtBy: {
      file: 'test/cards/render.test.ts',
      test: 'the first message calls who is on call, and nobody when somebody took the outage before it went out',
    },
  },
  {
    broken: 'each direct message calls everybody',
    file: 'src/outage/destinations.ts',
    text: "destination.kind !== 'person' || destination.id === personId",
    becomes: "destination.kind !== 'person' || destination.id !== '' || personId === ''",
    caughtBy: { file: 'test/cards/render.test.ts', test: 'a direct message calls the one who gets it, and nobody else' },
  },
  {
    broken: 'those who follow read "waiting" after the promise was broken',
    file: 'src/cards/outage/outage.ts',
    text: 'if (outage.breachedAt !== null) return words.state.breached;',
    becomes: '',
    caughtBy: {
      file: 'test/cards/render.test.ts',
      test: 'those who follow read that the promise was broken, for as long as nobody took the outage',
    },
  },
  {
    broken: 'what was reported in a group stands in the news to that group',
    file: 'src/cards/render.ts',
    text: '(onlyReaderAt(destination, outage) !== null && !isOfAnother(destination, outage))',
    becomes: '!isOfAnother(destination, outage)',
    caughtBy: {
      file: 'test/teams/http/edge.test.ts',
      test: 'in a group chat > what is entered is drawn for the one who presses and stands in no message to the group',
    },
  },
  {
    broken: 'a form always carries version 1, so what a colleague enters is refused as outdated',
    file: 'src/commands/forms/outage-form.ts',
    text: 'target: dataOf(outage),',
    becomes: 'target: { outage: outage.id, version: 1 },',
    caughtBy: {
      file: 'test/flows/main-road.test.ts',
      test: 'updates and the end > from the card as it is now are taken, whoever took the outage',
    },
  },
  {
    broken: 'in a group everybody may press the buttons of the reporter',
    file: 'src/commands/forms/own-outage.ts',
    text: 'if (!isReporter(turn, outage)) return { reply: sentence',
    becomes: 'if (outage.number < 0) return { reply: sentence',
    caughtBy: {
      file: 'test/flows/report/reporters-life.test.ts',
      test: 'in company > the buttons are the reporter’s: others get a kind no, and what is entered is drawn for the reporter alone',
    },
  },
  {
    broken: 'notes stand in the timeline that customers read',
    file: 'src/cards/look/timeline.ts',
    text: 'notes || !OF_THE_DESK.includes(type)',
    becomes: "notes || type !== 'planned'",
    caughtBy: { file: 'test/flows/look/lists.test.ts', test: 'the timeline > says who did what and when, and notes to engineers only' },
  },
  {
    broken: 'whoever knows the number of an outage sees its card',
    file: 'src/commands/authorize/access.ts',
    text: 'if (!may(actor, permission, outage) || !inTenantOf(caller, outage)) return null;',
    becomes: 'if (!actor || !permission) return null;',
    caughtBy: {
      file: 'test/flows/look/lists.test.ts',
      test: '/outage status > of an outage that one may not see is that of none',
    },
  },
  {
    broken: 'the list of one customer stands in a channel of another',
    file: 'src/commands/authorize/access.ts',
    text: "if (may(actor, 'see')) return followed;",
    becomes: "if (may(actor, 'see')) return null;",
    caughtBy: { file: 'test/flows/look/lists.test.ts', test: '/outage list > tells in company only of what is followed there' },
  },
  {
    broken: 'who reported the same outage under another number reads the title of somebody else',
    file: 'src/cards/render.ts',
    text: "  readerOf(destination) !== 'reporter' ||",
    becomes: "  readerOf(destination) !== 'desk' ||",
    caughtBy: {
      file: 'test/cards/news.test.ts',
      test: 'news > at the place of an outage that was merged into it says both numbers, and nothing of the other report',
    },
  },
];
