import type { GraphNode } from '../../graph/graph.ts';
import { at, dataOf, judge, linksTo, listAt, missing, textAt, those, timeOf } from '../facts.ts';
import { foreignHost, IMAGE_USERS, imagesOf, isGoogles, judgeRepository, IMAGE, REPOSITORY } from '../images.ts';
import { judgeImages, judgeUses } from '../images.ts';
import type { FindingEvidence } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { judgeSpecs, NOTHING, WORKLOADS } from '../workloads.ts';
import type { WorkerPool } from '../workloads.ts';

const DIGEST_PAGE = 'https://cloud.google.com/artifact-registry/docs/docker/pushing-and-pulling';
const NO_SPEC = 'The job specification was not collected, so its images are not known.';

/** Whether the code that runs is the code that was reviewed. */
export const PIN_RULES: readonly Rule[] = [
  {
    id: 'image-tag-not-digest',
    title: 'An image is named by a tag that can move',
    family: 'image',
    severity: 'medium',
    because: 'Somebody must first be able to push to the repository.',
    rationale: 'Who can move the tag decides what runs next time, and nobody can say afterwards what ran.',
    remediation: 'Name the image by its digest.',
    command: 'gcloud artifacts docker images describe {image}',
    references: [DIGEST_PAGE],
    attack: ['T1525', 'T1195.002'],
    needs: ['the job specification'],
    unknown: NO_SPEC,
    subjects: IMAGE_USERS,
    examine: (node, context) =>
      judgeImages(node, context, (use) => use.tag !== undefined && use.tag !== 'latest' && !isGoogles(use)),
  },
  {
    id: 'image-latest',
    title: 'An image is named without a version',
    family: 'image',
    severity: 'medium',
    because: 'Every push changes what runs, without anybody meaning to.',
    rationale: '`latest` names whatever was pushed last; a run can neither be repeated nor be reviewed.',
    remediation: 'Name the image by its digest.',
    command: 'gcloud artifacts docker images describe {image}',
    references: [DIGEST_PAGE],
    attack: ['T1525', 'T1195.002'],
    needs: ['the job specification'],
    unknown: NO_SPEC,
    subjects: IMAGE_USERS,
    examine: (node, context) => judgeImages(node, context, (use) => use.tag === 'latest' && !isGoogles(use)),
  },
  {
    id: 'image-prebuilt-not-pinned',
    title: 'An image that Google builds is named by a tag',
    family: 'image',
    severity: 'info',
    because: 'Google alone can move the tag, and does so for security updates.',
    rationale: 'The run cannot be repeated exactly, because the interpreter and libraries change with the tag.',
    remediation: 'Name the image by its digest where runs must be repeatable, and follow its updates.',
    command: 'gcloud artifacts docker images describe {image}',
    references: ['https://cloud.google.com/vertex-ai/docs/training/pre-built-containers'],
    needs: ['the job specification'],
    unknown: NO_SPEC,
    subjects: IMAGE_USERS,
    examine: (node, context) => judgeImages(node, context, (use) => use.tag !== undefined && isGoogles(use)),
  },
  {
    id: 'image-tag-moved',
    title: 'The tag names another image today than when the job ran',
    family: 'image',
    severity: 'high',
    because: 'What ran is unknown, and the next run is other code.',
    rationale: 'The image the tag names now was uploaded after the job was created, so the job ran something else.',
    remediation:
      'Find the image that ran in the registry’s log, compare the two, and name images by digest from now on.',
    command: 'gcloud artifacts docker images list {repository} --include-tags',
    references: [DIGEST_PAGE],
    attack: ['T1525'],
    needs: ['the image’s `uploadTime`', 'the job’s `createTime`'],
    unknown: 'The image was not collected, so whether the tag moved since the run is not known.',
    subjects: WORKLOADS,
    examine: (node, context) => {
      const data = dataOf(node);
      const began = timeOf(textAt(data, 'startTime')) ?? timeOf(textAt(data, 'createTime'));
      const images = imagesOf(node, context);
      if (images === undefined || began === undefined) {
        return undefined;
      }
      const uses = those(images, (use) => use.tag !== undefined && foreignHost(use) === '' && !isGoogles(use));
      const moved = those(uses, ({ image }) => (timeOf(textAt(dataOf(image), 'uploadTime')) ?? 0) > began);
      const unread = those(
        uses,
        ({ image }) => image.state !== 'unresolved' && timeOf(textAt(dataOf(image), 'uploadTime')) === undefined,
      ).map(({ image }) => missing(image, 'document', 'uploadTime'));
      if (moved.length === 0) {
        return judge([], { missing: unread });
      }
      const verdict = judgeUses(moved);
      return judge(
        [
          ...verdict.evidence,
          ...new Map(
            moved.map(({ image }) => [image.id, at(image, 'uploadTime', textAt(dataOf(image), 'uploadTime'))]),
          ).values(),
        ],
        { ...verdict, missing: unread },
      );
    },
  },
  {
    id: 'image-tags-can-move',
    title: 'Tags of a repository from which work is run by tag can move',
    family: 'image',
    severity: 'low',
    because: 'It makes other flaws usable and is none by itself.',
    rationale: 'A repository with immutable tags guarantees that a tag names the same image for ever.',
    remediation: 'Make the tags of the repository immutable.',
    command: 'gcloud artifacts repositories update {id} --project={project} --location={location} --immutable-tags',
    references: ['https://cloud.google.com/artifact-registry/docs/repositories/create-repos'],
    attack: ['T1525'],
    needs: ['the repository’s `dockerConfig`'],
    unknown: 'The repository was not collected, so whether its tags can move is not known.',
    subjects: [REPOSITORY, IMAGE],
    examine: (node, context) =>
      judgeRepository(node, context, (repository) => {
        const data = dataOf(repository);
        const users = linksTo(context, repository, 'PART_OF')
          .flatMap(({ from }) => linksTo(context, { id: from }, 'PULLS_IMAGE', 'SERVES_IMAGE'))
          .filter(({ evidence }) => evidence.some(({ facts }) => facts?.['digest'] === undefined));
        if (users.length === 0 || data === undefined) {
          return users.length === 0
            ? undefined
            : { evidence: [], missing: [missing(repository, 'document', 'dockerConfig')] };
        }
        return textAt(data, 'dockerConfig.immutableTags') === 'true'
          ? judge([])
          : judge([at(repository, 'dockerConfig.immutableTags', textAt(data, 'dockerConfig.immutableTags'))], {
              nodes: users.map(({ to }) => to),
              edges: users,
            });
      }),
  },
  {
    id: 'image-installs-at-start',
    title: 'The job fetches code when it starts',
    family: 'image',
    severity: 'medium',
    because: 'Somebody must control the source or the way to it, but the digest of the image no longer says what runs.',
    rationale:
      'Packages, repositories and scripts that are fetched at the start run with the account of the job and are not pinned by the image.',
    remediation: 'Build what the job needs into the image, pinned by hash.',
    command: 'gcloud builds submit --tag=IMAGE',
    references: [
      'https://cloud.google.com/vertex-ai/docs/training/create-custom-container',
      'https://cloud.google.com/software-supply-chain-security/docs/dependencies',
    ],
    attack: ['T1195.001'],
    needs: ['the job specification'],
    unknown: 'The job specification was not collected, so what it runs at the start is not known.',
    subjects: WORKLOADS,
    examine: (node, context) =>
      judgeSpecs(node, context, ({ pools }) => pools.flatMap((pool) => fetchedBy(pool, node))),
  },
];

/** The words of a worker pool that fetch code. */
function fetchedBy({ path, data }: WorkerPool, node: GraphNode): readonly FindingEvidence[] {
  let found: FindingEvidence[] | undefined;
  for (const list of ['containerSpec.command', 'containerSpec.args']) {
    const words = listAt(data, list);
    for (let index = 0; index < words.length; index += 1) {
      const text = words[index];
      if (typeof text === 'string' && fetchesCode(text)) {
        found ??= [];
        found.push(at(node, `${path}.${list}[${index}]`, text));
      }
    }
  }
  return found ?? NOTHING;
}

/** All that fetches code has several words, or a pipe; most arguments are one word. */
function fetchesCode(text: string): boolean {
  return /[ |]/.test(text) && FETCHES_CODE.test(text);
}

/** Installers without hashes, clones of repositories, and scripts piped into a shell. */
const FETCHES_CODE =
  /\bpip3? install\b(?![^&|;]{0,500}--require-hashes)|\b(?:conda|mamba|npm|apt|apt-get) install\b|\bgit clone\b|\b(?:curl|wget)\b[^|\n]{1,500}\|\s{0,5}(?:sudo )?(?:ba|z)?sh\b/;
