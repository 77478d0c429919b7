/** Texts of this length and more are hardly ever met twice, and would let a few hostile ones fill the memory. */
const TOO_LONG = 512;

/**
 * A function of a text that remembers its answers, because inventories repeat the same few names. Past `most` answers it begins
 * anew, so that hostile input cannot fill the memory. The answers are shared: they must not be changed.
 */
export function remember<Answer>(
  answer: (text: string) => NonNullable<Answer>,
  most: number,
): (text: string) => Answer {
  const known = new Map<string, NonNullable<Answer>>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) {
      return found;
    }
    const made = answer(text);
    if (text.length < TOO_LONG) {
      if (known.size >= most) {
        known.clear();
      }
      known.set(text, made);
    }
    return made;
  };
}
