/** What the engine has drawn: whatever may be there already says so. */
import { expect, test } from 'vitest';
import { createRenderer } from '../../src/cards/render.ts';
import { notices } from '../../src/outage/notices.ts';
import { en } from '../../src/words/en.ts';
import { MINUTE_MS, run } from '../support/run.ts';
import { sampleAcknowledgeAction, sampleLosePlaceAction, samplePassDeadlineAction, sampleReportAction } from '../support/sample.ts';
import { smallDesk } from '../support/small-desk.ts';

const { at } = sampleReportAction();
const later = (minutes: number) => ({ at: at + minutes * MINUTE_MS });
const told = run(
  sampleReportAction(),
  samplePassDeadlineAction(later(15)),
  samplePassDeadlineAction(later(30)),
  sampleLosePlaceAction(later(35)),
  sampleAcknowledgeAction(later(40)),
  samplePassDeadlineAction(later(200)),
);
const posts = told.events
  .flatMap((event, index) => notices([event], { ...told.outage, version: index + 1 }))
  .filter(({ kind }) => kind !== 'state');
const drawn = (notice: (typeof posts)[number], repeated: boolean) =>
  JSON.stringify(createRenderer(smallDesk())(notice, told, { now: told.outage.lastChange.at, repeated }).card);

test.each(posts.map((notice) => [notice.key, notice] as const))(
  '%s says that it is sent again when it is, and only then',
  (_key, notice) => {
    expect(drawn(notice, true)).toContain(en.news.repeated);
    expect(drawn(notice, false)).not.toContain(en.news.repeated);
  },
);
