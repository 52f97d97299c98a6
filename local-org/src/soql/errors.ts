/** What is wrong with a query; the engine turns it into System.QueryException. `near` is the word of the query to point at. */
export class SoqlError extends Error {
  constructor(
    message: string,
    readonly near: string | null = null,
    /** Object → fields that the user may not read, for QueryException.getInaccessibleFields(). */
    readonly inaccessible: ReadonlyMap<string, ReadonlySet<string>> | null = null
  ) {
    super(message);
    this.name = 'SoqlError';
  }
}

// The platform's wording of common errors (REST API Developer Guide, "Status Codes and Error Responses"; widely quoted by its users).
const WSDL = 'Please reference your WSDL or the describe call for the appropriate names.';

export function noSuchColumn(column: string, entity: string): SoqlError {
  return new SoqlError(
    `No such column '${column}' on entity '${entity}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. ${WSDL}`,
    column
  );
}

export function noSuchObject(name: string): SoqlError {
  return new SoqlError(
    `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. ${WSDL}`,
    name
  );
}

export function noSuchParent(relationship: string): SoqlError {
  return new SoqlError(
    `Didn't understand relationship '${relationship}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${WSDL}`,
    relationship
  );
}

export function noSuchChild(relationship: string): SoqlError {
  return new SoqlError(
    `Didn't understand relationship '${relationship}' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${WSDL}`,
    relationship
  );
}

export function unexpectedToken(token: string): SoqlError {
  return new SoqlError(`unexpected token: ${token === '' ? '<EOF>' : `'${token}'`}`, token);
}
