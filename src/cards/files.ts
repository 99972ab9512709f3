/** Pictures and files: what the desk sees of them, and what their person reads. */
import { type AddedFile, type FileLinks, type FileRefusal, isPicture, type OutageFile } from '../outage/types/files.ts';
import { type Outage, outageName } from '../outage/types/outage.ts';
import type { Words } from '../words/words.ts';
import type { Card } from './base/card.ts';
import { type Fact, textLine } from './base/facts.ts';
import type { Element } from './base/inputs.ts';
import { button, dataOf, link } from './base/verbs.ts';
import { type AnswerView, answer, drawMessage } from './layouts/layouts.ts';
import type { NewsOf } from './news/news.ts';
import { plain, quoted } from './text.ts';

const NO_LINKS: FileLinks = new Map();

/** What a card shows of files: pictures as pictures, and the names of the others. */
function drawn(
  files: readonly OutageFile[],
  links: FileLinks,
  words: Words,
): { readonly pictures: readonly Element[]; readonly facts: readonly Fact[] } {
  const shown = files.flatMap((file) => {
    const { original, preview } = links.get(file.id) ?? {};
    return original && preview ? [{ file, original, preview }] : [];
  });
  const others = files.filter((file) => shown.every((one) => one.file !== file));
  return {
    pictures: shown.flatMap(({ file, original, preview }) => pictureOf(file, original, preview, words)),
    facts: others.map((file) => {
      const url = links.get(file.id)?.original;
      return {
        label: words.files.fact,
        lines: [plain(file.name), sizeOf(file, words), ...(url ? [] : [words.files.removed])],
        ...(url && { url }),
      };
    }),
  };
}

const pictureOf = (file: OutageFile, original: string, preview: string, words: Words): readonly Element[] => [
  {
    type: 'Image',
    url: preview,
    altText: words.files.picture(plain(file.name)),
    size: 'Stretch',
    selectAction: { type: 'Action.OpenUrl', url: original },
  },
  textLine(words.files.picture(plain(file.name)), { spacing: 'None', url: original }),
];

const sizeOf = ({ kind, bytes }: OutageFile, { files, formats }: Words): string =>
  formats.list([files.kind[kind], bytes < 1_000_000 ? files.kilobytes(Math.ceil(bytes / 1_000)) : files.megabytes(bytes / 1_000_000)]);

export const filesNews: NewsOf<'files-added'> = {
  'files-added'({ outage, event, words, files = NO_LINKS }) {
    const pictures = event.files.filter(isPicture).length;
    return {
      heading: words.files.news(outageName(outage), pictures, event.files.length - pictures),
      lines: [words.files.open],
      ...drawn(event.files, files, words),
    };
  },
};

/** One row of the desk's card; the files themselves are behind a button, so that the card stays small. */
export function filesFacts({ files }: Outage, { files: say }: Words): Fact[] {
  const last = files.at(-1);
  return last ? [{ label: say.fact, lines: [say.held(files.length, plain(last.by.name))] }] : [];
}

/** More would not fit on a card. */
const MOST_SHOWN = 10;
/** The first `until` of them, the last of these, with addresses that begin anew. */
export function filesCard(
  { outage, words, until }: { readonly outage: Outage; readonly words: Words; readonly until: number },
  links: FileLinks,
): Card {
  const heading = words.files.heading(outageName(outage));
  const end = Math.min(until, outage.files.length);
  const start = Math.max(0, end - MOST_SHOWN);
  const files: readonly AddedFile[] = outage.files.slice(start, end);
  return drawMessage(words, {
    style: 'emphasis',
    heading,
    lines: [words.files.openAgain],
    ...drawn(files, links, words),
    fallbackText: words.formats.sentence(heading),
    actions: [
      ...(start > 0 ? [button(words.files.earlier, 'outage-files', { ...dataOf(outage), until: start })] : []),
      button(words.report.back, 'outage-more', dataOf(outage)),
    ],
  });
}

/** `lines`: what else came with it. `choices`: the names of the outages that it may be about, with their ids; null: the report that is not sent. */
export function whichFileCard(
  view: AnswerView,
  {
    count,
    batch,
    lines,
    choices,
  }: {
    count: number;
    batch: string;
    lines: readonly string[];
    choices: readonly { readonly name: string | null; readonly id: string }[];
  },
): Card {
  const { files } = view.words;
  return answer(view, {
    heading: files.which(count),
    lines: [...lines, files.whichText(count)],
    actions: choices.map(({ name, id }) =>
      button(name === null ? files.keepForReport : files.addTo(name), 'file-choose', { batch, outage: id }),
    ),
  });
}

/** In a channel or a group chat. */
export const ownChatOnlyCard = (view: AnswerView, url: string): Card =>
  answer(view, {
    heading: view.words.files.ownChatOnly.text,
    lines: [],
    actions: [link(view.words.files.openOwnChat, url)],
    phones: false,
  });

export const refusedFileCard = (view: AnswerView, name: string, why: FileRefusal): Card =>
  answer(view, {
    heading: view.words.files.refused,
    lines: [name === '' ? view.words.files.unnamed : quoted(name, view.words), view.words.files.why[why]],
  });
