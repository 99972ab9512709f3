/** What people read where personal data was removed. */
export const privacy = {
  /** In place of a name, a number or a text that was removed. */
  removed: '(removed)',
  message: 'the card without personal data',
  timeline: 'Personal data was removed from the record',
};
