import { argument, type ApexDate, BuiltinObject, raise, unsupported } from '../values/index.js';
import { builtin } from './declare.js';

/** Apex Reference: "Version Class", "InstallHandler Interface", "UninstallHandler Interface", package features of "FeatureManagement Class". */

class Version extends BuiltinObject {
  constructor(
    readonly major: number,
    readonly minor: number,
    readonly patch: number | null
  ) {
    super('Version');
  }

  compareTo$1(other: unknown): number {
    const version = argument(other as Version | null);
    return (
      this.major - version.major ||
      this.minor - version.minor ||
      (this.patch === null || version.patch === null ? 0 : this.patch - version.patch)
    );
  }

  toString$0(): string {
    return this.patch === null ? `${this.major}.${this.minor}` : `${this.major}.${this.minor}.${this.patch}`;
  }
}

/** The project is no installed package, so it has no package features. */
const noFeature = (name: string): never => raise('NoDataFoundException', `There is no feature parameter ${name}.`);

export const declarations = [
  builtin('class Version implements Comparable', {
    'Version(Integer major, Integer minor)': (major: number, minor: number) => new Version(major, minor, null),
    'Version(Integer major, Integer minor, Integer patch)': (major: number, minor: number, patch: number) =>
      new Version(major, minor, patch),
    'Integer major()': (self: Version) => self.major,
    'Integer minor()': (self: Version) => self.minor,
    'Integer patch()': (self: Version) => self.patch,
    'Integer compareTo(Object version)': (self: Version, other: unknown) => self.compareTo$1(other),
    'String toString()': (self: Version) => self.toString$0()
  }),
  builtin('interface InstallHandler', { 'void onInstall(InstallContext context)': null }),
  builtin('interface InstallContext', {
    'Id installerId()': null,
    'Boolean isPush()': null,
    'Boolean isUpgrade()': null,
    'Id organizationId()': null,
    'Version previousVersion()': null
  }),
  builtin('interface UninstallHandler', { 'void onUninstall(UninstallContext context)': null }),
  builtin('interface UninstallContext', { 'Id organizationId()': null, 'Id uninstallerId()': null }),
  builtin('class System', { 'static Version requestVersion()': () => unsupported('System.requestVersion (managed packages)') }),
  builtin('class FeatureManagement', {
    'static Boolean checkPackageBooleanValue(String apiName)': noFeature,
    'static Date checkPackageDateValue(String apiName)': noFeature,
    'static Integer checkPackageIntegerValue(String apiName)': noFeature,
    'static void setPackageBooleanValue(String apiName, Boolean value)': (name: string, _value: boolean) => noFeature(name),
    'static void setPackageDateValue(String apiName, Date value)': (name: string, _value: ApexDate) => noFeature(name),
    'static void setPackageIntegerValue(String apiName, Integer value)': (name: string, _value: number) => noFeature(name)
  })
];
