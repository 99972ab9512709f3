/** Why something was not done, in German. A refusal carries its reason for the record. */
import { denial } from '../../denial.ts';
import { botName } from './names.ts';

const GIVE_BACK = '„Mehr“, dann „Zurückgeben“';

export const refusals = {
  notPermitted: denial(
    'not-permitted',
    'Das können nur Engineers des Supportdesks. Wenn Sie dazugehören sollten, bitten Sie die Betreiber des Supportdesks, Sie hinzuzufügen.',
  ),
  alreadyAcknowledged: (name: string, by: string, when: string) =>
    denial('already-acknowledged', `${name} wurde schon übernommen: von ${by}, ${when}.`),
  alreadyYours: (name: string) => `Sie sind für ${name} schon zuständig.`,
  onlyReporter: denial('not-permitted', 'Das kann nur die Person, die es gemeldet hat.'),
  notNow: (name: string, state: string) => denial('not-now', `Das ist jetzt nicht möglich. ${name}: ${state}.`),
  notOffered: (name: string) =>
    denial('not-offered', `${name} wurde Ihnen nicht angeboten. Fragen Sie die zuständige Person, oder helfen Sie mit.`),
  offeredToOther: (name: string, to: string) => denial('not-offered', `${name} wurde jemand anderem angeboten: ${to}.`),
  tooManyQuestions: (name: string, most: number) =>
    denial(
      'too-many-questions',
      `Zu ${name} warten schon ${most} Rückfragen auf eine Antwort. Rufen Sie die meldende Person an, oder warten Sie auf eine Antwort.`,
    ),
  objectedAlready: (name: string) =>
    denial(
      'objected-already',
      `Sie haben bei ${name} schon einmal widersprochen. Wenn Sie weiter anderer Meinung sind, rufen Sie bitte an.`,
    ),
  staysTaken: {
    theirs: (name: string, owner: string, _when: string) =>
      denial(
        'stays-taken',
        `Zuständig für ${name} ist ${owner}. Deshalb können Sie das nicht rückgängig machen. Wenn niemand daran arbeitet: ${GIVE_BACK}.`,
      ),
    'in-work': (name: string) =>
      denial(
        'stays-taken',
        `Sie haben ${name} bewusst übernommen oder seitdem daran gearbeitet. Deshalb bleiben Sie zuständig. Zum Zurückgeben: ${GIVE_BACK}.`,
      ),
    late: (name: string, _owner: string, when: string) =>
      denial('stays-taken', `Das war bis ${when} möglich. Um ${name} zurückzugeben: ${GIVE_BACK}.`),
  },
  saidAlready: (says: string, when: string, until: string) =>
    denial('said-already', `Der Support hat Ihre letzte Rückmeldung (${says}) bekommen: ${when}. Die nächste ist ab ${until} möglich.`),
  tooLate: (name: string, when: string) =>
    denial('too-late', `Das war bis ${when} möglich. Melden Sie es mit /outage neu, und schreiben Sie dazu, dass es vorher ${name} war.`),
  badTarget: {
    same: (name: string) => denial('bad-target', `${name} lässt sich nicht mit sich selbst zusammenführen.`),
    unknown: (_name: string) =>
      denial('bad-target', 'Ich kenne den anderen Ausfall nicht. Schreiben Sie seine Nummer, zum Beispiel OUT-1042.'),
    ended: (_name: string) =>
      denial('bad-target', 'Der andere Ausfall ist schon beendet. Wählen Sie einen offenen, oder öffnen Sie ihn zuerst wieder.'),
  },
  tooMany: (name: string, most: number) =>
    denial(
      'too-many',
      `${name} hat schon ${most} Tickets. Entfernen Sie zuerst eines: Schreiben Sie im Thread "ticket remove" und die Nummer.`,
    ),
  parted: (by: string, when: string, name: string, into: string) =>
    denial(
      'parted',
      `Festgestellt von ${by}, ${when}: ${name} und ${into} sind zwei verschiedene Ausfälle. Deshalb wurde nichts zusammengeführt. Wenn es doch derselbe Ausfall ist, schreiben Sie "merge ${name} into ${into}".`,
    ),
  cardOutdated: (by: string, when: string) =>
    denial(
      'card-outdated',
      `Während Sie geschrieben haben, hat ${by} etwas geändert: ${when}. Ihr Text steht unten. Senden Sie ihn noch einmal, wenn er noch stimmt.`,
    ),
  unknownOutage: denial(
    'unknown-outage',
    'Diesen Ausfall kenne ich nicht. Vielleicht wurde er entfernt, oder nur Personen aus seinem Projekt dürfen ihn sehen. Mit /outage melden Sie einen neuen.',
  ),
  tooMuch: (wait: string) =>
    denial(
      'rate-limited',
      `Von Ihnen oder Ihrem Unternehmen kam mehr, als ich in einer Minute verarbeiten kann. Deshalb ist nichts passiert. Bitte versuchen Sie es in ${wait} noch einmal.`,
    ),
  unreadable: denial('unreadable', 'Das konnte ich nicht lesen. Es wurde nichts geändert. Mit /outage fangen Sie an.'),
  edited: 'Es zählt, was Sie zuerst gesendet haben. Eine Bearbeitung ändert nichts. Bitte senden Sie eine neue Nachricht.',
  guest:
    'Ich kann nicht erkennen, wer Sie sind, weil Sie hier ohne Konto sind. Bitte melden Sie sich mit Ihrem eigenen Konto an, und versuchen Sie es noch einmal.',
  noThread: denial(
    'no-thread',
    `Ich weiß nicht, welchen Ausfall Sie meinen. Schreiben Sie es im Thread des Ausfalls, oder schreiben Sie "@${botName} ack OUT-1042" mit seiner Nummer.`,
  ),
  noDeskThread: denial(
    'no-thread',
    'Wählen Sie eine Nachricht im Thread eines Ausfalls. Um selbst eine zu schreiben, schreiben Sie in diesem Thread "update" und dann den Text.',
  ),
  notOpen: (name: string, state: string) =>
    denial(
      'not-now',
      `${name} ist kein offener Ausfall (${state}). Deshalb wurde nichts gesendet. Nur für den Supportdesk: Schreiben Sie im Thread "note" und dann den Text.`,
    ),
  needsText: (example: string) => `Schreiben Sie dazu, was alle wissen sollen, zum Beispiel: ${example}`,
  textTooLong: (limit: number) => `Das sind mehr als ${limit} Zeichen. Bitte kürzen Sie den Text.`,
  draftNotHere: denial(
    'draft-gone',
    'Diese Meldung ist nicht mehr hier, oder jemand anderes hat sie begonnen. Nur diese Person kann sie fortsetzen. Um selbst etwas zu melden, schreiben Sie /outage.',
  ),
  draftGone: denial(
    'draft-gone',
    'Diese Meldung ist nicht mehr hier. Was Sie schon gesendet haben, ist nicht verloren. Mit /outage beginnen Sie eine neue.',
  ),
  oldCard: denial(
    'unreadable',
    'Diese Schaltfläche gehört zu einer älteren Karte. Schreiben Sie /outage, oder nutzen Sie die neueste Karte.',
  ),
  oldClient: denial(
    'old-client',
    'Ihre Version von Teams kann das hier nicht, ohne es allen zu zeigen. Schreiben Sie /outage im Chat mit mir.',
  ),
  failed: (id: string) =>
    `Das hat nicht funktioniert. Es wurde nichts gesendet. Ihre Eingaben bleiben auf dieser Karte. Versuchen Sie es gleich noch einmal. Wenn es wieder nicht geht, rufen Sie an und nennen Sie diese ID: ${id}.`,
};
