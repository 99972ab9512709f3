/** Pictures and files that people send about an outage. Their bytes are in the store, beside the record. */
import type { Instant, Person } from './values.ts';

/** What a file may be, by its first bytes. */
export const FILE_KINDS = ['png', 'jpeg', 'webp', 'gif', 'pdf', 'text', 'zip'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

const PICTURES: readonly FileKind[] = ['png', 'jpeg', 'webp', 'gif'];
export const isPicture = ({ kind }: { readonly kind: FileKind }): boolean => PICTURES.includes(kind);

/** `hash`: SHA-256 of its bytes, in hex. */
export type OutageFile = {
  readonly id: string;
  readonly name: string;
  readonly kind: FileKind;
  readonly bytes: number;
  readonly hash: string;
};

/** `shared`: an engineer sent it with an update, so everybody who hears of the outage sees it. Otherwise the desk alone does. */
export type AddedFile = OutageFile & { readonly by: Person; readonly at: Instant; readonly shared: boolean };

export const FILE_REFUSALS = [
  'gone',
  'elsewhere',
  'too-large',
  'markup',
  'unknown-kind',
  'broken',
  'no-room',
  'too-many',
  'rejected',
] as const;
/** Why a file is not taken; `markup`: SVG or HTML; `elsewhere`: its address is none of Teams; `too-many`: of one person for one outage; `rejected`: it takes none of theirs any more. */
export type FileRefusal = (typeof FILE_REFUSALS)[number];

/** The addresses of files that are there, by their ids, for whom they are drawn for. `preview`: null where a card shows none. */
export type FileLink = { readonly original: string; readonly preview: string | null };
export type FileLinks = ReadonlyMap<string, FileLink>;

/** What a name may end with, the usual one first. */
const ENDINGS: { readonly [kind in FileKind]: readonly string[] } = {
  png: ['png'],
  jpeg: ['jpg', 'jpeg'],
  webp: ['webp'],
  gif: ['gif'],
  pdf: ['pdf'],
  text: ['txt', 'log', 'csv', 'json', 'xml', 'yaml', 'yml', 'md', 'sql', 'ini'],
  zip: ['zip'],
};
const LONGEST_NAME = 80;
const LONGEST_ENDING = 8;

/** A name as people may read it and save it under: no folders, no control or direction marks, nothing that a file system takes for more. */
export function cleanFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const clean = last
    .normalize('NFC')
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const characters = [...clean];
  if (characters.length <= LONGEST_NAME) return clean;
  const ending = /\.[^.]+$/.exec(clean)?.[0] ?? '';
  const kept = [...ending].length <= LONGEST_ENDING ? ending : '';
  return `${characters.slice(0, LONGEST_NAME - [...kept].length).join('')}${kept}`;
}

/** The name with an ending of its kind: what is saved under it is opened as what it is. */
export function nameOfKind(name: string, kind: FileKind): string {
  const clean = cleanFileName(name);
  const ending = /\.([^.]+)$/.exec(clean)?.[1]?.toLowerCase();
  return ending !== undefined && ENDINGS[kind].includes(ending) ? clean : `${clean || 'file'}.${ENDINGS[kind][0]}`;
}
