/** What people read where personal data was removed. */
export const privacy = {
  /** In the place of a name, a number or a text that is not known any more. */
  removed: '(removed)',
  message: 'the card without personal data',
  timeline: 'Personal data was removed from the record',
};
