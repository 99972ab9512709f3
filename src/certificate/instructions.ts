/** How to check a certificate with openssl alone. It stands in the file beside what is signed, and in the PDF. */
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

export const howToCheck = ({ keyId, keyUrl }: Certificate['desk']): readonly string[] => [
  `This file is a JWS (RFC 7515) that is signed with Ed25519 (RFC 8037). What it says is the payload, in base64url. The key is ${keyId}.`,
  `Save the public key with this id as key.pem, from ${keyUrl ?? 'the desk, by a way that you trust'}. Save this file as ${FILE}. Then run:`,
  ...COMMANDS,
  'The fourth command says "Signature Verified Successfully", and the last one shows what is signed. Nothing else in this file is signed.',
  'A PDF holds this file: pdfdetach -saveall certificate.pdf takes it out. This file is the truth; the pages of a PDF are for reading.',
];
