/** What the server tells the page when it opens: shared by the server, which fills it, and the browser code, which draws from it. Types only. */

export interface Bootstrap {
  readonly user: UserSummary;
  /** Who the page can be viewed as. */
  readonly users: readonly UserSummary[];
  readonly i18n: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly customPermissions: readonly string[];
  readonly userPermissions: readonly string[];
  /** URL by the static resource's name. */
  readonly resources: Readonly<Record<string, string>>;
  readonly apps: readonly AppModel[];
  /** By tab name. */
  readonly tabs: Readonly<Record<string, TabModel>>;
  /** FlexiPages by name. */
  readonly pages: Readonly<Record<string, PageModel>>;
  /** By API name: what links, lists and headers need of an object. */
  readonly objects: Readonly<Record<string, ObjectModel>>;
  /** The project's Lightning web components by name. */
  readonly components: Readonly<Record<string, ComponentModel>>;
  readonly quickActions: readonly QuickActionModel[];
}

export interface UserSummary {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  /** Profile and the like: how to tell users apart. */
  readonly detail: string;
}

export interface AppModel {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  /** Names of tabs, in order, those that the user can open. */
  readonly tabs: readonly string[];
  readonly color: string | null;
  /** FlexiPage by object, where this app overrides the record page. */
  readonly recordPages: Readonly<Record<string, string>>;
  readonly homePage: string | null;
}

export type TabTarget =
  | { readonly kind: 'object'; readonly object: string }
  | { readonly kind: 'page'; readonly page: string }
  | { readonly kind: 'component'; readonly component: string }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'home' }
  | { readonly kind: 'unsupported'; readonly reason: string };

export interface TabModel {
  readonly name: string;
  readonly label: string;
  readonly icon: string;
  readonly target: TabTarget;
}

export interface PageModel {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly object: string | null;
  readonly template: string;
  readonly regions: readonly RegionModel[];
}

export interface RegionModel {
  readonly name: string;
  /** Facets are drawn by the item that names them (a tab, a section), not by the template. */
  readonly facet: boolean;
  readonly items: readonly ItemModel[];
}

export interface ItemModel {
  readonly key: string;
  /** `c:campaignDashboard`, `force:detailPanel`; null for a field. */
  readonly component: string | null;
  readonly field: string | null;
  readonly properties: Readonly<Record<string, string>>;
  readonly visibility: VisibilityModel | null;
}

export interface VisibilityModel {
  /** `1 AND (2 OR 3)`; null: all of them. */
  readonly filter: string | null;
  readonly criteria: readonly { readonly left: string; readonly operator: string; readonly right: string }[];
}

export interface ObjectModel {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string | null;
  readonly icon: string;
  readonly nameField: string;
  /** FlexiPage of type RecordPage that is not bound to an app. */
  readonly recordPage: string | null;
}

export interface ComponentModel {
  readonly label: string;
  readonly exposed: boolean;
  readonly targets: readonly string[];
  /** Design properties: Lightning App Builder stores every value as text. */
  readonly properties: Readonly<Record<string, { readonly type: string; readonly default: string | null }>>;
}

export interface QuickActionModel {
  /** `Campaign.Update_Statuses` */
  readonly name: string;
  readonly object: string | null;
  readonly label: string;
  readonly component: string;
  /** A headless action is invoked; the others open in a modal. */
  readonly headless: boolean;
}

// ---------------------------------------------------------------- answers of the local org's own endpoints

export interface FieldModel {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly required: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly length: number;
  readonly scale: number;
  readonly helpText: string | null;
  readonly referenceTo: readonly string[];
  readonly relationshipName: string | null;
  readonly picklist: readonly { readonly value: string; readonly label: string }[] | null;
  /** The name field of what is referenced. */
  readonly referenceName: string | null;
}

export interface ReportFolderModel {
  readonly label: string;
  readonly reports: readonly {
    readonly id: string;
    readonly label: string;
    readonly description: string | null;
    readonly format: string;
  }[];
}

/** A report with its rows: see reports/view.ts. */
export interface ReportModel {
  readonly id: string;
  readonly label: string;
  readonly description: string | null;
  readonly format: string;
  readonly folder: string;
  readonly typeLabel: string;
  readonly totals: readonly { readonly label: string; readonly text: string }[];
  readonly heads: readonly { readonly label: string; readonly number: boolean }[];
  readonly rows: readonly {
    readonly kind: 'group' | 'row' | 'total';
    readonly level: number;
    readonly cells: readonly { readonly text: string; readonly recordId: string | null }[];
  }[];
  readonly cut: boolean;
  readonly hidden: readonly string[];
}

export interface LayoutModel {
  readonly object: string;
  /** Every field that the user can read. */
  readonly fields: readonly FieldModel[];
  /** Of the header. */
  readonly compactFields: readonly FieldModel[];
  readonly sections: readonly { readonly label: string; readonly columns: readonly (readonly FieldModel[])[] }[];
  readonly relatedLists: readonly RelatedListModel[];
  /** The picklist that the path shows, with its values in order. */
  readonly path: { readonly field: string; readonly values: readonly { readonly value: string; readonly label: string }[] } | null;
  readonly rights: { readonly create: boolean; readonly edit: boolean; readonly delete: boolean };
}

export interface RelatedListModel {
  /** Child relationship name. */
  readonly name: string;
  readonly label: string;
  readonly object: string;
  readonly field: string;
  readonly columns: readonly FieldModel[];
}

export interface ListModel {
  readonly columns: readonly FieldModel[];
  readonly rows: readonly ListRow[];
  readonly total: number;
  readonly sort: string;
  readonly direction: 'asc' | 'desc';
}

export interface ListRow {
  readonly id: string;
  /** By field: the value, its text, and the record that a reference leads to. */
  readonly cells: Readonly<Record<string, { readonly value: unknown; readonly text: string | null; readonly recordId: string | null }>>;
}
