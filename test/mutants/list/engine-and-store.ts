/** Defects of the shell and of the store: what is kept, who may write, who is woken. */
import type { Mutant } from '../mutant.ts';

const HANDLE = 'test/engine/handle.test.ts';
const SQLITE = 'test/store/sqlite/sqlite.test.ts';
/** A test of the contract that every database keeps, on SQLite in memory. */
const contract = (test: string) => ({ file: SQLITE, test: `the store in memory > ${test}` });

const group = (test: string) => ({ file: 'test/store/sqlite/group-commit.test.ts', test });

export const ENGINE_AND_STORE: readonly Mutant[] = [
  {
    broken: 'of two who act at once the later one gets an error instead of a decision on what is true then',
    file: 'src/engine/handle.ts',
    text: 'if (!(error instanceof ConflictError) || conflicts >= MAX_CONFLICTS) throw error;',
    becomes: 'if (!(error instanceof ConflictError) || conflicts >= 0) throw error;',
    caughtBy: { file: HANDLE, test: 'an action > survives eight lost races, and throws after the ninth instead of trying for ever' },
  },
  {
    broken: 'the time of an action is that of the bot, not that of the store',
    file: 'src/engine/complete.ts',
    text: 'const at = transaction.now;',
    becomes: 'const at = Date.now();',
    caughtBy: { file: HANDLE, test: 'deadlines that passed > while nobody looked are one ping, the highest' },
  },
  {
    broken: 'a deadline that was claimed too early stays claimed until the lease ends',
    file: 'src/engine/handle.ts',
    text: "if (events.length > 0 || request.type === 'pass-deadline') {",
    becomes: 'if (events.length > 0) {',
    caughtBy: {
      file: HANDLE,
      test: 'deadlines that passed > and turned out not to, because the clock went back, come at their time and not only when the claim ends',
    },
  },
  {
    broken: 'the threads of a channel are lanes of their own, so its limits and its rests are not shared',
    file: 'src/outage/destinations.ts',
    text: 'return roomIdOf(address.origin.conversationId);',
    becomes: 'return address.origin.conversationId;',
    caughtBy: {
      file: HANDLE,
      test: 'the conversation of a message > of a report in a thread is the channel: Teams counts all its threads as one',
    },
  },
  {
    broken: 'what was stored wakes nobody, and waits until somebody looks',
    file: 'src/engine/handle.ts',
    text: 'if (outcome.ok && outcome.events.length > 0) onStored(soonestInMs(outcome));',
    becomes: '',
    caughtBy: { file: HANDLE, test: 'an action > that changes nothing wakes nobody, and takes no number' },
  },
  {
    broken: 'a message that is stored while its lane is given back waits for the clock',
    file: 'src/engine/engine.ts',
    text: 'onLaneDone: () => deliveryLoop.wake()',
    becomes: 'onLaneDone: () => {}',
    caughtBy: {
      file: 'test/engine/engine.test.ts',
      test: 'a message that is stored while its conversation is being given back goes out at once, not when a clock says so',
    },
  },
  {
    broken: 'the loop sleeps past what is due next',
    file: 'src/engine/loop.ts',
    text: 'Math.min(everyMs, inMs)',
    becomes: 'Math.max(everyMs, inMs)',
    caughtBy: {
      file: 'test/engine/loop.test.ts',
      test: 'the loop > sleeps until the next thing is due, a second at the most, and never so short that it spins',
    },
  },
  {
    broken: 'append does not look at the version, so a late writer puts back the deadlines of an outage that was taken',
    file: 'src/store/outages/append.ts',
    text: ".where('id', '=', id).where('version', '=', version)",
    becomes: ".where('id', '=', id)",
    caughtBy: contract('deadlines > are not put back by a writer who did not see what happened since, although it has nothing to add'),
  },
  {
    broken: 'a report that comes to two bots at once is an error and not a conflict',
    file: 'src/store/outages/append.ts',
    text: 'if (isDuplicate(error))',
    becomes: 'if (false)',
    caughtBy: contract('two writers > who report with the same nonce make one outage'),
  },
  {
    broken: 'the deadlines of an outage that is over stay',
    file: 'src/store/outages/append.ts',
    text: '=> kind))})` : sql``',
    becomes: '=> kind))})` : sql`and 1 = 0`',
    caughtBy: contract('deadlines > are gone when the outage is closed'),
  },
  {
    broken: 'the row of an outage does not follow its events',
    file: 'src/store/outages/append.ts',
    text: '.set(changing)',
    becomes: '.set({ ...changing, state: before?.outage.state ?? state })',
    caughtBy: { simulate: ['--hours', '4', '--outages', '15', '--seed', '1'], invariant: 'the row is the fold of the events' },
  },
  {
    broken: 'what waits for a time that the clock showed by mistake waits until it shows it again',
    file: 'src/engine/watch/recovery.ts',
    text: 'await leases.cap(LEASE_MS);',
    becomes: '',
    caughtBy: {
      file: 'test/engine/watch/clock-watch.test.ts',
      test: 'a clock that is set back ends each wait within a lease, once, and the log says by how much',
    },
  },
  {
    broken: 'a pause that was written by a clock that was ahead is forgotten when waits are shortened',
    file: 'src/store/watch/recovery.ts',
    text: "  { table: 'lane', column: 'not_before' },\n",
    becomes: '',
    caughtBy: contract(
      'waits > for a time that the clock showed by mistake end within the time that is given, and the clock need not come there',
    ),
  },
  {
    broken: 'two workers claim the same deadline: the lease is not looked at',
    file: 'src/store/queue/deadlines.ts',
    text: 'where d.due_at <= ${now} and d.lease_until <= ${now}',
    becomes: 'where d.due_at <= ${now}',
    caughtBy: contract('deadlines > are held by one worker, and by the next when the lease of a dead one has ended'),
  },
  {
    broken: 'the claim of a worker that died lasts four hours: a lease in seconds, taken for milliseconds',
    file: 'src/store/queue/deadlines.ts',
    text: 'later(now, leaseMs)',
    becomes: 'later(now, leaseMs * 1_000)',
    caughtBy: contract('deadlines > are held by one worker, and by the next when the lease of a dead one has ended'),
  },
  {
    broken: 'what is told in a thread that was given up waits for ever, and looks as if it were on its way',
    file: 'src/store/outages/append.ts',
    text: 'if (orphans.some((count) => count > 0)) await',
    becomes: 'if (orphans.some((count) => count < 0)) await',
    caughtBy: contract(
      'the order in a lane > gives up, with an opening that failed, what comes after it, what waits already and what is told later',
    ),
  },
  {
    broken: 'a ping overtakes the acknowledgement that has to be tried again',
    file: 'src/store/queue/lanes.ts',
    text: "d.kind in ('news', 'ping')",
    becomes: "d.kind = 'news'",
    caughtBy: contract('the order in a lane > keeps a ping too behind the acknowledgement that has to be tried again'),
  },
  {
    broken: 'one outage that Teams refuses holds back all others of its conversation',
    file: 'src/store/queue/lanes.ts',
    text: ' and e.outage_id = d.outage_id and e.lane = d.lane',
    becomes: ' and e.lane = d.lane',
    caughtBy: contract('the order in a lane > lets other outages pass one that has to be tried again'),
  },
  {
    broken: 'where several outages share a conversation, "ack" takes one of them at random',
    file: 'src/store/outages/outages.ts',
    text: 'return rows.length === 1 ?',
    becomes: 'return rows.length > 0 ?',
    caughtBy: contract('the record of outages > guesses no outage when several share one conversation'),
  },
  {
    broken: 'SQLite answers before the disk has it, and a power cut takes back what was answered',
    file: 'src/store/sqlite/open.ts',
    text: 'pragma synchronous = full',
    becomes: 'pragma synchronous = normal',
    caughtBy: { file: SQLITE, test: 'the store in a file > waits for the disk before it says that something is stored' },
  },
  {
    broken: 'two bots write the same SQLite file: it is not locked',
    file: 'src/store/sqlite/open.ts',
    text: 'const unlock = lock(file);',
    becomes: 'const unlock = () => void lock;',
    caughtBy: { file: SQLITE, test: 'the store in a file > refuses a second bot and tells what to do' },
  },
  {
    broken: 'after a restore, messages that may be there already go out as if they were new',
    file: 'src/store/tools/backup.ts',
    text: 'set maybe_sent = 1, repeats = 0 where',
    becomes: 'set repeats = 0 where',
    caughtBy: {
      file: 'test/store/tools/backup.test.ts',
      test: 'a backup of a SQLite store > is taken up: promises go on with one ping, what waited goes out labelled, no number is given twice',
    },
  },
  {
    broken: 'a bot is told that something is stored before its group is on the disk',
    file: 'src/store/sqlite/group-commit.ts',
    text: 'const committed = this.#group?.promise;',
    becomes: 'const committed = Promise.resolve();',
    caughtBy: group('a group > is on the disk before anybody hears what was written or read in it'),
  },
  {
    broken: 'what is read of a group is told before the group is on the disk',
    file: 'src/store/sqlite/group-commit.ts',
    text: 'else if (this.#group || !READS.test(query.sql))',
    becomes: 'else if (!READS.test(query.sql))',
    caughtBy: group('a group > is on the disk before anybody hears what was written or read in it'),
  },
  {
    broken: 'where SQLite gives up a group, only the part that filled the disk hears of it',
    file: 'src/store/sqlite/group-commit.ts',
    text: 'if (!this.#isOpen()) this.#end(error);',
    becomes: 'if (!this.#isOpen()) this.#end(null);',
    caughtBy: group('a group > tells all of it where the disk is full, and keeps nothing of it'),
  },
];
