/** Pictures and files: where they wait to be fetched, and their bytes. One contract test holds every store to this port. */
import type { FileKind, FileLinks, FileRefusal } from '../../outage/types/files.ts';
import type { Instant, Person } from '../../outage/types/values.ts';

/** What came with a message in Teams. A picture's address takes our token; that of a file holds its own key. */
export type SentFile = { readonly kind: 'picture' | 'file'; readonly name: string; readonly url: string };

/** Files of one message. `outageId`: also that of a report that is not sent; empty: their person has not said yet what they belong to. */
export type SentFiles = {
  readonly batch: string;
  readonly outageId: string;
  readonly person: Person;
  /** Where their person is told, and in which language, when one cannot be taken. */
  readonly tenantId: string;
  readonly locale: string;
  /** An engineer sent them with an update. */
  readonly shared: boolean;
  readonly files: readonly SentFile[];
};

type Common = Omit<SentFiles, 'files'> & { readonly id: string; readonly name: string };
export type ClaimedFile = Common &
  (
    | { readonly state: 'waiting'; readonly sent: SentFile; readonly receivedAt: Instant; readonly attempt: number }
    | { readonly state: 'refused'; readonly why: FileRefusal; readonly attempt: number }
    | ({ readonly state: 'kept' } & Content)
  );

/** `hash`: SHA-256 of its bytes, in hex. */
type Content = { readonly kind: FileKind; readonly bytes: number; readonly hash: string };
export const VARIANTS = ['original', 'preview'] as const;
export type Variant = (typeof VARIANTS)[number];
export type Preview = { readonly kind: 'png' | 'jpeg'; readonly data: Uint8Array };

/** A file whose bytes are there. `secret`: what its addresses are signed with. `preview`: null where there is none. */
export type StoredFile = Content & {
  readonly id: string;
  readonly outageId: string;
  readonly name: string;
  readonly secret: string;
  readonly preview: { readonly kind: Preview['kind']; readonly bytes: number } | null;
};

/** `perPerson`: of one person for one outage. `bytes`: of one file. `totalBytes`: of all of them together. */
export type FileLimits = { readonly perPerson: number; readonly bytes: number; readonly totalBytes: number };

export interface Files {
  /** The batch of a message: the same when Teams sends it again. */
  batchOf(personId: string, messageId: string): string;
  /** Stores where they are, once for each batch. Returns false, and stores nothing, when their person would have sent more than `most` for the outage. */
  expect(sent: SentFiles, most: number): Promise<boolean>;
  /** Their person says to which outage they belong, the same once more by a second tap. 'gone': nobody waits for that any more. */
  choose(batch: string, personId: string, outageId: string, most: number): Promise<{ readonly count: number } | 'gone' | 'too-many'>;
  /** What came with a report that is not sent belongs to an outage from now on, which its person joined instead; or is refused, when that is too much. */
  move(draftId: string, personId: string, outageId: string, most: number): Promise<void>;
  /**
   * Claims what is due, until the lease ends: what is to be fetched, what its person is to be told of, and what is kept and whose
   * outage is there. What is kept waits for the first attempt of all that came with it, so that they can be told of together.
   */
  claim(limit: number, leaseMs: number): Promise<readonly ClaimedFile[]>;
  nextDueAt(): Promise<Instant | null>;
  postpone(id: string, pauseMs: number): Promise<void>;
  /** Keeps the bytes of a file that waits, in small writes, and each content once. 'gone': nobody wants it any more. */
  keep(
    id: string,
    content: { readonly name: string; readonly kind: FileKind; readonly data: Uint8Array; readonly preview: Preview | null },
    totalBytes: number,
  ): Promise<'kept' | 'no-room' | 'gone'>;
  refuse(id: string, why: FileRefusal): Promise<void>;
  /** The record names them. */
  settle(ids: readonly string[]): Promise<void>;
  drop(ids: readonly string[]): Promise<void>;
  find(id: string): Promise<StoredFile | null>;
  /** Those whose bytes are there, in the order in which they came. */
  of(outageId: string): Promise<readonly StoredFile[]>;
  read(file: Pick<StoredFile, 'hash'>, variant: Variant): AsyncIterable<Uint8Array>;
}

/** Fetches what a message of Teams brought. Throws nothing. `later`: it may be there at another time. */
export type FetchFile = (
  sent: SentFile,
  mostBytes: number,
) => Promise<{ readonly data: Uint8Array } | { readonly failed: 'later' | 'gone' | 'elsewhere' | 'too-large' }>;

/** Says what the bytes are, and makes the preview of a picture. Throws when it could not find out. */
export type InspectFile = (
  data: Uint8Array,
) => Promise<{ readonly kind: FileKind; readonly preview: Preview | null } | { readonly refused: FileRefusal }>;

/**
 * Gives who may have it the addresses of the certificate of an outage, as it is now. `off`: why there are none: the desk has no key, or the
 * bot no address. `kept`: of how many promises (`due`) that came due.
 */
export type CertificateDesk =
  | { readonly off: 'key' | 'address' }
  | {
      readonly off: null;
      /** `read`: in which zone and language people read the PDF. */
      of(
        outageId: string,
        reader: 'reporter' | 'desk',
        read: { readonly timeZone: string; readonly language: string },
      ): Promise<CertificateLinks | null>;
    };
export type CertificateLinks = Readonly<Record<'pdf' | 'json', string>> &
  Readonly<Record<'kept' | 'due', number>> & { readonly until: Instant };

/** What a turn needs of it. */
export type FileDesk = Pick<Files, 'batchOf' | 'choose' | 'move'> & {
  readonly limits: FileLimits;
  /** Whether it is an address of Teams. */
  mayFetch(sent: SentFile): boolean;
  /** The same as of the store; 'no-room' where that could not be stored. */
  expect(sent: SentFiles): Promise<'expected' | 'too-many' | 'no-room'>;
  links(outageId: string): Promise<FileLinks>;
  /** Opens the own chat of whoever follows it with the bot. */
  readonly ownChat: string;
};
