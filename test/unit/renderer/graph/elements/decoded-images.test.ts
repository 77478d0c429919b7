import { describe, expect, it } from 'vitest';
import { createDecodedImages, type ImageCache } from '../../../../../renderer/graph/elements/decoded-images.ts';

/** Makes images that decode at once, but for those whose address is broken; counts them. */
function imageMaker(): { readonly make: () => HTMLImageElement; readonly made: () => number } {
  let made = 0;
  return {
    made: () => made,
    make() {
      made += 1;
      const image = {
        src: '',
        decode: () => (image.src === 'broken' ? Promise.reject(new Error('no image')) : Promise.resolve()),
      };
      // Only these two members are used.
      return image as HTMLImageElement;
    },
  };
}

describe('createDecodedImages()', () => {
  it('hands over what is decoded, and nothing that cannot be', async () => {
    const { make, made } = imageMaker();
    const images = createDecodedImages(make);
    const cache: ImageCache = {};
    images.shareWith(cache);
    await images.load(['a', 'broken', 'a']);
    await images.load(['a']);
    expect([Object.keys(cache), made()]).toStrictEqual([['a'], 2]);
  });

  it('takes what is there already', async () => {
    const { make, made } = imageMaker();
    const images = createDecodedImages(make);
    const begun = make();
    begun.src = 'a';
    images.shareWith({ a: { image: begun } });
    await images.load(['a']);
    expect(made()).toBe(1);
  });

  it('forgets on both sides what is not kept', async () => {
    const { make, made } = imageMaker();
    const images = createDecodedImages(make);
    const cache: ImageCache = {};
    images.shareWith(cache);
    await images.load(['a', 'b']);
    images.keep(new Set(['b']));
    await images.load(['a', 'b']);
    expect([Object.keys(cache), made()]).toStrictEqual([['b', 'a'], 3]);
  });
});
