import type { AuthProblem } from '../ipc/connect.ts';
import type { AppErrorDescription } from './error-description.ts';

const LOGIN = {
  adc: 'gcloud auth application-default login',
  gcloud: 'gcloud auth login',
} as const;

/** Returns the wording of a problem with credentials for windows and the terminal: the only place that has it. */
export function describeAuthProblem(problem: AuthProblem): AppErrorDescription {
  switch (problem.kind) {
    case 'gcloud-missing':
      return {
        title: 'gcloud was not found',
        message:
          'This source of credentials needs the Google Cloud CLI, and there is no gcloud on the search path (PATH).',
        advice: 'Install it from https://cloud.google.com/sdk/docs/install, or choose Application Default Credentials.',
      };
    case 'gcloud-failed':
      return {
        title: 'gcloud gave no token',
        message: problem.reason,
        advice: 'See with the command whether gcloud works in a terminal, then try again.',
        command: 'gcloud auth list',
      };
    case 'configuration-missing':
      return {
        title: 'No such gcloud configuration',
        message: `gcloud has no configuration named ${problem.configuration}.`,
        advice: 'Choose one of those that are listed.',
        command: 'gcloud config configurations list',
      };
    case 'not-logged-in':
      return problem.source === 'adc'
        ? {
            title: 'No Application Default Credentials',
            message:
              'Neither GOOGLE_APPLICATION_CREDENTIALS nor the file of gcloud gives Application Default Credentials.',
            advice: 'Log in with the command, or choose a gcloud configuration.',
            command: LOGIN.adc,
          }
        : {
            title: 'Not logged in to gcloud',
            message: `${configurationOf(problem)} has no account.`,
            advice: 'Log in with the command, then try again.',
            command: `${LOGIN.gcloud}${flagOf(problem)}`,
          };
    case 'no-project':
      return {
        title: 'No project',
        message: 'No project was named, and the credentials do not come with one.',
        advice: 'Name the projects to collect, or set one for gcloud with the command.',
        command: `gcloud config set project PROJECT_ID${flagOf(problem)}`,
      };
    case 'quota-project-missing':
      return {
        title: 'No quota project',
        message: 'These credentials need a project whose quota the calls use, and none is set.',
        advice:
          'Give a quota project when you connect, or set one with the command; you need the role roles/serviceusage.serviceUsageConsumer there.',
        command:
          problem.source === 'adc'
            ? 'gcloud auth application-default set-quota-project PROJECT_ID'
            : 'gcloud config set billing/quota_project PROJECT_ID',
      };
    case 'credentials-invalid':
      return {
        title: 'Credentials cannot be used',
        message: `${problem.file}: ${problem.reason}`,
        advice: 'Repair or remove it, or choose other credentials.',
      };
    case 'credentials-unsupported':
      return {
        title: 'Credentials of an unknown type',
        message: `${problem.file} holds credentials of the type "${problem.type}", which this app does not know.`,
        advice: 'Choose other credentials, or make Application Default Credentials with the command.',
        command: LOGIN.adc,
      };
    case 'expired':
      return {
        title: 'The login has ended',
        message: `Google wants you to log in again${problem.reason === undefined ? '' : ` (${problem.reason})`}.`,
        advice:
          problem.command === undefined ? 'Renew the credentials, then go on.' : 'Log in with the command, then go on.',
        ...(problem.command === undefined ? {} : { command: problem.command }),
      };
    case 'refused':
      return {
        title: 'Google refused the credentials',
        message: problem.reason,
        advice:
          'The account or its key may be deleted, disabled or restricted: choose other credentials or ask its administrator.',
      };
    case 'unreachable':
      return {
        title: 'No token could be had',
        message: `${problem.host} could not be reached: ${problem.reason}`,
        advice: 'Check the network and the proxy (HTTPS_PROXY, NO_PROXY), then try again.',
      };
    case 'impersonation-denied':
      return {
        title: 'Impersonation was denied',
        message: `${problem.account} may not be impersonated: ${problem.reason}`,
        advice:
          'Check its e-mail, and that you have the role roles/iam.serviceAccountTokenCreator on it; a new grant takes a few minutes.',
      };
    case 'endpoint-refused':
      return {
        title: 'Endpoint refused',
        message: `No token is sent to ${problem.address}, which is set as the endpoint of ${problem.service}: ${problem.reason}`,
        advice: 'Set it to an https address, or to http on this computer (127.0.0.1), or remove the setting.',
      };
    case 'live-not-allowed':
      return {
        title: 'This runtime is for looking at files',
        message:
          'The fallback runtime is an older Electron without security updates and does not connect to Google Cloud.',
        advice:
          'Install the Electron of this app (see Runtime in the README), or set VERTEX_LINEAGE_ALLOW_LIVE=1 if you accept the risk.',
      };
  }
}

function configurationOf({ configuration }: { readonly configuration?: string | undefined }): string {
  return configuration === undefined ? 'The active gcloud configuration' : `The gcloud configuration ${configuration}`;
}

function flagOf({ configuration }: { readonly configuration?: string | undefined }): string {
  return configuration === undefined ? '' : ` --configuration=${configuration}`;
}
