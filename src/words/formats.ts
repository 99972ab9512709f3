/** How a language writes times, lengths of time, lists and counts. `Intl` knows it by the language's tag. */
import type { Instant } from '../outage/types/values.ts';

/** A text for each class of counts that the language has: English has `one` and `other`, Polish `few` and `many` as well. */
type Forms = { readonly [rule in Intl.LDMLPluralRule]?: string } & { readonly other: string };

/**
 * What `Intl` knows of a language. `tag`: BCP 47, with the region where it matters: "en-GB". `cityTime` says "Copenhagen
 * time". A `zone` is an IANA name, and a length of time is in milliseconds.
 */
export function formatsOf(tag: string, cityTime: (city: string) => string) {
  const formatter = (options: Intl.DateTimeFormatOptions) => {
    // Making a formatter costs far more than using it. There are as many as there are time zones.
    const byZone = new Map<string, Intl.DateTimeFormat>();
    return (at: Instant, timeZone: string) => {
      const format = byZone.get(timeZone) ?? new Intl.DateTimeFormat(tag, { ...options, timeZone });
      byZone.set(timeZone, format);
      return format.format(at);
    };
  };
  const hours = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const days = { day: 'numeric', month: 'short' } as const;
  const [time, date, dateTime] = [formatter(hours), formatter(days), formatter({ ...days, ...hours })];
  const day = formatter({ year: 'numeric', month: 'numeric', day: 'numeric' });
  const zone = (name: string) => {
    // Etc/GMT-5 is five hours ahead of UTC.
    const [, sign, hours = ''] = /^(?:Etc\/)?GMT([+-])(\d{1,2})$/.exec(name) ?? [];
    if (sign) return Number(hours) === 0 ? 'UTC' : `UTC${sign === '-' ? '+' : '-'}${hours}`;
    if (/^(?:Etc\/)?(?:UTC|GMT|UCT|Zulu|Universal|Greenwich)0?$/.test(name)) return 'UTC';
    if (/^[+-]\d/.test(name)) return `UTC${name}`;
    return cityTime((name.split('/').at(-1) ?? name).replaceAll('_', ' '));
  };

  const inMinutes = (whole: number) => ({ hours: Math.floor(whole / 3600), minutes: Math.floor(whole / 60) % 60 });
  const long = { style: 'narrow', hours: 'long', minutes: 'long', seconds: 'long' } as const;
  const minutes = new Intl.DurationFormat(tag, { ...long, hoursDisplay: 'auto', minutesDisplay: 'auto', secondsDisplay: 'auto' });
  const seconds = new Intl.DurationFormat(tag, { ...long, hoursDisplay: 'auto', minutesDisplay: 'auto', secondsDisplay: 'always' });

  const list = (type: Intl.ListFormatOptions['type']) => {
    const format = new Intl.ListFormat(tag, { type: type ?? 'unit', style: 'long' });
    return (items: readonly string[]) => format.format(items);
  };
  const either = list('disjunction');
  const rules = new Intl.PluralRules(tag);
  const names = new Intl.DisplayNames(tag, { type: 'language' });

  return {
    tag,
    /** "10:45". */
    time,
    /** "22 Nov". */
    date,
    /** "22 Nov, 10:45". */
    dateTime,
    /** A point in time for one reader: "10:45 (Copenhagen time)", with the date where that is not the day of `now`. */
    clock: (at: Instant, zoneId: string, now: Instant) =>
      `${(day(at, zoneId) === day(now, zoneId) ? time : dateTime)(at, zoneId)} (${zone(zoneId)})`,
    /** "Copenhagen time" for "Europe/Copenhagen". */
    zone,
    /** In whole minutes, under a minute in seconds: "2 hours 30 minutes". */
    duration(ms: number) {
      const whole = Math.round(ms / 1000);
      return whole < 60 ? seconds.format({ seconds: whole }) : minutes.format(inMinutes(whole));
    },
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
    /** "English" for "en"; the tag itself where it is unknown. */
    languageName(other: string) {
      try {
        return names.of(other) ?? other;
      } catch {
        return other;
      }
    },
  };
}
