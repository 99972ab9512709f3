/** Certificates of sample outages, as each reader gets them. */
import { type Certificate, certificateOf, type Facts, isCertified, READERS } from '../../src/certificate/document.ts';
import { replay } from '../../src/outage/evolve.ts';
import { CALM, NOW, type Story, stories } from './outage/stories.ts';

export const OF_DESK = { name: 'Small desk', keyId: 'the-key', keyUrl: 'https://example.com/keys.pem' } as const;

export const issued = ({ events }: Pick<Story, 'events'>, more: Partial<Facts> = {}): Certificate =>
  certificateOf({
    ...{ events, head: 'c0ffee', reader: 'desk', timeZone: 'Europe/Copenhagen', language: 'en', desk: OF_DESK },
    issuedAt: Math.max(NOW, events.at(-1)?.at ?? 0),
    ...more,
  });

/** Those of which there is a certificate, by their names. */
export const certifiedStories = (): readonly (readonly [string, Story])[] =>
  Object.entries(stories(CALM, 'personal')).filter(([, { events }]) => {
    const outage = replay(events);
    return outage !== null && isCertified(outage);
  });

const GOLDEN = [
  'reopened by an engineer',
  'with another in it, to its end',
  'joined by many',
  'merged',
  'put back, then taken and resolved',
];

/** By the name of the file. */
export const goldenCertificates = (): ReadonlyMap<string, string> =>
  new Map(
    certifiedStories()
      .filter(([name]) => GOLDEN.includes(name))
      .flatMap(([name, story]) =>
        READERS.map((reader) => [
          `${name.replaceAll(/\W+/g, '-')}-${reader}.json`,
          `${JSON.stringify(issued(story, { reader }), null, 2)}\n`,
        ]),
      ),
  );
