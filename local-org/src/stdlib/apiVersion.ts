/** The API version of the release that the local org imitates, Summer '26. */
export const API_VERSION = '67.0';
