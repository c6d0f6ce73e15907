/** English nouns, by faker, those first that are common here. Plain data: the package holds the words alone, and loads no faker. */
import { en } from '@faker-js/faker';
import { hash } from '../../src/base/random/index.ts';

/** What nobody is to find in an essay. */
const DOUBTFUL = new Set(
  `blowgun breastplate dead devil drug embarrassment fat kiss massage obesity pants pantyhose swine thorn underpants black crazy deadly
  evil fatal filthy foolish hateful infatuated mad sinful stable ugly warlike white wicked cannibalise cripple dicker disinherit
  knife mob pant shanghai shell shoot sin terrorise terrorize whitewash blacken assail butcher strangle slaughter murder maim gas hang
  bomb bombard enslave stab slit crucify execute kill abuse rape torture gun weapon corpse die drunk alcoholic pregnant virginal naked
  nude sexual handicapped demented disfigured dim dull stupid dumb idiotic`.split(/\s+/),
);

/** What is not made several by an s, or is several already. */
const IRREGULAR = /(?:[^s]s|man|men|child|foot|tooth|mouse|fe|lf|loaf|leaf|sheep)$/;

/** Words parted by blanks, in an order of their own that never changes. */
const words = (all: readonly string[]): string =>
  [...new Set(all)]
    .filter((word) => /^[a-z]{3,12}$/.test(word) && !IRREGULAR.test(word) && !DOUBTFUL.has(word))
    .sort((one, other) => hash(one, 'common', 0) - hash(other, 'common', 0))
    .join(' ');

export const VOCABULARY = words(en.word!.noun as readonly string[]);
