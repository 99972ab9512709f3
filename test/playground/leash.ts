/**
 * Loaded (by --import) into the processes that we start: they end when the one that started them is gone, even if that
 * was killed with -9 and could not stop them. The channel closes then; a proper SIGTERM lets them finish what they hold.
 */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
