/** What messages about an event are called, in English. */
import type { OutageEventType } from '../../../outage/events.ts';
import { conversation } from '../conversation/conversation.ts';
import { request } from '../request.ts';
import { review } from '../review/review.ts';
import { links } from './links.ts';
import { privacy } from './names.ts';

/** What a message of this event is called: "the update" in "the update, for the follower". */
export const message: Record<OutageEventType, string> = {
  reported: 'the first message',
  acknowledged: 'the acknowledgement',
  'taken-back': 'the news that the acknowledgement was undone',
  planned: 'the plan of the owner',
  updated: 'the update',
  'hand-over-offered': 'the offer to hand over',
  'hand-over-declined': 'the answer to an offer to hand over',
  'handed-over': 'the news that it was handed over',
  assisted: 'the ping to a helper',
  released: 'the news that it was given back',
  objected: 'the objection of the reporter',
  reopened: 'the news that it was reopened',
  ...conversation.message,
  noted: 'the note',
  pulsed: 'the word of an affected person',
  'files-added': 'the pictures and files',
  corrected: 'the correction of the report',
  transferred: 'the transfer to another team',
  withdrawn: 'the news that it was withdrawn',
  merged: 'the news that it was merged',
  absorbed: 'the news that another was merged into it',
  parted: 'the news that a merge was undone',
  joined: 'the news that one more person is affected',
  left: 'the news that one person left',
  'phone-added': 'the phone number of an affected person',
  followed: 'the first message to a person who follows',
  unfollowed: 'the news that a person unfollowed it',
  gathered: 'the offer to merge several outages',
  resolved: 'the news that it is resolved',
  ...request.message,
  ...links.message,
  ...review.message,
  closed: 'the news that it is closed',
  breached: 'the news that the acknowledgement is late',
  escalated: 'the ping',
  paged: 'the news of a page',
  'page-missed': 'the news that nobody was paged in time',
  'update-missed': 'the news that an update is late',
  'place-lost': 'the news that updates do not arrive somewhere',
  'desk-unreached': 'the failure receipt',
  'desk-reached': "the news that it is in the desk's channel now",
  'drill-ended': 'the report of a drill',
  restored: 'the news that the records were restored',
  'personal-data-removed': privacy.message,
};
