/** Products, price books, orders, quotes, contracts and assets. */
export const products = `
Product2 | Product/Products sharing=ReadWrite
  Name string(255) required name | Product Name
  ProductCode string(255) | Product Code
  Description textarea(4000) | Product Description
  IsActive boolean | Active
  Family picklist | Product Family | None
  ExternalId string(255) | External ID
  DisplayUrl url(1000) | Display URL
  QuantityUnitOfMeasure picklist | Quantity Unit Of Measure | Each
  StockKeepingUnit string(180) | Product SKU
  IsArchived boolean readonly | Archived
Pricebook2 | Price Book/Price Books sharing=ReadWrite
  Name string(255) required name | Price Book Name
  IsActive boolean | Active
  IsStandard boolean readonly | Is Standard Price Book
  IsArchived boolean readonly | Archived
  Description string(255) | Description
PricebookEntry | Price Book Entry/Price Book Entries sharing=ControlledByParent noundelete
  Name string(255) calculated name | Product Name
  Pricebook2Id reference(Pricebook2) required createonly child=PricebookEntries cascade | Price Book ID
  Product2Id reference(Product2) required createonly child=PricebookEntries cascade | Product ID
  UnitPrice currency(18,2) required | List Price
  IsActive boolean | Active
  UseStandardPrice boolean | Use Standard Price
  ProductCode string(255) calculated | Product Code
  IsArchived boolean readonly | Archived
OpportunityLineItem | Opportunity Product/Opportunity Product sharing=ControlledByParent
  OpportunityId reference(Opportunity) required createonly child=OpportunityLineItems cascade | Opportunity ID
  PricebookEntryId reference(PricebookEntry) createonly | Price Book Entry ID
  Product2Id reference(Product2) createonly | Product ID
  ProductCode string(255) calculated | Product Code
  Name string(376) calculated name | Opportunity Product Name
  Quantity double(12,2) required | Quantity
  TotalPrice currency(18,2) | Total Price
  UnitPrice currency(18,2) | Sales Price
  ListPrice currency(18,2) calculated | List Price
  Subtotal currency(18,2) calculated | Subtotal
  Discount percent(3,2) | Discount
  ServiceDate date | Date
  Description string(255) | Line Description
  SortOrder int | Sort Order
Order | Order/Orders sharing=ControlledByParent
  OrderNumber string(30) auto={00000000} name | Order Number
  AccountId reference(Account) child=Orders | Account ID
  Status picklist required | Status | *Draft; Activated
  StatusCode picklist(40) restricted readonly | Status Category | Draft; Activated; Canceled; Expired
  EffectiveDate date required | Order Start Date
  EndDate date | Order End Date
  Pricebook2Id reference(Pricebook2) | Price Book ID
  TotalAmount currency(18,2) calculated | Order Amount
  Type picklist | Order Type
  Description textarea(32000) | Description
  Name string(80) | Order Name
  PoNumber string(80) | PO Number
  OwnerId reference(Group,User) required | Owner ID
OrderItem | Order Product/Order Products sharing=ControlledByParent
  OrderItemNumber string(30) auto={0000000000} name | Order Product Number
  OrderId reference(Order) required createonly child=OrderItems cascade | Order ID
  PricebookEntryId reference(PricebookEntry) createonly | Price Book Entry ID
  Product2Id reference(Product2) createonly | Product ID
  Quantity double(18,2) required | Quantity
  UnitPrice currency(18,2) | Unit Price
  ListPrice currency(18,2) calculated | List Price
  TotalPrice currency(18,2) calculated | Total Price
  AvailableQuantity double(18,2) calculated | Available Quantity
Quote | Quote/Quotes sharing=ControlledByParent
  QuoteNumber string(30) auto={00000000} | Quote Number
  Name string(255) required name | Quote Name
  OpportunityId reference(Opportunity) createonly child=Quotes cascade | Opportunity ID
  AccountId reference(Account) calculated | Account ID
  Status picklist | Status | Draft; Needs Review; In Review; Approved; Rejected; Presented; Accepted; Denied
  Subtotal currency(18,2) calculated | Subtotal
  TotalPrice currency(18,2) calculated | Total Price
  GrandTotal currency(18,2) calculated | Grand Total
  Discount percent(3,2) calculated | Discount
  LineItemCount int calculated | Line Item Count
  IsSyncing boolean readonly | Syncing
QuoteLineItem | Quote Line Item/Quote Line Item sharing=ControlledByParent
  LineNumber string(255) auto={00000000} name | Line Item Number
  QuoteId reference(Quote) required createonly child=QuoteLineItems cascade | Quote ID
  PricebookEntryId reference(PricebookEntry) required createonly | Price Book Entry ID
  Product2Id reference(Product2) createonly | Product ID
  Quantity double(12,2) required | Quantity
  UnitPrice currency(18,2) required | Sales Price
  Subtotal currency(18,2) calculated | Subtotal
  TotalPrice currency(18,2) calculated | Total Price
Contract | Contract/Contracts sharing=ReadWrite
  ContractNumber string(30) auto={00000000} name | Contract Number
  AccountId reference(Account) required child=Contracts cascade | Account ID
  Status picklist required | Status | In Approval Process; Activated; *Draft
  StatusCode picklist(40) restricted readonly | Status Category | Draft; InApproval=In Approval Process; Activated
  StartDate date | Contract Start Date
  EndDate date readonly | Contract End Date
  ContractTerm int | Contract Term
  OwnerId reference(User) required | Owner ID
  Description textarea(32000) | Description
  SpecialTerms textarea(4000) | Special Terms
Asset | Asset/Assets sharing=ControlledByParent
  Name string(255) required name | Asset Name
  AccountId reference(Account) child=Assets cascade | Account ID
  ContactId reference(Contact) child=Assets | Contact ID
  ParentId reference(Asset) child=ChildAssets | Parent Asset ID
  Product2Id reference(Product2) child=Assets | Product ID
  SerialNumber string(80) | Serial Number
  Status picklist | Status | Shipped; Installed; Registered; Obsolete; Purchased
  InstallDate date | Install Date
  PurchaseDate date | Purchase Date
  Price currency(18,2) | Price
  Quantity double(12,2) | Quantity
  IsCompetitorProduct boolean | Competitor Asset
  OwnerId reference(User) required | Owner ID
`;
