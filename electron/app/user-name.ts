import { userInfo } from 'node:os';

/** What a reviewer is called who has no name, not even on this system. */
const NAMELESS = 'Reviewer';

/** Returns the name of the system's user; some containers have none. */
export function userName(read: () => { readonly username: string } = userInfo): string {
  try {
    const { username } = read();
    return username.trim().slice(0, 100) || NAMELESS;
  } catch {
    return NAMELESS;
  }
}
