/** What is done for each file of tests: files share what they load, and so no module of theirs can do it. */
import { afterAll } from 'vitest';
import { removeTemporaryFolders } from './temporary-folder.ts';

afterAll(removeTemporaryFolders);
