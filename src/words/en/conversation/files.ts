/** Pictures and files: what people may send, what became of it, and where it is. In English. */
import type { FileKind, FileRefusal } from '../../../outage/types/files.ts';
import { denial } from '../../denial.ts';
import { formats } from '../formats.ts';

const count = (n: number) => formats.plural(n, { one: '1 file', other: `${n} files` });

/** Why a file was not taken, behind its name. */
const why: Record<FileRefusal, string> = {
  gone: 'I could not fetch it from Teams in time. Please send it again.',
  elsewhere: 'It is not stored in Teams, so I did not open it. Please attach the file itself.',
  'too-large': 'It is too large. Please send a smaller one, or only the part that matters.',
  markup: 'SVG and HTML can run programs, so I do not take them. Please send a picture of it, or its text.',
  'unknown-kind': 'I take PNG, JPEG, WebP, GIF, PDF, text, logs and ZIP. Please send it as one of these.',
  broken: 'I could not read it as what it says it is. Please save it again, or send a screenshot.',
  'too-many': 'You have sent as many for this outage as it takes, so nobody got this one. What you wrote is kept.',
  rejected: 'The outage takes no files from you any more, so nobody got it. If it matters, call the support desk.',
  'no-room': 'There is no room for it. What you wrote is kept. Please tell the support desk about it on the phone.',
};

export const files = {
  /** On the step that asks what happens, and on the receipt, in their own chat. */
  maySend: 'You can send pictures and files of it here, in this chat.',

  /** Where nobody can fetch from the bot. */
  notTaken: 'I cannot pass on pictures or files. Please write what they show. To send one, call and ask for an address.',
  ownChatOnly: denial('not-here', 'Teams gives me files in your own chat with me only. Please send them there.'),
  openOwnChat: 'Open my own chat',
  unreadable: 'I could not see where Teams keeps that, so nobody got it. Please attach it as a file.',
  none: 'Nobody got that: you have no open outage. Report it with /outage, and send pictures and files here then.',
  toShare: (example: string) =>
    `Nobody got that. To show a picture to everybody, send it with your update and the number of the outage (${example}).`,
  tooMany: (most: number) => `Nobody got that: you can send ${count(most)} for one outage.`,
  chooseFirst: 'Nobody got that: many of your files wait. Choose above for which outage they are. Then send this again.',
  noRoom: 'I could not store that, and nobody got it. What you wrote is kept. Please call the support desk.',

  taken: (n: number, name: string) => `I pass on ${count(n)} to the support desk, for ${name}.`,
  takenForReport: (n: number) => `I keep ${count(n)} for your report. The support desk gets it when you send the report.`,
  takenForAll: (n: number, name: string) => `I show ${count(n)} to everybody who hears of ${name}.`,
  isTold: 'If I cannot take one, I tell you here.',
  elsewhere: (n: number) =>
    formats.plural(n, {
      one: '1 more was not from Teams, so I did not open it.',
      other: `${n} more were not from Teams, so I did not open them.`,
    }),
  more: (n: number) =>
    formats.plural(n, {
      one: '1 more I could not take. Please attach it as a file, in another message.',
      other: `${n} more I could not take. Please attach them as files, in another message.`,
    }),
  edited: 'Nobody got what was added to this message later. Please send pictures and files in a new message.',
  which: (n: number) => `Which outage is it about? (${count(n)})`,
  /** `files`: how many were sent. */
  whichText: (files: number) =>
    formats.plural(files, { one: 'Nobody got it yet. Choose one:', other: 'Nobody got them yet. Choose an outage:' }),
  others: (n: number, files: number) => {
    const it = formats.plural(files, { one: 'it', other: 'them' });
    return `You have ${formats.plural(n, { one: '1 more outage', other: `${n} more outages` })}. To add ${it} there, send ${it} again with the number of the outage.`;
  },
  addTo: (name: string) => `Add to ${name}`,
  keepForReport: 'Keep for my report',
  chosenNot: 'I do not have that any more. Please send it again.',

  refused: 'I did not take this file:',
  unnamed: 'A picture without a name',
  why,

  news: (name: string, pictures: number, others: number) => {
    const seen = formats.plural(pictures, { one: 'new picture', other: `${pictures} new pictures` });
    const rest = formats.plural(others, { one: 'new file', other: `${others} new files` });
    if (others === 0) return `${name}: ${seen}`;
    return pictures === 0 ? `${name}: ${rest}` : `${name}: ${formats.and([seen, rest])}`;
  },
  picture: (name: string) => `Picture: ${name}`,
  open: 'Select a picture or a name to open the original. The links work for a week.',
  openAgain: 'Select a picture or a name to open the original. The links work for a week; after that, open this card again.',
  fact: 'Files',
  held: (n: number, by: string) => `${count(n)}, the last from ${by}. To see them: More, Show files.`,
  button: 'Show files',
  earlier: 'Show earlier files',
  heading: (name: string) => `${name}: pictures and files`,
  removed: 'Not here any more',
  onlyThere: denial('not-here', "Pictures and files are shown in the desk's channel only."),
  kind: {
    png: 'PNG',
    jpeg: 'JPEG',
    webp: 'WebP',
    gif: 'GIF',
    pdf: 'PDF',
    text: 'text',
    zip: 'ZIP, not opened',
  } satisfies Record<FileKind, string>,
  kilobytes: (n: number) => `${n} KB`,
  megabytes: (n: number) => `${formats.decimal(n)} MB`,
};
