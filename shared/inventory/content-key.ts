import { scrypt } from '@noble/hashes/scrypt.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { ResourceDocument } from '../resource/document.ts';
import { maskReview } from '../review/mask-review.ts';
import { EMPTY_REVIEW } from '../review/review-record.ts';
import type { ReviewRecord } from '../review/review-record.ts';
import { hiddenTextsOf } from './masking.ts';
import { redactText } from './redaction.ts';

/** Work that one guess at a secret costs: about a tenth of a second in JavaScript. */
const COST = { N: 2 ** 14, r: 8, p: 1, dkLen: 32 } as const;

/** The key for masking a set of documents, and which of them hold secrets at all. */
export interface ContentKey {
  readonly key: Uint8Array;
  readonly withSecrets: ReadonlySet<ResourceDocument>;
}

/**
 * Derives a masking key from the secrets themselves, so that equal content is masked equally and nobody who has only the masked
 * form can compute it: see decisions/0002-masks-keyed-by-content.md.
 */
export function contentKey(documents: readonly ResourceDocument[], review: ReviewRecord = EMPTY_REVIEW): ContentKey {
  const secrets = new Set<string>();
  maskReview(review, (text) =>
    redactText(text, (secret) => {
      secrets.add(secret);
      return '';
    }),
  );
  const withSecrets = new Set<ResourceDocument>();
  for (const document of documents) {
    const hidden = hiddenTextsOf(document, (secret) => {
      secrets.add(secret);
      return '';
    });
    if (hidden.size > 0) {
      withSecrets.add(document);
    }
  }
  const hash = sha256.create();
  for (const secret of [...secrets].toSorted((left, right) => (left < right ? -1 : 1))) {
    hash.update(new TextEncoder().encode(`${secret.length}:${secret}`));
  }
  const key = secrets.size === 0 ? hash.digest() : scrypt(hash.digest(), 'vertex-lineage mask', COST);
  return { key, withSecrets };
}
