/** The IANA time zone of a client, by all that it says of it: a zone of IANA or of Windows, its country, its offset. */
import { IANAZone } from 'luxon';
import { findIana } from 'windows-iana';
import { isZone, zonesOfCountry } from '../../desk/on-call/local-time.ts';

export type ZoneFacts = {
  /** The names that it gives, the surest first. */
  readonly names: readonly string[];
  /** ISO 3166: "DK". */
  readonly country: string;
  /** Its own time with the offset: "2026-01-04T10:00:00.000+01:00". */
  readonly localTimestamp: string;
};

/** Empty when it says nothing that can be used. */
export function zoneOfClient({ names, country, localTimestamp }: ZoneFacts): string {
  for (const name of names) {
    const zone = isZone(name) ? name : (findIana(name, country)[0] ?? findIana(name)[0] ?? '');
    if (isZone(zone)) return zone;
  }
  const ofCountry = zonesOfCountry(country);
  const [, sign = '', hours = '', minutes = ''] = /([+-])(\d\d):?(\d\d)$/.exec(localTimestamp) ?? [];
  if (!sign) return ofCountry.length === 1 ? (ofCountry[0] ?? '') : '';
  const offset = Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
  const sameOffset = ofCountry.find((zone) => IANAZone.create(zone).offset(Date.parse(localTimestamp)) === offset);
  // In these names the sign is the other way round: Etc/GMT-5 is five hours ahead.
  const whole = offset === 0 ? 'UTC' : `Etc/GMT${sign === '+' ? '-' : '+'}${Number(hours)}`;
  return sameOffset ?? [minutes === '00' ? whole : `${sign}${hours}:${minutes}`].find(isZone) ?? '';
}
