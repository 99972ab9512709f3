/** Who was chosen in a form. Teams lets people choose anybody in the conversation, and what clients send may be no id at all. */
import { others, type Purpose } from '../../cards/ownership.ts';
import { asName } from '../../cards/text.ts';
import type { Person } from '../../outage/types/values.ts';
import type { Errors, Sent } from '../forms/outage-form.ts';

/** More names than this are no help beside a field. */
const MOST_NAMED = 10;

/** The engineer whose Entra id was chosen; or what is wrong with it. Case, spaces and a comma at the end do not matter. */
export function readPerson({ filled, desk, outage, words }: Sent, purpose: Purpose): { readonly found: Person } | Errors {
  const { person: say } = words.ownership;
  const wrong = (person: string): Errors => ({ errors: { person } });
  const ids = new Set((filled.person ?? '').split(',').flatMap((id) => id.trim().toLowerCase() || []));
  if (ids.size !== 1) return wrong(say.one);
  const found = desk.engineers.find(({ id }) => ids.has(id));
  if (!found) {
    const names = others({ outage, desk }, purpose).map(({ name }) => asName(name));
    return wrong(say.noEngineer(names.length > MOST_NAMED ? '' : words.formats.list(names)));
  }
  // Somebody who helps already is no mistake: it may be the second tap of the same press.
  const owned = outage.state === 'acknowledged' && outage.owner.id === found.id;
  return owned ? wrong(say.hasIt(asName(found.name))) : { found };
}
