/**
 * Standard output, where the lines of the log go. It never blocks and never throws: while its reader stands still, lines wait, up to
 * a limit; while it is broken (closed, a full disk), they are dropped. How many is written as soon as it can be written again.
 * pino's own destination waits for its reader, and repeats a write that fails until the process is killed.
 */
import { constants, openSync, writeSync } from 'node:fs';
import { isatty } from 'node:tty';

const MOST_WAITING_BYTES = 1024 * 1024;
const AGAIN_AFTER_MS = 100;
/** A reader that is merely slow gets what still waits at the end. */
const LAST_LINES_MS = 500;
const BUSY = ['EAGAIN', 'EBUSY'];

/** `later`: runs something after so many ms, unless the process has ended. `fd`: a file, or something that does not block. */
export function createOutput(parts: { now: () => number; later: (run: () => void, ms: number) => void; fd?: number }) {
  const { now, later, fd = nonBlockingStdout() } = parts;
  let queue: Buffer[] = [];
  let waitingBytes = 0;
  let dropped = 0;
  /** How many of the dropped lines a line of the log has told. */
  let told = 0;
  /** The last thing that was written is a part of a line. */
  let torn = false;
  let separator = '';
  let blocked = false;

  return {
    write(line: string) {
      if (waitingBytes < MOST_WAITING_BYTES) add(line);
      else dropped += 1;
      if (!blocked) put();
    },
    /** How many lines were dropped since the start. */
    dropped: () => dropped,
    /** Writes what still waits, for half a second at most. */
    end() {
      for (const until = now() + LAST_LINES_MS; put() && now() < until; ) {
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
      }
    },
  };

  function add(line: string) {
    const bytes = Buffer.from(separator + line);
    separator = '';
    queue.push(bytes);
    waitingBytes += bytes.length;
  }

  /** Writes what can be written now; returns whether something has to wait. */
  function put(): boolean {
    try {
      for (let [first] = queue; first; [first] = queue) {
        const written = writeSync(fd, first);
        waitingBytes -= written;
        torn = written < first.length;
        if (torn) queue[0] = first.subarray(written);
        else queue.shift();
        if (queue.length === 0) tellDropped();
      }
    } catch (error) {
      if (BUSY.includes(String((error as NodeJS.ErrnoException).code))) {
        if (!blocked) later(putAgain, AGAIN_AFTER_MS);
        blocked = true;
        return true;
      }
      dropped += queue.length;
      queue = [];
      waitingBytes = 0;
      separator = torn ? '\n' : '';
    }
    return false;
  }

  function putAgain() {
    blocked = false;
    put();
  }

  function tellDropped() {
    if (dropped === told) return;
    told = dropped;
    const msg = 'the log is written again; so many of its lines were dropped since the start';
    add(`${JSON.stringify({ level: 40, time: now(), count: dropped, msg })}\n`);
  }
}

/** Node makes a pipe or a socket non-blocking when its stream is asked for. A terminal has to be opened once more. */
function nonBlockingStdout(): number {
  const { fd } = process.stdout;
  try {
    return isatty(fd) ? openSync('/dev/stdout', constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY) : fd;
  } catch {
    return fd;
  }
}
