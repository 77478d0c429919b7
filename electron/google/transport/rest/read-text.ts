import { ApiFailure } from '../api-failure.ts';

/** The body of an answer as text; an `ApiFailure` if it is larger than the limit. */
export async function readText(service: string, response: Response, limit: number): Promise<string> {
  if (Number(response.headers.get('content-length') ?? 0) > limit) {
    await response.body?.cancel();
    throw tooLarge(service);
  }
  if (response.body === null) {
    return '';
  }
  const decoder = new TextDecoder();
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
  let text = '';
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > limit) {
      await reader.cancel();
      throw tooLarge(service);
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}

function tooLarge(service: string): ApiFailure {
  const message = `The answer of ${service} is larger than the limit.`;
  return new ApiFailure({ service, message, status: 'malformed', reason: 'too-large' });
}
