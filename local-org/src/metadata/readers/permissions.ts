import type { CustomPermissionSource, PermissionSetGroupSource, PermissionSource } from '../model.js';
import type { XmlElement } from '../xml.js';

/** A permission set or profile: the elements have the same names in both. */
export function readPermissions(name: string, file: string, root: XmlElement): PermissionSource {
  return {
    name,
    label: root.text('label') ?? name,
    file,
    license: root.text('license') ?? root.text('userLicense'),
    objects: root.all('objectPermissions').map((entry) => ({
      object: entry.text('object') ?? '',
      create: entry.flag('allowCreate'),
      read: entry.flag('allowRead'),
      edit: entry.flag('allowEdit'),
      delete: entry.flag('allowDelete'),
      viewAll: entry.flag('viewAllRecords'),
      modifyAll: entry.flag('modifyAllRecords')
    })),
    fields: root.all('fieldPermissions').map((entry) => {
      const [object = '', field = ''] = (entry.text('field') ?? '').split('.');
      // Editable implies readable (Metadata API: PermissionSetFieldPermissions).
      return { object, field, readable: entry.flag('readable') || entry.flag('editable'), editable: entry.flag('editable') };
    }),
    classes: enabled(root, 'classAccesses', 'apexClass'),
    pages: enabled(root, 'pageAccesses', 'apexPage'),
    customPermissions: enabled(root, 'customPermissions', 'name'),
    userPermissions: enabled(root, 'userPermissions', 'name'),
    applications: root.all('applicationVisibilities').flatMap((entry) => (entry.flag('visible') ? (entry.text('application') ?? []) : [])),
    tabs: [...root.all('tabSettings'), ...root.all('tabVisibilities')].map((entry) => ({
      tab: entry.text('tab') ?? '',
      visible: ['Visible', 'DefaultOn', 'Available', 'DefaultOff'].includes(entry.text('visibility') ?? '')
    })),
    customTypes: [...enabled(root, 'customMetadataTypeAccesses', 'name'), ...enabled(root, 'customSettingAccesses', 'name')],
    recordTypes: root.all('recordTypeVisibilities').map((entry) => ({
      recordType: entry.text('recordType') ?? '',
      visible: entry.flag('visible'),
      isDefault: entry.flag('default')
    }))
  };
}

function enabled(root: XmlElement, tag: string, nameTag: string): string[] {
  return root.all(tag).flatMap((entry) => (entry.flag('enabled') ? (entry.text(nameTag) ?? []) : []));
}

export function readPermissionSetGroup(name: string, root: XmlElement): PermissionSetGroupSource {
  return {
    name,
    label: root.text('label') ?? name,
    permissionSets: root.texts('permissionSets'),
    mutingPermissionSets: root.texts('mutingPermissionSets')
  };
}

export function readCustomPermission(name: string, root: XmlElement): CustomPermissionSource {
  return {
    name,
    label: root.text('label') ?? name,
    requires: root.all('requiredPermission').flatMap((entry) => (entry.flag('dependency') ? (entry.text('customPermission') ?? []) : []))
  };
}
