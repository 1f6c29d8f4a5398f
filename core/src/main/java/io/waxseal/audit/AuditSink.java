package io.waxseal.audit;

/**
 * A place out of reach of who can write the database, where signed checkpoints are kept: another machine, a write-once
 * bucket, a printed page. Called on the thread that signs, with no transaction open; called again with the next
 * checkpoint whatever it did with this one.
 */
@FunctionalInterface
public interface AuditSink {
  /**
   * Takes a checkpoint. An exception is logged by its class name and changes nothing else.
   *
   * @param checkpoint the checkpoint; two processes that sign at once may publish in either order
   */
  void publish(Checkpoint checkpoint);
}
