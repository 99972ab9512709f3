/** The story that `npm run story` tells: whole, and in its order. */
import { execFile } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { createTranscript, STEPS, type Step } from './transcript.ts';

/** What comes after what, by words of the lines. What two systems are told at once may come in either order. */
const ROADS: Readonly<Record<string, readonly string[]>> = {
  Teams: [
    'POST /api/reports',
    'Not acknowledged yet',
    'deadline is near',
    'Digits=1',
    ': Acknowledged. By Priya Nair',
    '· by phone',
    ': Resolved',
  ],
  phone: [
    'POST /api/reports',
    'POST Calls.json',
    'Press 1 to acknowledge it',
    'Digits=1',
    'You are the owner now',
    'the call has ended',
    ': answered',
  ],
  PagerDuty: ['POST /api/reports', 'trigger: ', 'Digits=1', 'acknowledge: ', 'presses Resolve', 'resolve: '],
  webhook: ['outage.reported', 'outage.escalated', 'Digits=1', 'outage.acknowledged', 'presses Resolve', 'outage.resolved', ': resolved'],
};

describe('npm run story', () => {
  it('tells all of it, in order', { tags: 'full' }, async () => {
    const { code, lines } = await told();
    expect(lines.at(-1), lines.join('\n')).toBe(`story: ${Object.keys(STEPS).length} steps, all came`);
    expect(code).toBe(0);
    for (const [road, words] of Object.entries(ROADS)) {
      const places = words.map((one) => lines.findIndex((line) => line.includes(one)));
      expect(places, `${road}: ${words.join(', ')}\n${lines.join('\n')}`).not.toContain(-1);
      expect(places, `${road}: ${words.join(', ')}\n${lines.join('\n')}`).toEqual(places.toSorted((one, other) => one - other));
    }
  });
});

function told(): Promise<{ readonly code: number | null; readonly lines: readonly string[] }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ['test/story/run.ts'], (_error, stdout) =>
      resolve({ code: child.exitCode, lines: stdout.trimEnd().split('\n') }),
    );
  });
}

describe('the transcript', () => {
  it('tells a step once, with the seconds since the first', () => {
    const { lines, transcript, passes } = transcriptOf();
    transcript.tell('posted', 'monitor to bot', 'POST');
    passes(1_260);
    transcript.tell('created', 'bot to monitor', '201');
    transcript.tell('created', 'bot to monitor', '201');
    expect(lines).toEqual(['  0.0 s  monitor to bot             POST', '  1.3 s  bot to monitor             201']);
    expect([transcript.has('posted', 'created'), transcript.has('posted', 'thread')]).toEqual([true, false]);
  });

  it('says what did not come, and what went wrong', () => {
    const { lines, transcript, all } = transcriptOf();
    for (const step of all.filter((one) => one !== 'triggered')) transcript.tell(step, '', '');
    transcript.complain('Twilio: no call');
    expect(transcript.end()).toBe(1);
    expect(lines.slice(-3)).toEqual([
      'did not come: PagerDuty gets a trigger',
      'wrong: Twilio: no call',
      `story: ${all.length} steps, 1 did not come, 1 went wrong`,
    ]);
  });

  it('is not whole with something wrong alone', () => {
    const { transcript, all } = transcriptOf();
    for (const step of all) transcript.tell(step, '', '');
    transcript.complain('twice');
    expect(transcript.end()).toBe(1);
  });
});

function transcriptOf() {
  const lines: string[] = [];
  let now = 1_000;
  const transcript = createTranscript(
    () => now,
    (line) => void lines.push(line),
  );
  const passes = (ms: number): void => {
    now += ms;
  };
  return { lines, transcript, passes, all: Object.keys(STEPS) as Step[] };
}
