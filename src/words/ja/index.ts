/** Every sentence that people read, in Japanese. GLOSSARY.md has its terms. */
import type { Words } from '../en/index.ts';
import { spaced } from '../spaces.ts';
import { affected } from './affected.ts';
import { audience } from './common/audience.ts';
import { language } from './common/language.ts';
import { links } from './common/links.ts';
import { maintenance } from './common/maintenance.ts';
import { level, phase, privacy } from './common/names.ts';
import { desk, digest, facts, news, ping, state } from './common/news.ts';
import { pages } from './common/pages.ts';
import { permissions } from './common/permissions.ts';
import { refusals } from './common/refusals.ts';
import { clock, details, down, stages } from './common/stages.ts';
import { conversation } from './conversation/conversation.ts';
import { files } from './conversation/files.ts';
import { ending } from './ending.ts';
import { follow } from './follow.ts';
import { formats } from './formats.ts';
import { certificate } from './look/certificate.ts';
import { commands, examples, look, starters } from './look/look.ts';
import { onCall } from './on-call.ts';
import { ownership } from './ownership.ts';
import { progress } from './progress.ts';
import { report } from './report/report.ts';
import { request } from './request.ts';
import { review } from './review/review.ts';
import { setup } from './setup.ts';
import { watch } from './watch.ts';

export const ja: Words = spaced({
  language: 'ja',
  formats,

  report,
  progress,
  ownership,
  conversation,
  ending,
  certificate,
  affected,
  follow,
  files,
  request,
  review,
  onCall,
  maintenance,
  setup,
  pages,
  watch,
  look,

  audience,
  names: { level, phase },
  facts,
  state,
  stages,
  clock,
  details,
  down,
  desk,
  news,
  ping,
  digest,
  languages: language,
  links,
  commands,
  starters,
  examples,
  permissions,
  refusals,
  privacy,
  phones: (numbers: readonly { region: string; number: string }[]) =>
    `Outage Desk が使えない場合や応答がない場合は、${formats.or(numbers.map(({ region, number }) => `${number} (${region})`))} にお電話ください。`,
});
