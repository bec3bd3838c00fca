package hallmonitor.moderation.console.operations;

/**
 * Where a record that could not be used is dealt with; both are audited in the transaction that
 * changes it.
 */
public interface DeadLetterDesk {
  /**
   * Sends it once more to the consumer that could not use it.
   *
   * @param by the person's user name
   * @throws AlreadyHandled when it was replayed or discarded before, or is not there
   */
  void replay(long id, String by);

  /**
   * Marks it as of no use; it stays in the archive.
   *
   * @param by the person's user name
   * @param reason why, in words; may be empty
   * @throws AlreadyHandled when it was replayed or discarded before, or is not there
   */
  void discard(long id, String by, String reason);

  final class AlreadyHandled extends RuntimeException {
    public AlreadyHandled(String message) {
      super(message);
    }
  }
}
