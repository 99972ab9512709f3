/** Greetings and thanks of all languages ask for nothing, and what is down is never one of them. */
import { describe, expect, test } from 'vitest';
import { isSmallTalk, withoutGreeting } from '../../src/commands/look/small-talk.ts';

describe('a greeting', () => {
  test.each([
    ...[
      'hello',
      'Good morning, team!',
      'Guten Morgen zusammen',
      'Moin',
      'Hallo!',
      'Grüß Gott',
      'Servus',
      'Bonjour à tous',
      'Bonsoir',
      'Salut !',
    ],
    ...[
      'Hola',
      'Buenos días',
      'buenas tardes a todos',
      'こんにちは',
      'おはようございます。',
      'お疲れ様です！',
      'お世話になっております。',
      'こんばんは、皆さん',
    ],
    ...['Hej', 'God morgen alle', 'Goddag', 'Hej hej', 'Hej med jer', 'Mojn', 'Kære supporten,'],
  ])('is %j, of which nothing is left', (text) => {
    expect(withoutGreeting(text)).toBe('');
  });

  test.each([
    ['Guten Tag, Buchen geht nicht', 'Buchen geht nicht'],
    ['Bonjour, la facturation est en panne', 'la facturation est en panne'],
    ['Buenos días: no se puede facturar', 'no se puede facturar'],
    ['お世話になっております。請求できません', '請求できません'],
    ['Hej, fakturaer kan ikke bogføres', 'fakturaer kan ikke bogføres'],
    ['Hejsen i lageret er gået i stå', 'Hejsen i lageret er gået i stå'],
    ['Salutations ne marche pas', 'Salutations ne marche pas'],
    ['Moinsen', 'Moinsen'],
    ['こんにちはと表示される', 'こんにちはと表示される'],
  ])('before what is down is left out: %j', (text, left) => {
    expect(withoutGreeting(text)).toBe(left);
  });
});

describe('small talk', () => {
  test.each([
    ...[
      'thanks',
      'Danke',
      'Danke schön!',
      'Vielen Dank für die Hilfe',
      'Alles klar, danke',
      'ja',
      'nein',
      'Dankeschön',
      'Danke sehr',
      'Tschüss',
    ],
    ...[
      'merci',
      'Merci beaucoup !',
      'Merci bien',
      'oui',
      'non merci',
      'Parfait, merci',
      'D’accord',
      'Bien reçu, merci',
      'Merci pour votre aide',
    ],
    ...['gracias', 'Muchas gracias', 'Sí, gracias', 'Vale', 'Perfecto', 'De acuerdo', 'Gracias por la ayuda', 'Hasta luego'],
    ...[
      'ありがとう',
      'ありがとうございます',
      'ありがとうございました！',
      '了解です',
      '承知しました。',
      'はい',
      'いいえ',
      'わかりました、ありがとうございます',
      '助かりました',
    ],
    ...['tak', 'Mange tak for hjælpen!', 'Tak skal du have', 'nej tak', 'Fint, tak', 'Det er i orden', 'Modtaget', 'Selv tak'],
  ])('is %j', (text) => {
    expect(isSmallTalk(text)).toBe(true);
  });

  test.each([
    ...[
      'thanks, but it fails again',
      'Danke, aber es geht nicht',
      'Gut sichtbar ist der Fehler',
      'Merci de rétablir la production',
      'Non disponible',
    ],
    ...[
      'gracias, pero sigue fallando',
      'No va nada',
      'Sin servicio',
      'ありがとうございますが、まだ使えません',
      'はい、止まっています',
      '了解しましたが動きません',
    ],
    ...['Tak, men det virker ikke', 'Ja, alt er nede', 'Nej, stadig fejl'],
    ...['Nichts geht', 'Oui mais rien ne marche', '大丈夫ですか'],
  ])('is not %j', (text) => {
    expect(isSmallTalk(text)).toBe(false);
  });

  test('is judged at once, however often its words are there', () => {
    for (const text of [
      'no'.repeat(39),
      'schön danke '.repeat(6),
      'ありがとう'.repeat(15),
      'de nada de rien '.repeat(4),
      'bien reçu'.repeat(8),
    ])
      expect(() => isSmallTalk(`${text}x`)).not.toThrow();
  });
});
