/** What would not work tonight, each with its remedy, and the report of a drill: which messages arrived, and when. */
import type { Checked, Finding } from '../../desk/check.ts';
import type { Gap } from '../../desk/on-call/gaps.ts';
import { isSame } from '../../outage/destinations.ts';
import { isEdit, readKey } from '../../outage/notices.ts';
import { type DrillDelivery, JOINS_NEXT, type Outage, outageName } from '../../outage/types/outage.ts';
import type { Instant, Person } from '../../outage/types/values.ts';
import type { Words } from '../../words/words.ts';
import type { Card } from '../base/card.ts';
import type { Fact } from '../base/facts.ts';
import { drawMessage } from '../layouts/layouts.ts';
import { destinationIn, type News, type NewsView } from '../news/news.ts';
import { oneLine, readersClock, shorten } from '../text.ts';

const MOST_SHOWN = 20;

export function checkCard({ findings, until }: Checked, { words, now }: { readonly words: Words; readonly now: Instant }): Card {
  const { check } = words.watch;
  const when = (at: Instant) => readersClock(at, now, words);
  const heading = findings.length === 0 ? check.fine : check.heading(findings.length);
  const facts = findings.slice(0, MOST_SHOWN).map((finding) => findingText(finding, words, when));
  const more = findings.length - facts.length;
  return drawMessage(words, {
    style: findings.length === 0 ? 'good' : 'attention',
    heading,
    lines: [
      ...facts.map(({ what, remedy }) => words.formats.joined([what, remedy])),
      ...(more > 0 ? [check.more(more)] : []),
      check.lookedInTeams(when(until)),
    ],
    fallbackText: words.formats.joined([heading, ...facts.map(({ what }) => what)]),
  });
}

const LONGEST = 60;
const short = (text: string) => shorten(oneLine(text), LONGEST);
const MOST_NAMES = 600;
const placeOf = (room: string | null, check: Words['watch']['check']) => (room === null ? check.ownPlace : check.place(room));

export function findingText(finding: Finding, words: Words, when: (at: Instant) => string): { what: string; remedy: string } {
  const {
    watch: { check },
    formats: { duration, list },
  } = words;
  const namesOf = (people: readonly Person[]) => shorten(list(people.map(({ name }) => short(name))), MOST_NAMES);
  switch (finding.type) {
    case 'gap':
      return { what: gapText(finding, words, when, finding.more), remedy: check.gapRemedy(finding.level) };
    case 'empty':
      return { what: check.empty(finding.level), remedy: check.emptyRemedy(finding.level) };
    case 'late':
      return {
        what: check.late(finding.level, duration(finding.leftMs)),
        remedy: check.lateRemedy(finding.level, duration(finding.leastMs)),
      };
    case 'uncalled':
      return { what: check.uncalled(finding.level), remedy: check.uncalledRemedy(finding.level) };
    case 'same': {
      const { person, other, from } = finding;
      const what = check.same(short(person.name), finding.level, other, when(from));
      return { what, remedy: check.sameRemedy(finding.level) };
    }
    case 'moved': {
      const was = namesOf(finding.before);
      const what = check.moved(finding.level, namesOf(finding.people), was);
      return { what, remedy: finding.began === null ? check.movedRemedy : check.movedTurnRemedy(was, finding.began) };
    }
    case 'no-production':
      return { what: check.noProduction(short(finding.project)), remedy: check.noProductionRemedy };
    case 'no-scenario':
      return { what: check.noScenario(short(finding.product)), remedy: check.noScenarioRemedy };
    case 'untranslated': {
      const { languages } = words;
      const places = shorten(list(finding.places), MOST_NAMES);
      return { what: languages.untranslated(words.formats.languageName(finding.language), places), remedy: languages.untranslatedRemedy };
    }
    case 'team-not-there':
      return { what: check.teamNotThere(short(finding.project)), remedy: check.teamNotThereRemedy };
    case 'team-not-asked':
      return { what: check.teamNotAsked(short(finding.project)), remedy: check.notAskedRemedy };
    case 'nobody':
      return { what: check.nobody(short(finding.project)), remedy: check.nobodyRemedy };
    case 'account-unseen':
      return { what: check.accountUnseen(short(finding.account)), remedy: check.accountUnseenRemedy };
    case 'tenant-unseen':
      return { what: check.tenantUnseen(short(finding.project)), remedy: check.tenantUnseenRemedy(finding.tenant) };
    case 'no-desk':
      return { what: check.noDesk, remedy: check.noDeskRemedy };
    case 'not-there':
      return { what: check.notThere(placeOf(finding.room, check)), remedy: check.notThereRemedy };
    case 'not-asked':
      return { what: check.notAsked(placeOf(finding.room, check)), remedy: check.notAskedRemedy };
    case 'not-in-team':
      return { what: check.notInTeam(short(finding.person.name)), remedy: check.notInTeamRemedy };
    case 'no-phone':
      return { what: check.noPhone(namesOf(finding.people)), remedy: check.noPhoneRemedy };
    case 'no-secret':
      return { what: check.noSecret(short(finding.pager)), remedy: check.noSecretRemedy(finding.name) };
    case 'no-public-url':
      return { what: check.noPublicUrl(list(finding.pagers.map(short))), remedy: check.noPublicUrlRemedy };
    case 'no-chat':
      return { what: check.noChat(namesOf(finding.people)), remedy: check.noChatRemedy };
    case 'chat-not-asked':
      return { what: check.chatNotAsked(namesOf(finding.people)), remedy: check.notAskedRemedy };
    case 'example': {
      const { kind, values, places } = finding;
      const remedy = kind === 'id' ? check.exampleRemedy.id : check.exampleRemedy[kind](list(places));
      return { what: check.example[kind](shorten(list(values.map(short)), MOST_NAMES)), remedy };
    }
    case 'webhook': {
      const { why, since, error } = finding;
      const [webhook, host] = [short(finding.webhook), short(finding.host)];
      const what =
        why === 'failing' ? check.webhook.failing(webhook, host, when(since ?? 0), short(error)) : check.webhook[why](webhook, host);
      return { what, remedy: check.webhookRemedy[why] };
    }
    case 'pager':
      return { what: check.pager[finding.why](short(finding.pager), short(finding.host)), remedy: check.pagerRemedy[finding.why] };
    case 'short-promise':
      return { what: check.shortPromise(duration(finding.withinMs)), remedy: check.shortPromiseRemedy };
    case 'phone':
      return { what: check.phone(short(finding.region), short(finding.number), finding.why), remedy: check.phoneRemedy };
  }
}

/** When nobody is on a level, and what that costs. `more`: how many more such gaps there are. */
export function gapText(
  { level, cost, ...gap }: Gap,
  { watch: { check }, formats }: Words,
  when: (at: Instant) => string,
  more = 0,
): string {
  const what = check.gap(level, when(gap.from), when(gap.until), more);
  if (level === null) return what;
  if (cost === null) return formats.joined([what, check.gapCost.nobody(level)]);
  return formats.joined([what, check.gapCost[cost.atOnce ? 'only' : 'later'](cost.levels, formats.duration(cost.afterMs))]);
}

const MOST_ROWS = 20;
const LONGEST_REASON = 120;
/** A message that arrives sooner counts as arrived at once. */
const AT_ONCE_MS = 1_500;

type Line = { readonly afterMs: number; readonly text: string; readonly arrived: boolean };

export function drillEnded(view: NewsView<'drill-ended'>): News {
  const { outage, event, words } = view;
  const lines = event.came.flatMap((one) => lineOf(one, event.came, view));
  const missing = lines.filter(({ arrived }) => !arrived);
  // A drill is there to find the messages that do not arrive, so those that do are left out first.
  const shown = [...missing, ...lines.filter(({ arrived }) => arrived)].slice(0, MOST_ROWS).toSorted((a, b) => a.afterMs - b.afterMs);
  return {
    heading: words.watch.drill.ended(outageName(outage)),
    lines: [missing.length === 0 ? words.watch.drill.all : words.watch.drill.missing(missing.length), words.watch.drill.times],
    facts: shown.map(({ afterMs, text }): Fact => ({ label: words.watch.drill.after(words.formats.duration(afterMs)), lines: [text] })),
  };
}

/** Empty for the edit of a card: nobody waits for it. */
function lineOf(
  { key, storedAt, arrivedAt, error }: DrillDelivery,
  came: readonly DrillDelivery[],
  { outage, events, words }: NewsView,
): Line[] {
  const parsed = readKey(key, outage.id);
  const event = parsed && events[parsed.seq - 1];
  if (!event || isEdit(parsed)) return [];
  const what = words.watch.alarm.setAside.message[event.type];
  const where = destinationIn(outage, parsed.destination, words);
  const isWaiting = arrivedAt === null && error === null;
  const afterMs = event.at - outage.reportedAt;
  if (error === JOINS_NEXT || (isWaiting && waitsBehind(parsed, came, outage)))
    return [{ afterMs, text: words.watch.drill.joined(what, where), arrived: true }];
  if (arrivedAt === null) {
    const why = error === null ? words.watch.drill.waits : shorten(oneLine(error), LONGEST_REASON);
    return [{ afterMs, text: words.watch.drill.failed(what, where, why), arrived: false }];
  }
  const late = arrivedAt - storedAt;
  const text =
    late < AT_ONCE_MS ? words.watch.drill.atOnce(what, where) : words.watch.drill.arrived(what, where, words.formats.duration(late));
  return [{ afterMs, text, arrived: true }];
}

/** Whether an older message for the same place waits to come with others; it holds back what is younger. */
const waitsBehind = (
  { destination, seq }: NonNullable<ReturnType<typeof readKey>>,
  came: readonly DrillDelivery[],
  { id }: Outage,
): boolean =>
  came.some(({ key, error }) => {
    const older = error === JOINS_NEXT ? readKey(key, id) : null;
    return older !== null && older.seq < seq && isSame(older.destination, destination);
  });
