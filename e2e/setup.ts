/** A worker whose run was killed does not go on with its tests; its browser and its servers end with it. */
process.once('disconnect', () => process.exit(1));
if (!process.connected) process.exit(1);
