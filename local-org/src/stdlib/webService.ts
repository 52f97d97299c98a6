import { tx } from '../org/transaction.js';
import { argument, raise, unsupported, type ApexList, type ApexMap } from '../values/index.js';
import { builtin } from './declare.js';

/** What classes that were generated from a WSDL call. In tests a WebServiceMock answers (Apex Developer Guide, "Test Web Service Callouts"). */

interface WebServiceMock {
  doInvoke$9(
    stub: unknown,
    request: unknown,
    response: ApexMap,
    endpoint: unknown,
    soapAction: unknown,
    requestName: unknown,
    responseNamespace: unknown,
    responseName: unknown,
    responseType: unknown
  ): void;
}

export const declarations = [
  builtin('class WebServiceCallout', {
    'static void invoke(Object stub, Object request, Map<String, Object> response, List<String> infoArray)': (
      stub: unknown,
      request: unknown,
      response: ApexMap,
      info: ApexList<string> | null
    ) => {
      const { test, limits } = tx();
      limits.count('Callouts');
      if (!test) unsupported('SOAP callouts outside of tests');
      const mock = (test.webServiceMock ??
        raise('TypeException', 'Methods defined as TestMethod do not support Web service callouts')) as WebServiceMock;
      const [endpoint, soapAction, , requestName, responseNamespace, responseName, responseType] = argument(info).items;
      mock.doInvoke$9(stub, request, response, endpoint, soapAction, requestName, responseNamespace, responseName, responseType);
    }
  })
];
