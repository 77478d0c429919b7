import { defineKind } from './kind.ts';

/** Cloud KMS CryptoKey. */
export const cryptoKey = defineKind({
  id: 'gcp-cloud-kms-crypto-key',
  title: 'KMS key',
  plural: 'KMS keys',
  words: ['key'],
  description:
    'A customer-managed encryption key in Cloud KMS, with its versions, its rotation and its protection level.',
  reference: 'https://cloud.google.com/kms/docs/reference/rest/v1/projects.locations.keyRings.cryptoKeys',
  service: 'cloudkms.googleapis.com',
  collection: 'cryptoKeys',
  assetTypes: ['cloudkms.googleapis.com/CryptoKey'],
  names: [
    '//cloudkms.googleapis.com/projects/{project}/locations/{location}/keyRings/{keyRing}/cryptoKeys/{id}[/cryptoKeyVersions/{version}]',
  ],
  nameFields: [{ path: 'name' }],
  searchWord: 'kms',
  signatures: [
    ['purpose', 'versionTemplate'],
    ['purpose', 'primary'],
    ['nextRotationTime', 'rotationPeriod', 'purpose'],
  ],
  permissions: {
    get: 'cloudkms.cryptoKeys.get',
    list: 'cloudkms.cryptoKeys.list',
    policy: 'cloudkms.cryptoKeys.getIamPolicy',
    role: 'roles/cloudkms.viewer',
    policyRole: 'roles/iam.securityReviewer',
  },
  api: {
    get: { path: 'v1/{name}' },
    policy: { verb: 'GET', path: 'v1/{name}:getIamPolicy', query: { 'options.requestedPolicyVersion': '3' } },
    parts: [
      {
        path: 'v1/{name}/cryptoKeyVersions',
        key: 'cryptoKeyVersions',
        permission: 'cloudkms.cryptoKeyVersions.list',
        as: { field: 'cryptoKeyVersions' },
      },
    ],
  },
  titleFields: [],
  stateField: 'primary.state',
  labelsField: 'labels',
  times: { created: 'createTime' },
  facts: [
    { path: 'purpose', label: 'Purpose', group: 'encryption', format: 'enum' },
    { path: 'versionTemplate.protectionLevel', label: 'Protection level', group: 'encryption', format: 'enum' },
    { path: 'versionTemplate.algorithm', label: 'Algorithm', group: 'encryption', format: 'enum' },
    { path: 'primary.name', label: 'Primary version', group: 'encryption' },
    { path: 'primary.state', label: 'State of the primary version', group: 'encryption', format: 'enum' },
    {
      path: 'primary.protectionLevel',
      label: 'Protection of the primary version',
      group: 'encryption',
      format: 'enum',
    },
    {
      path: 'rotationPeriod',
      label: 'Rotation period',
      group: 'encryption',
      format: 'duration',
      brief: { absent: 'none: it is not rotated by itself' },
    },
    { path: 'destroyScheduledDuration', label: 'Waits before destruction', group: 'encryption', format: 'duration' },
    { path: 'importOnly', label: 'Imported keys only', group: 'encryption', format: 'flag' },
    { path: 'cryptoKeyBackend', label: 'External backend', group: 'encryption' },
    {
      path: 'keyAccessJustificationsPolicy.allowedAccessReasons[]',
      label: 'Allowed access reasons',
      group: 'encryption',
      format: 'enum',
    },
    { path: 'createTime', label: 'Created', group: 'times', format: 'time' },
    { path: 'primary.createTime', label: 'Primary version created', group: 'times', format: 'time' },
    { path: 'nextRotationTime', label: 'Next rotation', group: 'times', format: 'time', brief: true },
    { path: 'primary.destroyTime', label: 'Destruction scheduled for', group: 'times', format: 'time' },
    { path: 'primary.destroyEventTime', label: 'Destroyed', group: 'times', format: 'time' },
  ],
  links: [
    {
      path: 'name',
      to: 'gcp-cloud-kms-key-ring',
      parser: 'parent-name',
      relation: 'PART_OF',
      flow: 'none',
      why: 'Roles granted on the key ring hold for every key in it.',
    },
  ],
  access: [
    {
      relation: 'CAN_DECRYPT',
      permissions: ['cloudkms.cryptoKeyVersions.useToDecrypt', 'cloudkms.cryptoKeyVersions.useToDecryptViaDelegation'],
    },
    {
      relation: 'CAN_ENCRYPT',
      permissions: ['cloudkms.cryptoKeyVersions.useToEncrypt', 'cloudkms.cryptoKeyVersions.useToEncryptViaDelegation'],
    },
    {
      relation: 'CAN_ADMIN',
      permissions: [
        'cloudkms.cryptoKeys.setIamPolicy',
        'cloudkms.cryptoKeys.update',
        'cloudkms.cryptoKeyVersions.destroy',
        'cloudkms.cryptoKeyVersions.update',
      ],
    },
  ],
  policyParent: '//cloudkms.googleapis.com/projects/{project}/locations/{location}/keyRings/{keyRing}',
  plainText: [
    // A version of this very key.
    'primary.name',
    'cryptoKeyVersions[].**',
    'primary.importJob',
    'primary.attestation.**',
    'primary.externalProtectionLevelOptions.**',
    'primary.importFailureReason',
    'primary.generationFailureReason',
    'primary.externalDestructionFailureReason',
    // An external key manager's connection or a single-tenant HSM, which are not kinds of this product.
    'cryptoKeyBackend',
    'labels.*',
  ],
  maps: ['labels'],
  secrets: [],
  commands: {
    withdraw:
      'gcloud kms keys remove-iam-policy-binding {id} --keyring={keyRing} --location={location} --project={project}',
  },
  column: 'guard',
  appearance: { glyph: 'key', shape: 'diamond', hue: 'yellow' },
  consoleUrl: 'https://console.cloud.google.com/security/kms/key/manage/{location}/{keyRing}/{id}?project={project}',
});
