/** Images that are ready to be drawn. */
export interface DecodedImages {
  /** Resolves when all of these addresses are decoded, or cannot be. */
  load(addresses: Iterable<string>): Promise<void>;
  /** Forgets all images but these. */
  keep(addresses: ReadonlySet<string>): void;
  /** Hands over what is decoded from now on, and takes what was begun there; what is forgotten here is forgotten there. */
  shareWith(cache: ImageCache): void;
}

/** The images of Cytoscape's canvas by their addresses, which by itself it never forgets. */
export type ImageCache = Record<string, { readonly image: HTMLImageElement }>;

/**
 * Makes an empty store. Cytoscape draws a card with an image it does not have twice: without it, and when it is there. So it is given
 * those that are decoded.
 */
export function createDecodedImages(createImage: () => HTMLImageElement = () => new Image()): DecodedImages {
  const images = new Map<string, HTMLImageElement>();
  let shared: ImageCache = {};
  return {
    async load(addresses) {
      const fresh = [...new Set(addresses)].filter((address) => !images.has(address));
      await Promise.allSettled(
        fresh.map(async (address) => {
          const image = shared[address]?.image ?? createImage();
          if (image.src !== address) image.src = address;
          images.set(address, image);
          await image.decode();
          shared[address] ??= { image };
        }),
      );
    },
    keep(addresses) {
      for (const address of images.keys()) {
        if (addresses.has(address)) continue;
        images.delete(address);
        delete shared[address];
      }
    },
    shareWith(cache) {
      shared = cache;
    },
  };
}
