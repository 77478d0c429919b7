import { fileURLToPath } from 'node:url';

/** The folders the runtime finder works in, all absolute. */
export interface Places {
  /** The repository's root: the folder with package.json, which Electron is given as the app. */
  readonly root: string;
  /** The installed `electron` package. */
  readonly electronPackage: string;
  /** Where a downloaded runtime is kept. */
  readonly cache: string;
}

/** The places of this checkout. Nothing is kept outside node_modules, so that deleting that folder removes all of it. */
export function placesOfThisCheckout(): Places {
  const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');
  return {
    root,
    electronPackage: `${root}/node_modules/electron`,
    cache: `${root}/node_modules/.cache/electron-runtime`,
  };
}
