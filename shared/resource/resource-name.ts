/** Full resource name: `//service/path`. Branded: only this file makes one. */
export type ResourceName = string & { readonly __resourceName: unique symbol };
