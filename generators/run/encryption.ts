import type { PackedPlan } from '../simulation/plan.ts';

/**
 * Looks whether the files of a plan can be encrypted, where they are to be: before a run begins. The module that does it is loaded only then.
 *
 * @throws UserError when there is no gpg, or no such key
 */
export async function checkEncryption({ gpgRecipient }: PackedPlan): Promise<void> {
  if (gpgRecipient === undefined) return;
  const { checkRecipient } = await import('../../src/archive/gpg.ts');
  await checkRecipient(gpgRecipient);
}
