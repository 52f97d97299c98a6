import {
  analyticsDescribe,
  analyticsResult,
  findReport,
  findReportType,
  listReports,
  runReport,
  withMetadata
} from '../../reports/index.js';
import type { AnalyticsResult, ReportDefinition } from '../../reports/index.js';
import { notFound } from '../errors.js';
import { jsonObject, ok, type Call, type Router } from './router.js';

/** Runs that are kept for a user who asks for them later. */
const KEPT = 20;

interface Instance {
  readonly id: string;
  readonly reportId: string;
  readonly ownerId: string;
  readonly date: string;
  readonly result: AnalyticsResult;
}

/** The Reports part of the Reports and Dashboards REST API: `/analytics/reports`. */
export function analyticsRoutes(router: Router): void {
  const instances = new Map<string, Instance>();
  let nextInstance = 1;

  router.add('GET', 'analytics/reports', (call) =>
    ok(
      listReports(call.context.host.org.metadata).map(({ id, label }) => {
        const url = reportUrl(call, id);
        return { id, name: label, url, describeUrl: `${url}/describe`, instancesUrl: `${url}/instances` };
      })
    )
  );
  router.add('GET', 'analytics/reports/:id', (call) => ok(execute(call, reportOf(call))));
  router.add('POST', 'analytics/reports/:id', (call) => ok(execute(call, changed(call))));
  router.add('GET', 'analytics/reports/:id/describe', (call) => {
    const { metadata, schema } = call.context.host.org;
    const report = reportOf(call);
    return ok(analyticsDescribe(report, findReportType(report.reportType, metadata, schema, report.place), schema, call.version));
  });

  // A run that is asked for later is run at once: there is nobody to wait for.
  router.add('POST', 'analytics/reports/:id/instances', (call) => {
    const report = call.body === null ? reportOf(call) : changed(call);
    const id = `0LG${String(nextInstance++).padStart(15, '0')}`;
    const date = new Date(call.context.host.org.clock.now()).toISOString();
    instances.set(id, { id, reportId: report.id, ownerId: call.userId, date, result: execute(call, report) });
    const own = [...instances.values()].filter((each) => each.ownerId === call.userId);
    if (own.length > KEPT) instances.delete(own[0].id);
    return ok(instanceJson(call, instances.get(id)!));
  });
  router.add('GET', 'analytics/reports/:id/instances', (call) => {
    const { id } = reportOf(call);
    const own = [...instances.values()].filter((each) => each.reportId === id && each.ownerId === call.userId);
    return ok(own.map((each) => instanceJson(call, each)));
  });
  router.add('GET', 'analytics/reports/:id/instances/:instance', (call) => {
    const instance = instances.get(call.params.instance);
    if (!instance || instance.ownerId !== call.userId || instance.reportId !== reportOf(call).id) throw notFound();
    const { result, date, ownerId } = instance;
    const attributes = {
      ...result.attributes,
      type: 'ReportInstance',
      id: instance.id,
      ownerId,
      status: 'Success',
      requestDate: date,
      completionDate: date
    };
    return ok({ ...result, attributes });
  });
}

function reportUrl(call: Call, id: string): string {
  return `/services/data/${call.version}/analytics/reports/${id}`;
}

function reportOf(call: Call): ReportDefinition {
  return findReport(call.context.host.org.metadata, call.params.id);
}

/** The report with what the body's `reportMetadata` changes for this run. */
function changed(call: Call): ReportDefinition {
  const { reportMetadata } = jsonObject(call) as { reportMetadata?: Record<string, unknown> };
  const report = reportOf(call);
  if (!reportMetadata) return report;
  const { metadata, schema } = call.context.host.org;
  const type = findReportType(report.reportType, metadata, schema, report.place);
  return withMetadata(report, analyticsDescribe(report, type, schema, call.version).reportMetadata, reportMetadata);
}

/** Without the parameter rows are left out, as the API does. */
function execute(call: Call, report: ReportDefinition): AnalyticsResult {
  const details = call.query.includeDetails === 'true';
  return call.run((transaction) => analyticsResult(runReport(call.context.host.org, transaction.user, report, { details }), call.version));
}

function instanceJson(call: Call, { id, reportId, ownerId, date, result }: Instance): Record<string, unknown> {
  return {
    id,
    status: 'Success',
    url: `${reportUrl(call, reportId)}/instances/${id}`,
    ownerId,
    hasDetailRows: result.hasDetailRows,
    requestDate: date,
    completionDate: date
  };
}
