import type { AuthProblem } from '../ipc/connect.ts';
import { describeAuthProblem } from './describe-auth-problem.ts';
import type { AppErrorDescription } from './error-description.ts';

/**
 * Everything a call to the main process can answer instead of a value. Plain data, because Electron keeps only the message
 * of a thrown error on its way to the window (https://github.com/electron/electron/issues/24427). A dialog that the user
 * closes is not an error: it is the outcome `cancelled`.
 */
export type AppError =
  /** The caller is not the page of one of our windows, or the request does not have the agreed shape. */
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'file-not-found'; readonly file: string }
  | { readonly kind: 'file-unreadable'; readonly file: string; readonly reason: string }
  | { readonly kind: 'file-not-written'; readonly file: string; readonly reason: string }
  | { readonly kind: 'image-invalid'; readonly reason: string }
  /** An address that is not an https page of the Google Cloud console or its documentation. */
  | { readonly kind: 'address-refused'; readonly address: string }
  /** Links to the Google Cloud console are switched off in the settings. */
  | { readonly kind: 'console-links-off' }
  | { readonly kind: 'settings-not-saved'; readonly reason: string }
  /** The work on an inventory could not be kept in the user's profile, or not be read from there. */
  | { readonly kind: 'review-not-kept'; readonly reason: string }
  /** Something about the credentials for Google Cloud. */
  | { readonly kind: 'credentials'; readonly problem: AuthProblem }
  /** A Google API did not do what was asked; `reason` is its own text. */
  | { readonly kind: 'google-api'; readonly reason: string }
  /** The process that reads from Google Cloud ended. */
  | { readonly kind: 'collector-lost' }
  /** A fault of the program itself; details are in the log. */
  | { readonly kind: 'internal'; readonly reason: string };

/** The answer of every call to the main process. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: AppError };

/** Returns the wording of an error for windows, dialogs and the terminal: the only place that has it. */
export function describeAppError(error: AppError): AppErrorDescription {
  switch (error.kind) {
    case 'refused':
      return {
        title: 'Request refused',
        message: error.reason,
        advice: 'Close the window and open the inventory again; if it happens again, please report it with the log.',
      };
    case 'file-not-found':
      return {
        title: 'File not found',
        message: `${error.file} does not exist.`,
        advice: 'It may have been moved or deleted. Choose it again with File > Open.',
      };
    case 'file-unreadable':
      return {
        title: 'File cannot be read',
        message: `${error.file}: ${error.reason}`,
        advice: 'Check that you may read the file and that it is on a disk that is connected.',
      };
    case 'file-not-written':
      return {
        title: 'File was not written',
        message: `${error.file}: ${error.reason}`,
        advice: 'Choose another folder, or make room on the disk. A file that was there before is unchanged.',
      };
    case 'image-invalid':
      return {
        title: 'Image was not exported',
        message: error.reason,
        advice: 'Try again with a smaller part of the graph.',
      };
    case 'address-refused':
      return {
        title: 'Address not opened',
        message: `${error.address} is not a page of the Google Cloud console or its documentation.`,
        advice: 'Copy the resource name and look it up in the console by hand.',
      };
    case 'console-links-off':
      return {
        title: 'Links to the console are off',
        message: 'This app is set to open no pages of the Google Cloud console.',
        advice: 'Turn on "Allow links to the Google Cloud console" in the Help menu.',
      };
    case 'settings-not-saved':
      return {
        title: 'Settings were not saved',
        message: error.reason,
        advice:
          'The change holds until the app is closed. Check that the disk is not full and the settings folder writable.',
      };
    case 'review-not-kept':
      return {
        title: 'Your work is not kept on this machine',
        message: error.reason,
        advice:
          'Save a snapshot, which has all of it. Check that the disk is not full and the settings folder writable.',
      };
    case 'credentials':
      return describeAuthProblem(error.problem);
    case 'google-api':
      return {
        title: 'Google Cloud did not answer as asked',
        message: error.reason,
        advice: 'Check the project and your permissions in it, then try again.',
      };
    case 'collector-lost':
      return {
        title: 'Collecting was cut off',
        message: 'The process that reads from Google Cloud ended unexpectedly. What it had read is kept.',
        advice:
          'Go on with the collection; if it happens again, please report it with the log (Help > Open Log Folder).',
      };
    case 'internal':
      return {
        title: 'Something went wrong in the app',
        message: error.reason,
        advice: 'Try again; if it happens again, please report it with the log (Help > Open Log Folder).',
      };
  }
}
