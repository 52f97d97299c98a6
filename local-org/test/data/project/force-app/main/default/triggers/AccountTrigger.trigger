trigger AccountTrigger on Account(before insert, after insert) {
  if (Trigger.isBefore)
    for (Account a : Trigger.new) {
      if (a.Name == 'boom')
        a.Name.addError('No booms');
      if (a.Name == 'npe') {
        String s;
        s.length();
      }
    }
  else if (Trigger.new[0].Name == 'sp') {
    Savepoint sp = Database.setSavepoint();
    insert new Contact(LastName = 'x');
    Database.rollback(sp);
  }
}
