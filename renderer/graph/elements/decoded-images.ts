/** Images that are ready to be drawn. */
export interface DecodedImages {
  /** Resolves when all of these addresses are decoded, or cannot be. */
  load(addresses: Iterable<string>): Promise<void>;
  /** Forgets all images but these. */
  keep(addresses: ReadonlySet<string>): void;
}

/** Makes an empty store. While it holds an image, Cytoscape gets the same picture without decoding it again. */
export function createDecodedImages(): DecodedImages {
  const images = new Map<string, HTMLImageElement>();
  return {
    async load(addresses) {
      const fresh = [...new Set(addresses)].filter((address) => !images.has(address));
      await Promise.allSettled(
        fresh.map((address) => {
          const image = new Image();
          image.src = address;
          images.set(address, image);
          return image.decode();
        }),
      );
    },
    keep(addresses) {
      for (const address of images.keys()) if (!addresses.has(address)) images.delete(address);
    },
  };
}
