import type { StreamPort } from '../../../../../renderer/inventory/worker/opening/read-stream.ts';
import type { StreamMessage, StreamReply } from '../../../../../shared/ipc/stream.ts';

/** The other side of the port: the main process, which sends files, or the process that collects. */
export class SenderDouble implements StreamPort {
  readonly replies: StreamReply[] = [];
  closed = false;
  private listener: ((message: StreamMessage) => void) | undefined;
  private whenGone: (() => void) | undefined;

  onMessage(listener: (message: StreamMessage) => void): void {
    this.listener = listener;
  }

  onClose(listener: () => void): void {
    this.whenGone = listener;
  }

  start(): void {
    // Messages are sent by the test.
  }

  postMessage(reply: StreamReply): void {
    this.replies.push(reply);
  }

  close(): void {
    this.closed = true;
  }

  /** The sender dies. */
  die(): void {
    this.whenGone?.();
  }

  send(...messages: readonly StreamMessage[]): void {
    for (const message of messages) this.listener?.(message);
  }

  sendText(text: string): void {
    const data = new TextEncoder().encode(text);
    this.send({ type: 'chunk', data, diskBytesRead: data.length });
  }

  sendFile(name: string, text: string): void {
    this.send({ type: 'file', name });
    this.sendText(text);
    this.send({ type: 'file-end' });
  }
}
