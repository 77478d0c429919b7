import { describe, expect, it } from 'vitest';
import { documentName, nameOfDocument, rememberName } from '../../../../shared/resource/document-name.ts';
import { parseResourceName } from '../../../../shared/resource/resource-name.ts';
import { documentOf, JOB, MODEL } from '../inventory-of.ts';

const MODEL_NAME = 'projects/ml-prod/locations/us-central1/models/7';
const parsed = (text: string) => parseResourceName(text) ?? expect.fail(`${text} is no name`);

describe('nameOfDocument()', () => {
  it('takes the name of a document apart once', () => {
    const document = documentOf(MODEL, { name: MODEL_NAME });
    expect(nameOfDocument(document)).toStrictEqual(parsed(MODEL_NAME));
    expect(nameOfDocument(document)).toBe(nameOfDocument(document));
  });

  it('gives the name that was remembered when the document was read', () => {
    const document = documentOf(MODEL, { name: MODEL_NAME });
    const name = parsed(MODEL_NAME);
    rememberName(document, name);
    expect(nameOfDocument(document)).toBe(name);
  });

  it('knows nothing of a version that the text beside the document named', () => {
    const document = documentOf(MODEL, { name: MODEL_NAME });
    rememberName(document, parsed(`${MODEL_NAME}@2`));
    expect(nameOfDocument(document)).toStrictEqual(parsed(MODEL_NAME));
  });

  it('is undefined where the name is none of the kind', () => {
    const document = { ...documentOf(MODEL, { name: MODEL_NAME }), kind: JOB } as const;
    expect(nameOfDocument(document)).toBeUndefined();
  });
});

describe('documentName()', () => {
  it('takes a name that was read before only for the text and the kind it was read for', () => {
    const read = { text: MODEL_NAME, name: parsed(MODEL_NAME) };
    expect(documentName(MODEL, { name: MODEL_NAME }, {}, read)).toBe(read.name);
    const other = `${MODEL_NAME}8`;
    expect(documentName(MODEL, { name: other }, {}, read)).toStrictEqual(parsed(other));
    expect(documentName(JOB, { name: MODEL_NAME }, {}, read)).toBeUndefined();
  });
});
