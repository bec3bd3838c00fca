package hallmonitor.notifier.evidence.command;

/** That a command cannot be carried out, with words that say what to do. */
final class CommandFailed extends RuntimeException {
  CommandFailed(String message) {
    super(message);
  }
}
