import { createMasker } from '../../../shared/inventory/masking.ts';
import { createKeptReviewWriter, type KeptReviewWriter } from '../../../shared/review/kept-review.ts';

/** Returns a writer whose masks nobody can guess from: their key is never written anywhere. */
export function createReviewWriter(): KeptReviewWriter {
  return createKeptReviewWriter(createMasker(crypto.getRandomValues(new Uint8Array(32))).redactText);
}
