/** Keeps track of statuses; see CampaignMemberStatusTracker. */
trigger CampaignMemberTrigger on CampaignMember(
  before insert,
  before update,
  after insert,
  after update,
  after delete
) {
  CampaignMemberStatusTracker.track(Trigger.operationType, Trigger.new, Trigger.oldMap);
}
