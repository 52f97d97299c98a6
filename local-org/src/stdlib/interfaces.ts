import { builtin } from './declare.js';

/** Interfaces of the System namespace that Apex classes implement. */
export const declarations = [
  builtin('interface Iterable<T>', { 'Iterator<T> iterator()': null }),
  builtin('interface Iterator<T>', { 'Boolean hasNext()': null, 'T next()': null }),
  builtin('interface Comparable', { 'Integer compareTo(Object objectToCompareTo)': null }),
  builtin('interface Comparator<T>', { 'Integer compare(T first, T second)': null }),
  builtin('interface Callable', { 'Object call(String action, Map<String, Object> args)': null }),
  builtin('interface StubProvider', {
    'Object handleMethodCall(Object stubbedObject, String stubbedMethodName, Type returnType, List<Type> listOfParamTypes, List<String> listOfParamNames, List<Object> listOfArgs)':
      null
  }),
  builtin('interface HttpCalloutMock', { 'HttpResponse respond(HttpRequest request)': null }),
  builtin('interface WebServiceMock', {
    'void doInvoke(Object stub, Object soapRequest, Map<String, Object> responseMap, String endpoint, String soapAction, String requestName, String responseNamespace, String responseName, String responseType)':
      null
  })
];
