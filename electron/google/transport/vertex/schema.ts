/**
 * A field of a message as far as its JSON depends on it: https://protobuf.dev/programming-guides/json/
 */
export interface FieldSchema {
  readonly type:
    | 'string'
    | 'bool'
    /** 32-bit integers and doubles. */
    | 'number'
    /** 32-bit floating point: its JSON has no more digits than it takes. */
    | 'float'
    /** 64-bit integers: text in JSON. */
    | 'integer-text'
    | 'bytes'
    | 'enum'
    | 'message'
    | 'timestamp'
    | 'duration'
    | 'struct'
    | 'value'
    | 'list-value'
    | 'field-mask'
    | 'any';
  /** Name of an enum's value 0. */
  readonly zero?: string;
  /** Key of a message's own schema. */
  readonly message?: string;
  readonly repeated?: 'list' | 'map';
  /** Whether a field that was set to its default is told from one that was not set. */
  readonly presence?: boolean;
}

/** Fields by name, in the order of the message's declaration. */
export type MessageSchema = Readonly<Record<string, FieldSchema>>;

/** Messages by name, without the package for those of `google.cloud.aiplatform.v1`. */
export type VertexSchema = Readonly<Record<string, MessageSchema>>;
