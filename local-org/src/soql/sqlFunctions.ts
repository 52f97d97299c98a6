import { DateTime } from 'luxon';
import type { Org, SqlValue } from '../org/contracts.js';
import { DISTANCE_FUNCTION, TIME_ZONE_FUNCTION } from './expressions.js';

/** Makes the functions that SOQL has and SQLite has not known to the org's database. */
export function defineFunctions({ store }: Pick<Org, 'store'>): void {
  store.define(TIME_ZONE_FUNCTION, (millis, zone) => shift(millis, String(zone)));
  store.define(DISTANCE_FUNCTION, (fromLatitude, fromLongitude, toLatitude, toLongitude, unit) => {
    const places = [fromLatitude, fromLongitude, toLatitude, toLongitude];
    return places.includes(null) ? null : distance(places.map(Number) as [number, number, number, number], String(unit));
  });
}

const QUARTER_OF_AN_HOUR = 15 * 60_000;
/** Offsets by zone and quarter of an hour, at whose ends alone clocks are put forward or back: a query asks for each row several times. */
const offsets = new Map<string, Map<number, number>>();

function shift(millis: SqlValue, zone: string): SqlValue {
  if (millis === null) return null;
  const time = Number(millis);
  const quarter = Math.floor(time / QUARTER_OF_AN_HOUR);
  let ofZone = offsets.get(zone);
  if (!ofZone) offsets.set(zone, (ofZone = new Map<number, number>()));
  let offset = ofZone.get(quarter);
  if (offset === undefined) {
    offset = DateTime.fromMillis(time, { zone }).offset * 60_000;
    ofZone.set(quarter, offset);
  }
  return time + offset;
}

const EARTH_RADIUS = { mi: 3958.7613, km: 6371.0088 };

/** The haversine formula (SOQL and SOSL Reference, "How SOQL Calculates and Compares Distances": the platform's is approximate, too). */
function distance([fromLatitude, fromLongitude, toLatitude, toLongitude]: [number, number, number, number], unit: string): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const half = (from: number, to: number): number => Math.sin(radians(to - from) / 2) ** 2;
  const a =
    half(fromLatitude, toLatitude) + Math.cos(radians(fromLatitude)) * Math.cos(radians(toLatitude)) * half(fromLongitude, toLongitude);
  return 2 * EARTH_RADIUS[unit as 'mi' | 'km'] * Math.asin(Math.sqrt(a));
}
