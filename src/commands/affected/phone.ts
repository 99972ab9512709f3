/** Somebody who joined adds a phone number, so that the desk can call them. */
import { joinPhoneForm } from '../../cards/affected/joined.ts';
import { joinedBy } from '../../outage/types/outage.ts';
import { readText } from '../../report/texts.ts';
import { formFor } from '../forms/outage-form.ts';
import { joinedOutage, showJoined } from './joined.ts';

const joinerForm = formFor({
  find: joinedOutage,
  show: showJoined,
  // It is rejected when the outage has ended: then nobody calls any more.
  asksAgain: () => false,
});

export const { presses: phonePresses } = joinerForm({
  needs: 'add-phone',
  verb: 'join-phone',
  fields: ['phone'],
  prefilled: ({ outage, by }) => ({ phone: joinedBy(outage, by.id)?.contact.phone }),
  draw: joinPhoneForm,
  action({ filled, common, words }) {
    const { text, error } = readText('phone', filled);
    return error ? { errors: { phone: words.report.errors[error] } } : { ...common, type: 'add-phone', phone: text };
  },
});
