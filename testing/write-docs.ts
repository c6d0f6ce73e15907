/** `npm run docs` */
import { writeDocs } from './docs.ts';

writeDocs(new URL('../../', import.meta.url));
