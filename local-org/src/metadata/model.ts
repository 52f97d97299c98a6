/** What a project's source tree holds, read once by `loadProject`; nothing here is interpreted yet. */
import type { XmlElement } from './xml.js';

export interface ApexSource {
  /** Path as it is shown in messages: relative to the project directory. */
  readonly file: string;
  /** Name by the file: `Foo` of Foo.cls. */
  readonly name: string;
  readonly source: string;
  readonly apiVersion: number;
  readonly kind: 'class' | 'trigger';
  /** Triggers may be Inactive. */
  readonly active: boolean;
}

/** One custom object, or what the project adds to a standard one. Fields keep their metadata element, interpreted by schema/. */
export interface ObjectSource {
  /** API name, also of standard objects: `Invoice__c`, `Campaign`, `Feature__mdt`. */
  readonly name: string;
  readonly file: string;
  /** The CustomObject element itself; null when the project only has parts (fields, record types …) of it. */
  readonly definition: XmlElement | null;
  readonly fields: readonly ObjectPart[];
  readonly recordTypes: readonly ObjectPart[];
  readonly fieldSets: readonly ObjectPart[];
  readonly validationRules: readonly ObjectPart[];
}

/** A field, record type, field set or validation rule: its name and its metadata. */
export interface ObjectPart {
  readonly name: string;
  readonly file: string;
  readonly element: XmlElement;
}

export interface CustomMetadataRecord {
  readonly file: string;
  /** `Feature__mdt` */
  readonly object: string;
  readonly developerName: string;
  readonly label: string;
  readonly protected: boolean;
  /** By field name; null is an empty value, an `xsi:type` is kept because it tells numbers from texts. */
  readonly values: ReadonlyMap<string, { readonly type: string; readonly text: string | null }>;
}

export interface CustomLabel {
  readonly name: string;
  readonly value: string;
  readonly language: string;
  readonly categories: string | null;
  readonly shortDescription: string | null;
  /** By language code. */
  readonly translations: ReadonlyMap<string, string>;
}

export interface ObjectPermission {
  readonly object: string;
  readonly create: boolean;
  readonly read: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
  readonly viewAll: boolean;
  readonly modifyAll: boolean;
}

export interface FieldPermission {
  readonly object: string;
  readonly field: string;
  readonly readable: boolean;
  readonly editable: boolean;
}

/** A permission set or a profile: the same grants. */
export interface PermissionSource {
  readonly name: string;
  readonly label: string;
  readonly file: string;
  readonly license: string | null;
  readonly objects: readonly ObjectPermission[];
  readonly fields: readonly FieldPermission[];
  readonly classes: readonly string[];
  readonly pages: readonly string[];
  readonly customPermissions: readonly string[];
  readonly userPermissions: readonly string[];
  readonly applications: readonly string[];
  readonly tabs: readonly { readonly tab: string; readonly visible: boolean }[];
  /** Custom metadata types and custom settings that may be read. */
  readonly customTypes: readonly string[];
  readonly recordTypes: readonly { readonly recordType: string; readonly visible: boolean; readonly isDefault: boolean }[];
}

export interface PermissionSetGroupSource {
  readonly name: string;
  readonly label: string;
  readonly permissionSets: readonly string[];
  readonly mutingPermissionSets: readonly string[];
}

export interface CustomPermissionSource {
  readonly name: string;
  readonly label: string;
  readonly requires: readonly string[];
}

export interface FlexiPage {
  readonly name: string;
  readonly label: string;
  readonly file: string;
  /** AppPage, HomePage, RecordPage, UtilityBar, … */
  readonly type: string;
  readonly object: string | null;
  readonly template: string;
  readonly regions: readonly FlexiPageRegion[];
}

export interface FlexiPageRegion {
  readonly name: string;
  /** Region, Facet or Background. */
  readonly type: string;
  readonly items: readonly FlexiPageItem[];
}

export interface FlexiPageItem {
  /** `c:campaignDashboard`, `force:detailPanel`; null for a field instance. */
  readonly component: string | null;
  /** `Record.Name` of a field instance. */
  readonly field: string | null;
  readonly identifier: string | null;
  readonly properties: ReadonlyMap<string, string>;
  readonly visibilityRule: XmlElement | null;
}

export interface TabSource {
  /** Also the object's API name, when it is an object's tab. */
  readonly name: string;
  readonly label: string;
  readonly motif: string | null;
  readonly target:
    | { readonly kind: 'object'; readonly object: string }
    | { readonly kind: 'flexiPage'; readonly page: string }
    | { readonly kind: 'lwc'; readonly component: string }
    | { readonly kind: 'aura'; readonly component: string }
    | { readonly kind: 'page'; readonly page: string }
    | { readonly kind: 'url'; readonly url: string };
}

export interface ApplicationSource {
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  readonly navType: string | null;
  readonly uiType: string | null;
  readonly tabs: readonly string[];
  readonly utilityBar: string | null;
  readonly headerColor: string | null;
  readonly logo: string | null;
  /** App-specific record and home pages: `content` names a FlexiPage. */
  readonly actionOverrides: readonly {
    readonly action: string;
    readonly object: string | null;
    readonly content: string;
    readonly formFactor: string | null;
  }[];
}

export interface StaticResourceSource {
  readonly name: string;
  readonly contentType: string;
  readonly cacheControl: string;
  readonly description: string | null;
  /** Absolute path of the file, or of the directory of an unpacked archive. */
  readonly path: string;
  readonly kind: 'file' | 'archive' | 'directory';
}

export interface ContentAssetSource extends NamedSource {
  /** Absolute path of the file. */
  readonly path: string;
}

export interface MessageChannelSource {
  readonly name: string;
  readonly label: string;
  readonly exposed: boolean;
  readonly fields: readonly string[];
}

export interface LwcBundle {
  readonly name: string;
  /** Absolute path. */
  readonly directory: string;
  readonly apiVersion: number;
  readonly exposed: boolean;
  readonly label: string | null;
  readonly targets: readonly string[];
  readonly targetConfigs: readonly LwcTargetConfig[];
  /** True when the bundle has no .js-meta.xml: it can't be deployed, but a service module may be imported. */
  readonly metaMissing: boolean;
}

export interface LwcTargetConfig {
  readonly targets: readonly string[];
  readonly objects: readonly string[];
  readonly actionType: string | null;
  readonly properties: readonly {
    readonly name: string;
    readonly type: string;
    readonly label: string | null;
    readonly default: string | null;
    readonly required: boolean;
    readonly datasource: string | null;
    readonly role: string | null;
  }[];
}

export interface QuickActionSource {
  /** `Campaign.Edit_Responses`; a global action has no object. */
  readonly name: string;
  readonly object: string | null;
  readonly label: string;
  readonly type: string;
  readonly lwc: string | null;
  readonly targetObject: string | null;
}

export interface QueueSource {
  readonly name: string;
  readonly label: string;
  readonly objects: readonly string[];
  readonly email: string | null;
}

/** How a subscriber of platform events gets them (Metadata API Developer Guide, PlatformEventSubscriberConfig). */
export interface EventSubscriberSource {
  readonly name: string;
  /** The Apex trigger. */
  readonly consumer: string;
  /** The most events that it gets at once, from 1 to 2,000. */
  readonly batchSize: number | null;
}

/** Things known by name only. */
export interface NamedSource {
  readonly name: string;
  readonly label: string;
}

export interface NamedCredentialSource extends NamedSource {
  readonly endpoint: string | null;
}

export interface RemoteSiteSource extends NamedSource {
  readonly url: string;
  readonly active: boolean;
}

export interface RoleSource extends NamedSource {
  readonly parent: string | null;
}

export interface ValueSetSource {
  /** Global value sets by API name; standard ones by theirs (`LeadStatus`, `CampaignType`). */
  readonly name: string;
  readonly file: string;
  readonly element: XmlElement;
}

/** A report, and a dashboard: in a folder, which their full name begins with. */
export interface ReportSource {
  readonly name: string;
  readonly folder: string;
  readonly file: string;
  readonly element: XmlElement;
}

export interface ReportTypeSource {
  readonly name: string;
  readonly file: string;
  readonly element: XmlElement;
}

export interface ReportFolderSource extends NamedSource {
  readonly kind: 'Report' | 'Dashboard';
}

export interface ProjectMetadata {
  /** Absolute path. */
  readonly directory: string;
  readonly name: string;
  readonly namespace: string | null;
  readonly sourceApiVersion: number;
  readonly packageDirectories: readonly string[];
  readonly apex: readonly ApexSource[];
  readonly objects: readonly ObjectSource[];
  readonly customMetadata: readonly CustomMetadataRecord[];
  readonly labels: readonly CustomLabel[];
  readonly permissionSets: readonly PermissionSource[];
  readonly permissionSetGroups: readonly PermissionSetGroupSource[];
  readonly profiles: readonly PermissionSource[];
  readonly customPermissions: readonly CustomPermissionSource[];
  readonly flexiPages: readonly FlexiPage[];
  readonly tabs: readonly TabSource[];
  readonly applications: readonly ApplicationSource[];
  readonly staticResources: readonly StaticResourceSource[];
  readonly contentAssets: readonly ContentAssetSource[];
  readonly messageChannels: readonly MessageChannelSource[];
  readonly lwc: readonly LwcBundle[];
  readonly quickActions: readonly QuickActionSource[];
  readonly queues: readonly QueueSource[];
  readonly groups: readonly NamedSource[];
  readonly roles: readonly RoleSource[];
  readonly globalValueSets: readonly ValueSetSource[];
  readonly standardValueSets: readonly ValueSetSource[];
  readonly remoteSites: readonly RemoteSiteSource[];
  readonly namedCredentials: readonly NamedCredentialSource[];
  /** Visualforce pages, Aura bundles and flows: names only, nothing here runs them. */
  readonly pages: readonly NamedSource[];
  readonly aura: readonly NamedSource[];
  readonly flows: readonly NamedSource[];
  readonly eventSubscribers: readonly EventSubscriberSource[];
  readonly reports: readonly ReportSource[];
  readonly dashboards: readonly ReportSource[];
  readonly reportTypes: readonly ReportTypeSource[];
  readonly reportFolders: readonly ReportFolderSource[];
  /** Metadata in the tree that the local org does not use: kind (the file's suffix) and how many. */
  readonly ignored: ReadonlyMap<string, number>;
}
