import { ApexType } from './apexType.js';

type Resolver = (name: string) => ApexType | undefined;

let resolver: Resolver = () => undefined;
const resolved = new Map<string, ApexType>();
const placeholders = new Map<string, ApexType>();

/** Installed by the stdlib registry: answers the type of a built-in class by its canonical name. */
export function setBuiltinTypeResolver(resolve: Resolver): void {
  resolver = resolve;
  resolved.clear();
}

/** The type of a built-in class. Before a registry is installed (unit tests of values alone) it is a bare type of that name. */
export function builtinType(name: string): ApexType {
  const known = resolved.get(name);
  if (known) return known;
  const found = resolver(name);
  if (found) {
    resolved.set(name, found);
    return found;
  }
  let placeholder = placeholders.get(name);
  if (!placeholder) placeholders.set(name, (placeholder = new ApexType('class', name)));
  return placeholder;
}
