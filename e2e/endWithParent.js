// Loaded before a program that a test starts: it ends when the test's process has ended, however that came about.
process.once('disconnect', () => process.exit(1));
if (process.connected) process.channel.unref();
else process.exit(1);
