/** Rooms that follow, one for each audience, for the samples and tests of what they read. */
import type { Outage } from '../../../src/outage/types/outage.ts';
import type { Audience, Follower } from '../../../src/outage/types/values.ts';
import { sampleFollower } from '../outage/sample.ts';

export const OTHER_AUDIENCES = ['internal', 'executive'] as const;

export const roomFor = (audience: Audience): Follower => ({
  ...sampleFollower,
  id: audience,
  conversationId: `19:${audience}@thread.tacv2`,
  audience,
});

/** The same outage, which these rooms follow too. */
export const withAudiences = (outage: Outage): Outage => ({
  ...outage,
  followers: [...outage.followers, ...OTHER_AUDIENCES.map(roomFor)],
});
