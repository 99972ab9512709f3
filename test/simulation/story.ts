/** The story of one outage, as people would tell it after a bad night: what was stored, sent, pressed, and what went wrong meanwhile. */
import type { Instant } from '../../src/outage/types/values.ts';
import { START } from '../support/clock.ts';
import { disturbances } from './evidence.ts';
import type { History, Story } from './history.ts';
import { MINUTE_MS } from './people-and-places.ts';

/** Day and time since the world began, to the millisecond. */
export function clockText(at: Instant): string {
  const ms = at - START;
  const two = (value: number, digits = 2) => String(Math.floor(value)).padStart(digits, '0');
  const day = Math.floor(ms / (24 * 60 * MINUTE_MS));
  return `day ${day} ${two((ms / 3_600_000) % 24)}:${two((ms / MINUTE_MS) % 60)}:${two((ms / 1_000) % 60)}.${two(ms % 1_000, 3)}`;
}

type Line = { readonly at: Instant; readonly text: string };

export function tellStory(history: History, id: string): string {
  const story = history.stories.get(id);
  const lines = story ? [...linesOf(story), ...faultLines(history, story)] : [];
  const shown = lines.sort((one, other) => one.at - other.at).map(({ at, text }) => `  ${clockText(at)}  ${text}`);
  return [`the story of ${id} (seed ${history.seed})`, ...shown, ...ledgerLines(story)].join('\n');
}

function linesOf(story: Story): Line[] {
  return [
    ...story.presses.map(({ at, request, bot, answeredAt, outcome }) => {
      const by = 'by' in request ? request.by.id : 'Teams';
      const answer = outcome === null ? 'no answer' : outcome.ok ? `done, ${outcome.events.length} events` : outcome.rejection.type;
      return {
        at,
        text: `${by} presses '${request.type}' at ${bot}: ${answer}${answeredAt === null ? '' : ` after ${answeredAt - at} ms`}`,
      };
    }),
    ...story.commits.map(({ at, bot, events, outage, notices }) => ({
      at,
      text: `${bot} stores version ${outage.version}: ${events.map(({ type }) => type).join(', ')}; ${notices.length} notices`,
    })),
    ...story.begins.map(({ at, bot, key, fence }) => ({ at, text: `${bot} begins ${short(key)} with fence ${fence}` })),
    ...story.sends.map(({ at, bot, key, repeated, drawn, acceptedAt, endedAt, answer }) => {
      const there = acceptedAt === null ? 'not there' : 'it is there';
      const label = repeated ? ', labelled as a repeat' : '';
      return {
        at,
        text: `${bot} sends ${short(key)} drawn from version ${drawn.outage.version}${label}: ${there}; after ${endedAt - at} ms: ${answer}`,
      };
    }),
    ...story.finishes.map(({ at, key, outcome }) => ({
      at,
      text: `${short(key)} is recorded as ${outcome.state}${'error' in outcome ? `: ${outcome.error}` : ''}`,
    })),
  ];
}

/** Only what can have touched it: the faults from its first moment to its last, and the pauses and deaths of bots. */
function faultLines(history: History, story: Story): Line[] {
  const times = [...story.commits, ...story.sends, ...story.presses, ...story.finishes].map(({ at }) => at);
  if (times.length === 0) return [];
  return disturbances(history, Math.min(...times), Math.max(...times)).map(({ kind, detail, from, until }) => ({
    at: from,
    text: `~ ${kind} ${detail} (for ${until - from} ms)`,
  }));
}

const ledgerLines = (story: Story | undefined): string[] =>
  (story?.held.deliveries ?? []).map(({ key, state, attempts, repeats, error }) => {
    const trouble = error === null ? '' : `: ${error}`;
    return `  in the ledger  ${short(key)} ${state} after ${attempts} tries, ${repeats} repeats${trouble}`;
  });

const short = (key: string): string => key.slice(key.indexOf('/') + 1);
