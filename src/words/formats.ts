/** How a language writes times, lengths of time, lists and counts. `Intl` knows it by the language's tag. */
import { LRUCache } from 'lru-cache';
import type { Instant } from '../outage/types/values.ts';

/** A text for each class of counts that the language has: English has `one` and `other`, Polish `few` and `many` as well. */
type Forms = { readonly [rule in Intl.LDMLPluralRule]?: string } & { readonly other: string };

const MINUTE_MS = 60_000;

/** `Intl` takes longer for a word than a card for all its others, and most cards have the same few. */
function once<Key extends string | number>(say: (key: Key) => string): (key: Key) => string {
  const said = new LRUCache<Key, string>({ max: 200, memoMethod: say });
  return (key) => said.memo(key);
}

/**
 * What `Intl` knows of a language. `tag`: BCP 47, with the region where it matters: "en-GB". `cityTime` says "Copenhagen
 * time". A `zone` is an IANA name, and a length of time is in milliseconds.
 */
export function formatsOf(tag: string, cityTime: (city: string) => string) {
  const formatter = (options: Intl.DateTimeFormatOptions, language = tag) => {
    // Making a formatter costs far more than using it, and each holds native memory.
    const byZone = new LRUCache<string, (at: Instant) => string>({
      max: 100,
      memoMethod(timeZone) {
        const { format } = new Intl.DateTimeFormat(language, { ...options, timeZone });
        return once((minute: number) => format(minute * MINUTE_MS));
      },
    });
    // No format has seconds.
    return (at: Instant, timeZone: string) => byZone.memo(timeZone)(Math.floor(at / MINUTE_MS));
  };
  const hours = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const days = { day: 'numeric', month: 'short' } as const;
  const [time, date, dateTime] = [formatter(hours), formatter(days), formatter({ ...days, ...hours })];
  const day = formatter({ year: 'numeric', month: 'numeric', day: 'numeric' });
  const offsets = formatter({ timeZoneName: 'shortOffset' }, 'en');
  /** "UTC+5:30", or "UTC" without a difference. */
  const offset = (at: Instant, name: string) => offsets(at, name).replace(/^.*GMT(?:\+0$)?/, 'UTC');
  /** By its city. Where its name says an offset, by that: "Etc/GMT-5" is five hours ahead of UTC. */
  const inCity = (say: (city: string) => string, name: string, at: Instant) =>
    /^(?:Etc\/|[+-]|(?:UTC|GMT|UCT|Zulu|Universal|Greenwich)0?$|GMT[+-])/.test(name)
      ? offset(at, name)
      : say((name.split('/').at(-1) ?? name).replaceAll('_', ' '));

  const moment = (at: Instant, zoneId: string, now: Instant) => (day(at, zoneId) === day(now, zoneId) ? time : dateTime)(at, zoneId);

  const inMinutes = (whole: number) => ({ hours: Math.floor(whole / 3600), minutes: Math.floor(whole / 60) % 60 });
  const long = { style: 'narrow', hours: 'long', minutes: 'long', seconds: 'long' } as const;
  const minutes = new Intl.DurationFormat(tag, { ...long, hoursDisplay: 'auto', minutesDisplay: 'auto', secondsDisplay: 'auto' });
  const seconds = new Intl.DurationFormat(tag, { ...long, hoursDisplay: 'auto', minutesDisplay: 'auto', secondsDisplay: 'always' });

  const inSeconds = once((whole: number) => seconds.format({ seconds: whole }));
  const ofMinutes = once((whole: number) => minutes.format(inMinutes(whole * 60)));

  const list = (type: Intl.ListFormatOptions['type']) => {
    const format = new Intl.ListFormat(tag, { type: type ?? 'unit', style: 'long' });
    return (items: readonly string[]) => format.format(items);
  };
  const either = list('disjunction');
  const rules = new Intl.PluralRules(tag);
  const names = new Intl.DisplayNames(tag, { type: 'language' });
  const regions = new Intl.DisplayNames(tag, { type: 'region' });

  return {
    tag,
    /** "10:45". */
    time,
    /** "22 Nov". */
    date,
    /** "22 Nov, 10:45". */
    dateTime,
    /** A point in time for one reader: "10:45 (Copenhagen time)", with the date where that is not the day of `now`. */
    clock: (at: Instant, zoneId: string, now: Instant) => `${moment(at, zoneId, now)} (${inCity(cityTime, zoneId, at)})`,
    /** The same without the zone. */
    moment,
    /** "Mon". */
    weekday: formatter({ weekday: 'short' }),
    /** "Copenhagen (UTC+1)" for "Europe/Copenhagen" in winter. */
    zone: (name: string, at: Instant) => inCity((city) => `${city} (${offset(at, name)})`, name, at),
    /** In whole minutes, under a minute in seconds: "2 hours 30 minutes". */
    duration(ms: number) {
      const whole = Math.round(ms / 1000);
      return whole < 60 ? inSeconds(whole) : ofMinutes(Math.floor(whole / 60));
    },
    /** "60 seconds", where the seconds are counted. */
    seconds: (ms: number) => seconds.format({ seconds: Math.round(ms / 1000) }),
    /** To the second, of which a part counts as a whole one: "3 minutes 16 seconds". */
    exact(ms: number) {
      const whole = Math.ceil(ms / 1000);
      return minutes.format({ ...inMinutes(whole), seconds: whole % 60 });
    },
    /** "a, b, c". */
    list: list('unit'),
    /** "a, b and c". */
    and: list('conjunction'),
    /** "a or b or c": telephone numbers, where a comma between two would be misread. */
    or: (items: readonly string[]) => items.slice(1).reduce((all, item) => either([all, item]), items[0] ?? ''),
    /** The text for this count. */
    plural: (count: number, forms: Forms) => forms[rules.select(count)] ?? forms.other,
    /** "Denmark" for "DK". */
    region: once((country: string) => regions.of(country) ?? country),
    /** "English" for "en"; the tag itself where it is unknown. */
    languageName: once((other: string) => {
      try {
        return names.of(other) ?? other;
      } catch {
        return other;
      }
    }),
  };
}
