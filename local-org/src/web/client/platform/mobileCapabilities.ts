/** Functions of the Salesforce mobile app's device; in a browser they say that they are not available, as on the platform. */
const unavailable = Object.freeze({ isAvailable: () => false });

export const getAppReviewService = (): typeof unavailable => unavailable;
export const getBarcodeScanner = (): typeof unavailable => unavailable;
export const getBiometricsService = (): typeof unavailable => unavailable;
export const getCalendarService = (): typeof unavailable => unavailable;
export const getContactsService = (): typeof unavailable => unavailable;
export const getDocumentScanner = (): typeof unavailable => unavailable;
export const getGeofencingService = (): typeof unavailable => unavailable;
export const getLocationService = (): typeof unavailable => unavailable;
export const getNfcService = (): typeof unavailable => unavailable;
export const getPaymentsService = (): typeof unavailable => unavailable;
