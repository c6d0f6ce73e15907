#!/usr/bin/env node
/** Where the program begins. All else is loaded from here, so that a module that cannot be read is told as other breakdowns are. */
import { fail, guard } from './exit.ts';

guard();
try {
  await import('./main.ts');
} catch (error) {
  fail(error);
}
