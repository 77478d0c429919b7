import type * as gax from 'google-gax';

export type GaxModule = typeof gax;
export type ClientOptions = gax.ClientOptions;

type Packages = ReturnType<InstanceType<GaxModule['GrpcClient']>['loadProtoJSON']>;
type Root = ReturnType<GaxModule['protobufFromJSON']>;

/** Description of a protocol: what a package's `protos.json` holds. */
interface Description {
  readonly nested?: Readonly<Record<string, Description>>;
}

/** The beta version of the API: more than half of the description, and never called. */
const LEFT_OUT = ['google', 'cloud', 'aiplatform', 'v1beta1'];

/**
 * The runtime of the official clients with one change: the protocol's description is read once. Otherwise each client reads
 * and hashes its megabytes twice in its constructor, which with a client for each region and service takes many seconds
 * (https://github.com/googleapis/gax-nodejs/issues/1690).
 */
export function shareProtocol(runtime: GaxModule): GaxModule {
  const trimmed = memoise((description: Description) => without(description, LEFT_OUT));
  const rootOf = memoise((description: Description): Root => runtime.protobufFromJSON(trimmed(description), true));
  const loaders = new WeakMap<object, Packages>();

  class SharedGrpcClient extends runtime.GrpcClient {
    override loadProtoJSON(description: Description): Packages {
      const packages = loaders.get(description) ?? super.loadProtoJSON(trimmed(description), true);
      loaders.set(description, packages);
      return packages;
    }
  }

  return { ...runtime, GrpcClient: SharedGrpcClient, protobufFromJSON: rootOf };
}

function memoise<Value>(make: (description: Description) => Value): (description: Description) => Value {
  const made = new WeakMap<object, Value>();
  return (description) => {
    const value = made.get(description) ?? make(description);
    made.set(description, value);
    return value;
  };
}

/** A description without the namespace of a path. */
function without(description: Description, [name = '', ...rest]: readonly string[]): Description {
  const { [name]: inner, ...others } = description.nested ?? {};
  if (inner === undefined) {
    return description;
  }
  return { ...description, nested: rest.length === 0 ? others : { ...others, [name]: without(inner, rest) } };
}
