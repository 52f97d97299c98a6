import { getIconPath } from 'lightning/iconUtils';
import PackagedIcon from 'lightning-base-components/primitiveIcon';

/** The package's icon, drawn from the design system's sprites as in an org, instead of from 20 MB of templates. */
export default class PrimitiveIcon extends PackagedIcon {
  get href(): string {
    return this.src ? super.href : getIconPath(this.iconName);
  }
}
