/** What must hold of messages that come by the API. */
import { apiRequest } from '../../src/outage/types/client.ts';
import { type Invariant, invariant, when } from './invariant.ts';

export const OF_THE_API: readonly Invariant[] = [
  invariant('a message of a program is done once, in one outage, and every answer names that one', 'wrong', ({ stories, api }) => {
    const done = Map.groupBy(
      [...stories.values()].flatMap(({ id, commits }) => commits.map(({ client }) => ({ id, client }))),
      ({ client }) => client ?? '',
    );
    return api.flatMap(({ requestId, answers }) => {
      const ids = (done.get(apiRequest(requestId)) ?? []).map(({ id }) => id);
      const named = answers.filter(({ ok }) => ok).map(({ outageId }) => outageId);
      return [
        ...when(ids.length > 1, `it was done ${ids.length} times, in ${ids.join()}`),
        ...when(named.length > 0 && ids.length === 0, 'it was answered, and nothing is stored'),
        ...when(
          named.some((one) => one !== ids[0]),
          `it is in ${ids[0]}, and an answer named ${named.join()}`,
        ),
      ].map((text) => ({ outageId: ids[0] ?? requestId, text: `${requestId}: ${text}` }));
    });
  }),
];
