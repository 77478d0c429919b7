import { describe, expect, it } from 'vitest';
import { ownArguments, parseArguments } from '../../../../electron/app/arguments.ts';

describe('parseArguments', () => {
  it('takes files relative to the working directory, in order', () => {
    expect(parseArguments(['jobs.json', '/data/assets.ndjson', '../x.yaml'], '/home/ada')).toStrictEqual({
      files: ['/home/ada/jobs.json', '/data/assets.ndjson', '/home/x.yaml'],
      sample: false,
      help: false,
      version: false,
    });
  });

  it('takes every option, in both spellings', () => {
    const expected = {
      files: ['/w/a.json'],
      sample: true,
      help: false,
      version: false,
      screenshot: '/w/out.png',
      theme: 'dark',
      size: { width: 1280, height: 800 },
    };
    expect([
      parseArguments(['--sample', '--screenshot', 'out.png', '--theme', 'dark', '--size', '1280x800', 'a.json'], '/w'),
      parseArguments(['a.json', '--screenshot=out.png', '--theme=dark', '--size=1280x800', '--sample'], '/w'),
    ]).toStrictEqual([expected, expected]);
  });

  it('takes a query as it is, and as a link with or without its option', () => {
    const expected = { files: ['/w/a.json'], query: 'kind:job a', sample: false, help: false, version: false };
    const link = 'vertex-lineage://query?q=kind%3Ajob%20a';
    expect([
      parseArguments(['--query', 'kind:job a', 'a.json'], '/w'),
      parseArguments(['--link', link, 'a.json'], '/w'),
      parseArguments(['a.json', link], '/w'),
    ]).toStrictEqual([expected, expected, expected]);
  });

  it.each([[['--query']], [['--query=']], [['--link', 'kind:job']], [['vertex-lineage://open?file=/etc/passwd']]])(
    'says what is wrong with %j',
    (argv) => {
      expect(parseArguments(argv, '/w')).toStrictEqual({
        wrong: '--query needs a query of at most 4000 characters, and --link one as vertex-lineage://query?q=….',
      });
    },
  );

  it('leaves switches of Chromium alone', () => {
    expect(
      parseArguments(['--no-sandbox', '--user-data-dir=/tmp/x', '--remote-debugging-port=0', 'a.json'], '/w'),
    ).toStrictEqual({ files: ['/w/a.json'], sample: false, help: false, version: false });
  });

  it('takes what comes after -- as files', () => {
    expect(parseArguments(['--', '--sample'], '/w')).toStrictEqual({
      files: ['/w/--sample'],
      sample: false,
      help: false,
      version: false,
    });
  });

  it.each([
    [['--theme', 'purple'], '--theme is light or dark, not purple.'],
    [['--theme'], '--theme is light or dark, not true.'],
    [['--screenshot'], '--screenshot needs the name of the picture to write, such as --screenshot window.png.'],
    [['--screenshot='], '--screenshot needs the name of the picture to write, such as --screenshot window.png.'],
    [['--size', 'big'], '--size is width and height in pixels, such as --size 1280x800.'],
    [['--size', '9000x9000'], '--size is width and height in pixels, such as --size 1280x800.'],
    [['--size', '-1x10'], '--size is width and height in pixels, such as --size 1280x800.'],
  ])('says what is wrong with %j', (argv, wrong) => {
    expect(parseArguments(argv, '/w')).toStrictEqual({ wrong });
  });
});

describe('ownArguments', () => {
  it('are all after the program in the packaged app', () => {
    expect(ownArguments(['/opt/app', 'a.json', '--sample'], true)).toStrictEqual(['a.json', '--sample']);
  });

  it('leave out the app folder in development, wherever switches put it', () => {
    expect(ownArguments(['electron', '--inspect=0', '--no-sandbox', '/src/app', 'a.json'], false)).toStrictEqual([
      '--inspect=0',
      '--no-sandbox',
      'a.json',
    ]);
  });

  it('are none when there is no folder', () => {
    expect(ownArguments(['electron', '--version'], false)).toStrictEqual([]);
  });
});
