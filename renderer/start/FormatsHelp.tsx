import { ChevronRight } from 'lucide-react';
import { Button, Disclosure, DisclosureGroup, DisclosurePanel, Heading } from 'react-aria-components';
import { CopyButton } from '../controls/CopyButton.tsx';
import { FORMATS } from './formats.ts';

/** What the app reads and the commands that make it, to be copied. */
export function FormatsHelp(): React.JSX.Element {
  return (
    <section className="formats" aria-labelledby="start-formats">
      <h2 id="start-formats">What can be opened, and how to get it</h2>
      <DisclosureGroup className="formats__list" defaultExpandedKeys={[FORMATS[0]?.title ?? '']}>
        {FORMATS.map(({ title, description, commands }) => (
          <Disclosure key={title} id={title} className="format">
            <Heading level={3}>
              <Button slot="trigger" className="format__title">
                <ChevronRight size={16} aria-hidden />
                {title}
              </Button>
            </Heading>
            <DisclosurePanel className="format__panel">
              <p>{description}</p>
              {commands.map((command) => (
                <div className="command" key={command}>
                  <code>
                    {command.split(' ').map((word, index) => (
                      // Wraps between words only: a line must not begin in the middle of an option.
                      <span key={index}>
                        <span className="command__word">{word}</span>{' '}
                      </span>
                    ))}
                  </code>
                  <CopyButton text={command} label="Copy command" />
                </div>
              ))}
            </DisclosurePanel>
          </Disclosure>
        ))}
      </DisclosureGroup>
    </section>
  );
}
