import { describe, expect, it } from 'vitest';
import {
  displayText,
  shortTitle,
  truncateEnd,
  truncateMiddle,
  twoLineTitle,
} from '../../../../../renderer/graph/style/label.ts';

/** Every character is 10 wide. */
function measure(text: string): number {
  return Array.from(text).length * 10;
}

describe('truncateMiddle', () => {
  it('leaves a text alone that fits', () => {
    expect(truncateMiddle('train-42', 80, measure)).toBe('train-42');
  });

  it('keeps both ends of a text that does not fit, more of the end', () => {
    expect(truncateMiddle('train-recommender-europe-2024-11-20', 150, measure)).toBe('train-…24-11-20');
  });

  it('does not cut characters in two', () => {
    expect(truncateMiddle('🦊🦊🦊🦊🦊🦊', 40, measure)).toBe('🦊…🦊🦊');
  });

  it('shows the ellipsis alone where nothing fits', () => {
    expect(truncateMiddle('abcdef', 5, measure)).toBe('…');
  });

  it('measures a name of a megabyte only a few times', () => {
    let calls = 0;
    function counted(text: string): number {
      calls++;
      return measure(text);
    }
    expect(truncateMiddle('a'.repeat(1_000_000), 50, counted)).toBe('a…aaa');
    expect(calls).toBeLessThan(20);
  });
});

describe('truncateEnd', () => {
  it('keeps the beginning', () => {
    expect(truncateEnd('europe-west4 · succeeded', 130, measure)).toBe('europe-west4…');
  });
});

describe('shortTitle', () => {
  it('cuts the domain of an e-mail address first', () => {
    expect(shortTitle('trainer@acme-ml.iam.gserviceaccount.com', 150, measure)).toBe('trainer@acme-m…');
  });

  it('cuts the middle of an e-mail address whose first part is too long', () => {
    expect(shortTitle('vertex-training-runner@acme.iam.gserviceaccount.com', 120, measure)).toBe('vert…unner@…');
  });

  it('cuts the first parts of a path', () => {
    expect(shortTitle('us-docker.pkg.dev/acme/training/pytorch:v1', 220, measure)).toBe('…/training/pytorch:v1');
  });

  it('cuts the middle of the last part of a path if that does not fit', () => {
    expect(shortTitle('us-docker.pkg.dev/acme/pytorch-gpu-cuda:v1.2', 100, measure)).toBe('pyto…:v1.2');
  });

  it('reads only the ends of a hostile path', () => {
    let longest = 0;
    function watched(text: string): number {
      longest = Math.max(longest, text.length);
      return measure(text);
    }
    expect(shortTitle('a/'.repeat(1_000_000), 100, watched)).toBe('…/a/a/a/a/');
    expect(longest).toBeLessThan(500);
  });

  it('cuts the middle of a path that ends in a slash', () => {
    expect(shortTitle('gs://bucket/a-very-long-object-prefix/', 100, measure)).toBe('…/');
  });
});

describe('twoLineTitle', () => {
  it.each([
    ['train-42', 'train-42'],
    ['demand-forecast-weekly-2026-11-08', 'demand-forecast-\nweekly-2026-11-08'],
    ['price-elasticity-try-1', 'price-elasticity-\ntry-1'],
    ['forecast@sha256:20d4f8aa43bf98f8c0ffee', 'forecast@sha256:\n20d4f8a…98f8c0ffee'],
    ['trainer@northwind-ml-prod.iam.gserviceaccount.com', 'trainer@\nnorthwind-ml-prod…'],
    ['averylongnamewithoutanyseparator', 'averylongnamewitho\nutanyseparator'],
    ['a-verylongnamewithoutaseparator', 'a-verylongnamewith\noutaseparator'],
  ])('breaks %s where it reads best', (title, lines) => {
    expect(twoLineTitle(title, 180, measure)).toBe(lines);
  });
});

describe('displayText', () => {
  it('shows what would hide or reorder text as replacement characters', () => {
    expect(displayText('job\u202Egnp\u200B\u0000\n\uFEFF')).toBe('job\uFFFDgnp\uFFFD\uFFFD\uFFFD\uFFFD');
  });

  it('makes lone surrogates well-formed and leaves markup and other scripts alone', () => {
    expect(displayText('\uD83Dx <b>ジョブ</b> 🦊')).toBe('\uFFFDx <b>ジョブ</b> 🦊');
  });
});
