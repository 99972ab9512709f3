/** Which of the desk's phone numbers somebody reads first: that of their own part of the world. Pure. */

type Phone = { readonly region: string; readonly number: string };

/** "America/New_York" is in a region that begins with "America"; without one that fits, all stay in the desk file's order. */
export function nearestFirst(phones: readonly Phone[], timeZone: string): readonly Phone[] {
  const [continent = ''] = timeZone.toLowerCase().split('/');
  const fits = ({ region }: Phone) => continent !== '' && region.toLowerCase().startsWith(continent);
  return [...phones.filter(fits), ...phones.filter((phone) => !fits(phone))];
}
