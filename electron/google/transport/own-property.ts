/** Sets a property as JSON.parse does: `__proto__` too is a name like any other. */
export function setOwn<Value>(target: Record<string, Value>, name: string, value: Value): void {
  if (name === '__proto__') {
    Object.defineProperty(target, name, { value, configurable: true, enumerable: true, writable: true });
  } else {
    target[name] = value;
  }
}
