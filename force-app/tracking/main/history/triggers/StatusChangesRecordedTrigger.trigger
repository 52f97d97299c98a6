/** Writes the history of transactions that had no room for it; see StatusChangesRecordedHandler. */
trigger StatusChangesRecordedTrigger on Status_Changes_Recorded__e(after insert) {
  StatusChangesRecordedHandler.handle(Trigger.new);
}
