import * as accessLevel from './accessLevel.js';
import * as assert from './assert.js';
import * as async from './async.js';
import * as cache from './cache.js';
import * as crypto from './crypto.js';
import * as databaseDml from './databaseDml.js';
import * as databaseQuery from './databaseQuery.js';
import * as date from './date.js';
import * as datetime from './datetime.js';
import type { BuiltinDeclaration } from './declare.js';
import * as dmlOptions from './dmlOptions.js';
import * as dmlResults from './dmlResults.js';
import * as dom from './dom.js';
import * as exceptions from './exceptions.js';
import * as http from './http.js';
import * as interfaces from './interfaces.js';
import * as json from './json.js';
import * as jsonGenerator from './jsonGenerator.js';
import * as jsonParser from './jsonParser.js';
import * as leadConvert from './leadConvert.js';
import * as limits from './limits.js';
import * as list from './list.js';
import * as map from './map.js';
import * as math from './math.js';
import * as messaging from './messaging.js';
import * as numbers from './numbers.js';
import * as packages from './packages.js';
import * as pattern from './pattern.js';
import * as primitives from './primitives.js';
import * as rest from './rest.js';
import * as schema from './schema.js';
import * as set from './set.js';
import * as sites from './sites.js';
import * as statusCodes from './statusCodes.js';
import * as string from './string.js';
import * as stringEdit from './stringEdit.js';
import * as stringEscape from './stringEscape.js';
import * as stringSearch from './stringSearch.js';
import * as system from './system.js';
import * as test from './test.js';
import * as time from './time.js';
import * as type from './type.js';
import * as url from './url.js';
import * as userInfo from './userInfo.js';
import * as visualEditor from './visualEditor.js';
import * as visualforce from './visualforce.js';
import * as webService from './webService.js';

/** Every built-in declaration there is. A function, so that these modules may be loaded in any order. */
export function allDeclarations(): BuiltinDeclaration[] {
  const modules: readonly { readonly declarations: readonly BuiltinDeclaration[] }[] = [
    accessLevel,
    assert,
    async,
    cache,
    crypto,
    databaseDml,
    databaseQuery,
    date,
    datetime,
    dmlOptions,
    dmlResults,
    dom,
    exceptions,
    http,
    interfaces,
    json,
    jsonGenerator,
    jsonParser,
    leadConvert,
    limits,
    list,
    map,
    math,
    messaging,
    numbers,
    packages,
    pattern,
    primitives,
    rest,
    schema,
    set,
    sites,
    statusCodes,
    string,
    stringEdit,
    stringEscape,
    stringSearch,
    system,
    test,
    time,
    type,
    url,
    userInfo,
    visualEditor,
    visualforce,
    webService
  ];
  return [...new Set(modules.flatMap((module) => module.declarations))];
}
