import { describe, expect, it } from 'vitest';
import { remember } from '../../../shared/remember.ts';

function counting(most: number) {
  const asked: string[] = [];
  const answer = remember((text: string) => {
    asked.push(text);
    return { length: text.length };
  }, most);
  return { asked, answer };
}

describe('remember()', () => {
  it('asks once for each text and gives the same answer again', () => {
    const { asked, answer } = counting(10);
    expect([answer('a'), answer('bb'), answer('a')]).toStrictEqual([{ length: 1 }, { length: 2 }, { length: 1 }]);
    expect(answer('a')).toBe(answer('a'));
    expect(asked).toStrictEqual(['a', 'bb']);
  });

  it('begins anew when it holds as many answers as it may', () => {
    const { asked, answer } = counting(2);
    for (const text of ['a', 'b', 'c', 'c', 'a']) answer(text);
    expect(asked).toStrictEqual(['a', 'b', 'c', 'a']);
  });

  it('keeps no long texts', () => {
    const { asked, answer } = counting(10);
    const long = 'x'.repeat(512);
    expect([answer(long), answer(long)]).toStrictEqual([{ length: 512 }, { length: 512 }]);
    expect(asked).toStrictEqual([long, long]);
  });

  it('tells the names of an object’s machinery from texts it was asked for', () => {
    const { answer } = counting(10);
    expect(answer('constructor')).toStrictEqual({ length: 11 });
    expect(answer('__proto__')).toStrictEqual({ length: 9 });
  });
});
