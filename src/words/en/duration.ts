/** Lengths of time in English words. */

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** A length of time in whole minutes, as people say it; under a minute in seconds. */
export function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return count(seconds, 'second', 'seconds');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return count(minutes, 'minute', 'minutes');
  const rest = minutes % 60;
  const hours = count(Math.floor(minutes / 60), 'hour', 'hours');
  return rest === 0 ? hours : `${hours} ${count(rest, 'minute', 'minutes')}`;
}
