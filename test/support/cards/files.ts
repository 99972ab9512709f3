/** Samples of the cards about pictures and files. */
import { filesCard, ownChatOnlyCard, refusedFileCard, whichFileCard } from '../../../src/cards/files.ts';
import { moreCard } from '../../../src/cards/outage/buttons.ts';
import { originCard } from '../../../src/cards/outage/outage.ts';
import { stepCard } from '../../../src/cards/report/steps/steps.ts';
import { FILE_REFUSALS, type FileLinks } from '../../../src/outage/types/files.ts';
import type { Outage } from '../../../src/outage/types/outage.ts';
import type { Instant } from '../../../src/outage/types/values.ts';
import type { Words } from '../../../src/words/words.ts';
import { smallDesk } from '../desk/small-desk.ts';
import type { Texts } from '../outage/stories.ts';
import { sampleContext, sampleDraft } from '../report/sample-draft.ts';
import { entry, type SampleCard } from './sample-card.ts';

/** Of the first file of the stories a picture, of the second its address alone; of others nothing is there. */
export const SAMPLE_LINKS: FileLinks = new Map([
  ['file-1', { original: 'https://example.com/files/1?original', preview: 'https://example.com/files/1?preview' }],
  ['file-2', { original: 'https://example.com/files/2?original', preview: null }],
]);

export function fileCards({ typed }: Texts, words: Words, outage: Outage, now: Instant): SampleCard[] {
  const desk = smallDesk();
  const view = { desk, words };
  const [one] = outage.files;
  if (!one) throw new Error('the story has no files');
  const many = Array.from({ length: 24 }, (_, index) => ({ ...one, id: `file-${index}` }));
  const links: FileLinks = new Map(
    many.map(({ id }) => [id, { original: `https://example.com/files/${id}`, preview: `https://example.com/files/${id}` }]),
  );
  const batch = '8f0ad0f6-0000-4000-8000-000000000001';
  const choices = [
    { name: null, id: '8f0ad0f6-0000-4000-8000-000000000002' },
    { name: 'OUT-1042', id: '8f0ad0f6-0000-4000-8000-000000000003' },
  ];
  return [
    entry('desk files of an outage', filesCard, filesCard({ outage, words, until: 10 }, SAMPLE_LINKS)),
    entry('desk files that are gone', filesCard, filesCard({ outage, words, until: 10 }, new Map())),
    entry('desk files, the last of many pictures', filesCard, filesCard({ outage: { ...outage, files: many }, words, until: 99 }, links)),
    entry('desk files, the first of many pictures', filesCard, filesCard({ outage: { ...outage, files: many }, words, until: 4 }, links)),
    entry('more of an outage with files', moreCard, moreCard({ outage, desk, words, contact: false })),
    entry(
      'which outage a file is for',
      whichFileCard,
      whichFileCard(view, { count: 2, batch, choices, lines: [words.files.elsewhere(1), words.files.more(2), words.files.others(3, 2)] }),
    ),
    entry('files in a channel', ownChatOnlyCard, ownChatOnlyCard(view, 'https://example.com/own-chat')),
    ...FILE_REFUSALS.map((why) => entry(`file not taken: ${why}`, refusedFileCard, refusedFileCard(view, typed(60), why))),
    entry('origin that takes files', originCard, originCard({ outage, desk, words, now, takesFiles: true }, { own: true }), {
      showsContact: true,
    }),
    entry(
      'details of the report that take files',
      stepCard,
      stepCard({ ...sampleContext(), draft: sampleDraft({}, 'details'), errors: {}, words, takesFiles: true }),
      { step: 'details' },
    ),
  ];
}
