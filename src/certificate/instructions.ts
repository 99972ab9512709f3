/** How to check a certificate with openssl alone. It stands in the file beside what is signed, and in the PDF. */
import type { Words } from '../words/words.ts';
import type { Certificate } from './document.ts';

const FILE = 'certificate.json';

/** The commands, for a shell in the folder of both files; without quotation marks, so that they stand in JSON as they are typed. */
export const COMMANDS = [
  `part() { grep ^...$1 ${FILE} | tr -cd A-Za-z0-9_- | cut -c $((\${#1}+1))-; }`,
  'printf %s.%s $(part protected) $(part payload) > signed.txt',
  'printf %s== $(part signature) | tr _- /+ | openssl base64 -d -A > signature.bin',
  'openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in signed.txt -sigfile signature.bin',
  'printf %s $(part payload) | tr _- /+ | openssl base64 -d -A',
] as const;

/** In the language of these words. */
export const howToCheck = ({ keyId, keyUrl }: Certificate['desk'], say: Words['certificate']['pdf']['how']): readonly string[] => [
  say.file(keyId),
  say.save(keyUrl ?? say.fromDesk, FILE),
  ...COMMANDS,
  say.verified,
  say.takeOut,
];
