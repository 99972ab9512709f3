/** A bot for tests to kill: stores one outage in the file it is given, says so, and holds the file until it is ended. */
import { openSqlite } from '../../../src/store/sqlite/open.ts';
import { START } from '../clock.ts';
import { silentLog } from '../log/silent-log.ts';
import { changeFor, sampleReportAction } from '../outage/sample.ts';

const [file = ''] = process.argv.slice(2);
const store = await openSqlite({ file, now: () => START, log: silentLog() });
await store.outages.transaction(async ({ nextNumber, append }) => {
  await append(changeFor(sampleReportAction({ number: await nextNumber() }), null));
});
process.stdout.write('stored\n');
// Ends with the test process, whose end closes the pipe, should nobody kill it.
process.stdin.on('end', () => process.exit()).resume();
