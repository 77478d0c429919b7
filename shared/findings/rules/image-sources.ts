import { at, dataOf, judge, lacking, missing, textAt, those } from '../facts.ts';
import {
  foreignHost,
  IMAGE,
  IMAGE_USERS,
  imagesOf,
  isGoogles,
  judgeImages,
  judgeRepository,
  judgeUses,
  ownProjects,
  REPOSITORY,
} from '../images.ts';
import type { ImageUse } from '../images.ts';
import { covers } from '../places.ts';
import { PASS, WITHDRAW } from '../rule.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { isOutsider, isPublic, judgeAccess } from '../who-can.ts';

const REGISTRY_PAGE = 'https://cloud.google.com/artifact-registry/docs/docker/names';
const ACCESS_PAGE = 'https://cloud.google.com/artifact-registry/docs/access-control';
const NO_SPEC = 'The job specification was not collected, so its images are not known.';

/** Where code comes from, and who can change it there. */
export const SOURCE_RULES: readonly Rule[] = [
  {
    id: 'image-docker-hub',
    title: 'An image is pulled from Docker Hub',
    family: 'image',
    severity: 'medium',
    because: 'Its publisher, or who takes over the publisher’s account, runs code as the account of the work.',
    rationale: 'Nobody in the organisation reviewed, scanned or keeps the image; it can change or vanish.',
    remediation: 'Copy the image to a repository of your own, scan it, and name it by digest.',
    command:
      'gcloud artifacts repositories create NAME --repository-format=docker --mode=remote-repository --remote-docker-repo=DOCKER-HUB --location={location} --project={project}',
    references: ['https://cloud.google.com/artifact-registry/docs/repositories/remote-repo'],
    attack: ['T1204.003', 'T1195.002'],
    needs: ['the job specification'],
    unknown: NO_SPEC,
    subjects: IMAGE_USERS,
    examine: (node, context) =>
      judgeImages(node, context, (use) => foreignHost(use) === 'docker.io' && !isAllowed(use, context)),
  },
  {
    id: 'image-foreign-registry',
    title: 'An image comes from a registry outside the organisation',
    family: 'image',
    severity: 'medium',
    because: 'Others decide what the image holds.',
    rationale: 'Who controls the other registry runs code as the account of the work.',
    remediation: 'Copy the image to a repository of your own, or put the registry on the list of allowed ones.',
    command: 'gcrane cp {image} TARGET',
    references: [REGISTRY_PAGE, 'https://cloud.google.com/artifact-registry/docs/docker/copy-images'],
    attack: ['T1204.003', 'T1195.002'],
    needs: ['the job specification', 'documents of the image’s project, or a list of allowed registries'],
    unknown:
      'The image lies in a project of which nothing was collected and that is on no list of allowed registries, so whose it is is not known.',
    subjects: IMAGE_USERS,
    examine: (node, context) => {
      const uses = those(
        imagesOf(node, context) ?? NO_USES,
        (use) => foreignHost(use) !== 'docker.io' && use.image.state !== 'unresolved',
      );
      if (uses.length === 0) {
        return undefined;
      }
      const outside = those(uses, (use) => !isAllowed(use, context) && !isGoogles(use));
      if (outside.length === 0) {
        return PASS;
      }
      const listed = context.settings.registries.length > 0;
      const untold = listed ? [] : outside.filter((use) => foreignHost(use) === '');
      const verdict = judgeUses(outside.filter((use) => listed || foreignHost(use) !== ''));
      return judge(verdict.evidence, {
        ...verdict,
        missing: untold.map(({ image }) => missing(image, 'document', 'project')),
      });
    },
  },
  {
    id: 'image-gcr',
    title: 'An image is named by its old address in Container Registry',
    family: 'image',
    severity: 'low',
    because: 'It works as long as requests are redirected; the risk is in what is not moved.',
    rationale:
      'Container Registry was shut down in 2025. Its addresses are answered by Artifact Registry repositories, or no longer at all.',
    remediation: 'Name the image by its address in Artifact Registry.',
    command: 'gcloud artifacts docker images list {repository} --include-tags',
    references: ['https://cloud.google.com/artifact-registry/docs/transition/transition-from-gcr'],
    attack: ['T1525'],
    needs: ['the job specification'],
    unknown: NO_SPEC,
    subjects: IMAGE_USERS,
    examine: (node, context) =>
      judgeImages(node, context, (use) => /^(?:[a-z]+\.)?gcr\.io\//.test(use.reference) && !isGoogles(use)),
  },
  {
    id: 'image-other-region',
    title: 'An image is pulled from another region than the work runs in',
    family: 'image',
    severity: 'low',
    because: 'It is a matter of residency, availability and cost.',
    rationale:
      'A failure or a policy of the other region stops the work, and code that was meant to stay in one place leaves it.',
    remediation: 'Keep a copy of the image in a repository of the region.',
    command:
      'gcloud artifacts repositories create NAME --repository-format=docker --location={location} --project={project}',
    references: ['https://cloud.google.com/artifact-registry/docs/repositories/repo-locations'],
    needs: ['the job specification'],
    unknown: NO_SPEC,
    subjects: IMAGE_USERS,
    examine: (node, context) => {
      const { location } = node;
      return location === undefined
        ? undefined
        : judgeImages(
            node,
            context,
            (use) => use.image.location !== undefined && !isGoogles(use) && !covers(use.image.location, location),
          );
    },
  },
  {
    id: 'image-scanning-off',
    title: 'Images of a repository are not scanned for known flaws',
    family: 'image',
    severity: 'medium',
    because: 'It opens nothing, but flaws that are open are not seen.',
    rationale:
      'Images for training carry hundreds of packages. Without scanning nobody hears of the known flaws in them.',
    remediation: 'Switch scanning on for the repository.',
    command:
      'gcloud artifacts repositories update {id} --project={project} --location={location} --allow-vulnerability-scanning',
    references: ['https://cloud.google.com/artifact-analysis/docs/enable-automatic-scanning'],
    attack: ['T1195.002'],
    needs: ['the repository’s `vulnerabilityScanningConfig`'],
    unknown: 'The repository’s document does not say whether its images are scanned, or was not collected.',
    subjects: [REPOSITORY, IMAGE],
    examine: (node, context) =>
      judgeRepository(node, context, (repository) => {
        const data = dataOf(repository);
        const path = 'vulnerabilityScanningConfig.enablementState';
        const state = textAt(data, path);
        if (state === '') {
          return textAt(data, 'vulnerabilityScanningConfig.enablementConfig') === 'DISABLED'
            ? judge([at(repository, 'vulnerabilityScanningConfig.enablementConfig', 'DISABLED')])
            : lacking(repository, 'field', path);
        }
        return judge(state.endsWith('ACTIVE') ? [] : [at(repository, path, state)]);
      }),
  },
  {
    id: 'image-public-repository',
    title: 'Everyone can read or change a repository of images',
    family: 'image',
    severity: 'high',
    because: 'Code, and what is built into it, is open to all; with a role to write it is theirs.',
    rationale: 'Images for training hold code, settings and often credentials.',
    remediation: 'Remove the public members from the repository’s policy.',
    command: WITHDRAW,
    references: [ACCESS_PAGE],
    attack: ['T1525', 'T1530'],
    needs: ['the IAM policy of the repository'],
    unknown: 'The repository’s IAM policy was not collected.',
    subjects: [REPOSITORY, IMAGE],
    examine: (node, context) =>
      judgeRepository(node, context, (repository) =>
        judgeAccess(repository, context, {
          id: 'image-public-repository',
          relations: ['CAN_READ', 'CAN_WRITE', 'CAN_ADMIN'],
          isBad: isPublic,
        }),
      ),
  },
  {
    id: 'image-writable-repository',
    title: 'Others than its owners can push to a repository that work runs from',
    family: 'image',
    severity: 'high',
    because: 'Who pushes an image runs code as the account of the work.',
    rationale: 'A whole group, a domain or an account of another project can replace the code of jobs and models.',
    remediation: 'Leave the right to push to the one account that builds images.',
    command: WITHDRAW,
    references: [ACCESS_PAGE],
    attack: ['T1525', 'T1195.002'],
    needs: ['the IAM policies of the repository and its project'],
    unknown: 'The repository’s IAM policy was not collected, so who can push to it is not known.',
    subjects: [REPOSITORY, IMAGE],
    examine: (node, context) =>
      judgeRepository(node, context, (repository) =>
        judgeAccess(repository, context, {
          id: 'image-writable-repository',
          relations: ['CAN_WRITE', 'CAN_ADMIN'],
          isBad: isOutsider,
        }),
      ),
  },
  {
    id: 'image-remote-upstream',
    title: 'A repository passes on what a public registry serves',
    family: 'image',
    severity: 'low',
    because: 'It is the recommended way to use public images, but not a review of them.',
    rationale:
      'What is asked of the repository and not there yet is fetched from the public registry, whoever published it.',
    remediation: 'Let work use a repository into which reviewed images are copied, and scan this one.',
    command: 'gcloud artifacts repositories describe {id} --project={project} --location={location}',
    references: ['https://cloud.google.com/artifact-registry/docs/repositories/remote-overview'],
    attack: ['T1195.002'],
    needs: ['the repository’s `mode`'],
    unknown: 'The repository was not collected, so whether it passes on public images is not known.',
    subjects: [REPOSITORY, IMAGE],
    examine: (node, context) =>
      judgeRepository(node, context, (repository) => {
        const data = dataOf(repository);
        if (data === undefined) {
          return lacking(repository, 'document', 'mode');
        }
        const upstream = ['dockerRepository.publicRepository', 'commonRepository.uri']
          .map((field) => `remoteRepositoryConfig.${field}`)
          .filter((path) => textAt(data, path) !== '');
        return judge(upstream.map((path) => at(repository, path, textAt(data, path))));
      }),
  },
];

const NO_USES: readonly ImageUse[] = [];

/** Without a list of allowed registries the projects of the inventory are taken for the organisation's. */
function isAllowed({ reference, image }: ImageUse, context: RuleContext): boolean {
  const { registries } = context.settings;
  return registries.length > 0
    ? registries.some((beginning) => reference.startsWith(beginning))
    : image.project !== undefined && ownProjects(context).has(image.project);
}
