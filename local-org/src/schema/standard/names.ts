/** The standard objects that the local org has, by area. Change events, shares and histories of these are kept where the platform has them. */
const LISTS = {
  sales: `Account AccountBrand AccountContactRelation AccountContactRole AccountPartner Asset AssetRelationship Campaign
    CampaignInfluenceModel CampaignMember CampaignMemberStatus Contact Contract ContractContactRole ContractStatus FiscalYearSettings Individual Lead LeadStatus
    Opportunity OpportunityCompetitor OpportunityContactRole OpportunityFieldHistory OpportunityHistory OpportunityLineItem OpportunityPartner OpportunitySplit
    OpportunityStage OpportunityTeamMember Order OrderItem OrderStatus Partner PartnerRole Period Pricebook2 PricebookEntry Product2 Quote QuoteDocument
    QuoteLineItem`,
  service: `BusinessHours Case CaseComment CaseContactRole CaseStatus CaseTeamMember CaseTeamRole Entitlement Holiday Idea Location Macro OperatingHours QuickText
    ServiceAppointment ServiceContract ServiceResource Skill Solution SolutionStatus TimeSlot WorkOrder WorkOrderLineItem WorkType`,
  activities: `AcceptedEventRelation ActivityHistory DeclinedEventRelation EmailMessage EmailMessageRelation EmailTemplate Event EventRelation EventWhoRelation
    ListEmail OpenActivity Task TaskPriority TaskRelation TaskStatus TaskWhoRelation UndecidedEventRelation`,
  files: `AttachedContentDocument Attachment CombinedAttachment ContentAsset ContentDistribution ContentDistributionView ContentDocument ContentDocumentHistory
    ContentDocumentLink ContentFolder ContentFolderItem ContentFolderLink ContentFolderMember ContentVersion ContentVersionHistory ContentWorkspace
    ContentWorkspaceDoc ContentWorkspaceMember ContentWorkspacePermission Document Folder Note NoteAndAttachment`,
  chatter: `CollaborationGroup CollaborationGroupMember CollaborationGroupRecord CollaborationInvitation EntitySubscription FeedAttachment FeedComment FeedItem
    FeedLike FeedTrackedChange Topic TopicAssignment Vote`,
  users: `Group GroupMember LoginHistory Name Network NetworkMember Organization PermissionSet PermissionSetAssignment PermissionSetGroup
    PermissionSetGroupComponent PermissionSetLicense PermissionSetLicenseAssign PermissionSetTabSetting Profile QueueSobject SetupEntityAccess User
    UserAppInfo UserEntityAccess UserFieldAccess UserLicense UserLogin UserPackageLicense UserPreference UserRecordAccess UserRole ObjectPermissions
    FieldPermissions CustomPermission CustomPermissionDependency SessionPermSetActivation AuthSession`,
  setup: `ApexClass ApexComponent ApexEmailNotification ApexLog ApexPage ApexTestQueueItem ApexTestResult ApexTestResultLimits ApexTestRunResult ApexTestSuite
    ApexTrigger AppDefinition AppMenuItem AsyncApexJob AuraDefinition AuraDefinitionBundle AuthProvider BrandTemplate ClientBrowser ConnectedApplication
    CronJobDetail CronTrigger CurrencyType CustomNotificationType Dashboard DatedConversionRate Domain DomainSite DuplicateRecordItem DuplicateRecordSet
    DuplicateRule EmailServicesAddress EmailServicesFunction EntityDefinition EntityParticle EventBusSubscriber EventLogFile ExternalDataSource FieldDefinition
    FlowDefinitionView FlowInterview FlowVersionView ListView MatchingRule MatchingRuleItem NamedCredential OauthToken OrgWideEmailAddress PackageLicense
    PicklistValueInfo PlatformCachePartition PlatformCachePartitionType PlatformEventUsageMetric ProcessDefinition ProcessInstance ProcessInstanceHistory ProcessInstanceNode ProcessInstanceStep
    ProcessInstanceWorkitem ProcessNode Publisher PushTopic RecentlyViewed RecordType RelationshipDomain RelationshipInfo Report SetupAuditTrail Site
    StaticResource StreamingChannel TabDefinition TestSuiteMembership Translation WebLink`,
  events: `AssetTokenEvent BatchApexErrorEvent FlowExecutionErrorEvent PlatformStatusAlertEvent`,
  consent: `ContactPointAddress ContactPointConsent ContactPointEmail ContactPointPhone ContactPointTypeConsent DataUsePurpose`
};

export const STANDARD_OBJECTS: ReadonlySet<string> = new Set(Object.values(LISTS).flatMap((list) => list.split(/\s+/)));

/** Companion objects kept when their main object is. */
export const COMPANION_SUFFIXES = ['Share', 'History', 'Feed', 'ChangeEvent'] as const;

/**
 * Fields that exist only where a feature is on which a new org does not have: multiple currencies, divisions, person accounts, state and
 * country picklists, territories, industry clouds. Apex that names them does not compile in such an org, so they are left out.
 */
export const FEATURE_FIELDS: ReadonlySet<string> = new Set(
  `CurrencyIsoCode Division DefaultDivision CountryCode StateCode BillingCountryCode BillingStateCode ShippingCountryCode ShippingStateCode MailingCountryCode
   MailingStateCode OtherCountryCode OtherStateCode IsPersonAccount GenderIdentity Pronouns BirthDate Specialty HasPrivacyHold DefaultCurrencyIsoCode
   Territory2Id Territory2 IsExcludedFromTerritory2Filter QuoteToCountryCode AdditionalCountryCode AdditionalStateCode DefaultLocaleCurrency`.split(
    /\s+/
  )
);

const FEATURE_FIELDS_OF: Readonly<Record<string, RegExp>> = {
  Account:
    /^(Person.*|FirstName|LastName|Salutation|IsActive|EffectiveDate|EndDate|IsExcludedFromRealign|IsPriorityRecord|SourceSystem.*|JigsawCompanyId|ChannelProgram.*|IsCustomerPortal|IsPartner)$/,
  Contact: /^IsPriorityRecord$/,
  Lead: /^IsPriorityRecord$/,
  PermissionSetLicense: /^MaximumPermissions/,
  User: /^(IsPortalEnabled|HasUserVerified.*)$/
};

/** Whether the field exists only with a feature that a new org lacks. Contact.Birthdate is standard; the industry clouds' BirthDate is another. */
export function isFeatureField(object: string, field: string): boolean {
  if (object === 'Contact' && field.toLowerCase() === 'birthdate') return false;
  return FEATURE_FIELDS.has(field) || (FEATURE_FIELDS_OF[object]?.test(field) ?? false);
}
