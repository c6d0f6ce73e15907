import { integer, pick, type Stream } from '../../src/base/random/index.ts';

/** What people write, in their own words and scripts. Sentences of a made-up course, so that nobody's are repeated. */
const SENTENCES = [
  'I think the main idea of the lecture is that a program is a recipe for a very patient cook.',
  'My loop never ended because I forgot to change the counter 😅',
  'The second definition seems clearer to me than the one in the book.',
  'Recursion made sense once I drew every call on paper.',
  'I would test the empty list first, then one item, then many.',
  'In my opinion the algorithm is correct, but it is too slow for large inputs.',
  'Creo que la función debería devolver una lista vacía en ese caso.',
  '¿Alguien más tiene problemas con el último ejercicio?',
  'Je ne comprends pas pourquoi la réponse est fausse, même après trois essais.',
  'Die Lösung ist kürzer, wenn man ein Wörterbuch benutzt.',
  'Não consegui terminar o problema, mas aprendi bastante.',
  'Спасибо за объяснение, теперь всё понятно!',
  'Η αναδρομή είναι δύσκολη στην αρχή, αλλά αξίζει τον κόπο.',
  '我觉得这道题应该用字典来做。',
  '再帰の考え方がやっと分かりました。ありがとうございます。',
  'أعتقد أن الحل صحيح لكنه بطيء جداً',
  'मुझे लगता है कि यह उत्तर सही है',
  'Dzięki, teraz działa 🎉 (brakowało jednego nawiasu).',
  'Thanks everyone, see you next week! 👋🏽',
  'Complexity is about growth, not about seconds: n² beats 2ⁿ sooner than one thinks.',
] as const;

/** Some sentences, from `low` to `high` many. */
export const sentences = (random: Stream, { low, high }: { readonly low: number; readonly high: number }): string =>
  Array.from({ length: integer(random, low, high) }, () => pick(random, SENTENCES)).join(' ');
